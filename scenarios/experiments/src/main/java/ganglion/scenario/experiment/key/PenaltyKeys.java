package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.documents.place.Place;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.learning.loss.SpikePenalty;
import ganglion.scenario.experiment.Classification.EnergyPrice;
import java.util.Optional;

/** The keys of the price of spikes. */
final class PenaltyKeys {

    /** The name of a hardware profile. */
    static final TextType PROFILE_NAME = text("the name of a profile").length(1, 200);

    private static final Key<Double> PER_SPIKE = Key.of("per-spike", number().from(0))
            .says("Price of each spike.")
            .byDefault(0.0)
            .example(0.001);
    private static final Key<Double> EXCESS_WEIGHT = Key.of("excess-weight", number().from(0))
            .says("Weight of the squared excess of a neuron's rate.")
            .byDefault(0.0)
            .example(1);
    private static final Key<Double> FREE_RATE = Key.of(
                    "free-rate", number().from(0).to(1))
            .says("Spikes per step without a charge for excess.")
            .byDefault(0.0)
            .example(0.1);
    private static final Key<String> PROFILE = Key.of("profile", PROFILE_NAME)
            .says("Profile of the chip.")
            .required()
            .example("loihi");
    private static final Key<Double> LOSS_PER_MICROJOULE = Key.of("loss-per-microjoule", number().from(0))
            .says("Growth of the loss per microjoule that spikes take per sample; 0 only reports the energy.")
            .byDefault(0.0)
            .example(0.5);
    private static final Key<Optional<EnergyPrice>> ENERGY = Key.of(
                    "energy", Shape.of("a price on energy", PenaltyKeys::price, PROFILE, LOSS_PER_MICROJOULE))
            .says(
                    "Price on the energy of the spikes of hidden layers on a chip; results then also give the energy per sample."
                            + " Mesh, placement, encoder and static power are not included.")
            .exampleText("{profile: loihi, loss-per-microjoule: 0.5}");

    /** The price of spikes and of their energy. */
    static final Key<SpikePenalty> PENALTY = Key.of(
                    "penalty",
                    Shape.of("a price on spikes", PenaltyKeys::penalty, PER_SPIKE, EXCESS_WEIGHT, FREE_RATE, ENERGY))
            .says("Price on the spikes of hidden layers, added to the loss.")
            .exampleText("{per-spike: 0.001}");

    /** The price of spikes alone. */
    static final Key<SpikePenalty> OF_SPIKES = Key.of(
                    "penalty", Shape.of("a price on spikes", PenaltyKeys::penalty, PER_SPIKE, EXCESS_WEIGHT, FREE_RATE))
            .says(PENALTY.description())
            .exampleText("{per-spike: 0.001}");

    private PenaltyKeys() {}

    private static SpikePenalty penalty(Place place) {
        return new SpikePenalty(PER_SPIKE.in(place), EXCESS_WEIGHT.in(place), FREE_RATE.in(place));
    }

    /** The price of energy in a training, if it has one. */
    static Optional<EnergyPrice> energy(Place training) {
        return PENALTY.isIn(training) ? ENERGY.find(PENALTY.at(training)).flatMap(price -> price) : Optional.empty();
    }

    private static Optional<EnergyPrice> price(Place place) {
        try {
            return Optional.of(new EnergyPrice(
                    place.pointer(), ProfileLibrary.find(PROFILE.in(place)), LOSS_PER_MICROJOULE.in(place)));
        } catch (ProfileException e) {
            PROFILE.at(place).problem(e.problems().get(0).message());
            return Optional.empty();
        }
    }
}
