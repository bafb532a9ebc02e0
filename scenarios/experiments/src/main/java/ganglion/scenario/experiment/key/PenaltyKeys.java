package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.learning.loss.SpikePenalty;

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
    /** The price of spikes. */
    static final Key<SpikePenalty> PENALTY = Key.of(
                    "penalty",
                    Shape.ofRecord("a price on spikes", SpikePenalty.class, PER_SPIKE, EXCESS_WEIGHT, FREE_RATE))
            .says("Price on the spikes of hidden layers, added to the loss.")
            .exampleText("{per-spike: 0.001}");

    private PenaltyKeys() {}
}
