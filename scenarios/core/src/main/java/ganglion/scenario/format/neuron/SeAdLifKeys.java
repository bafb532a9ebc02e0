package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronTimes;

/** Leaky integrate-and-fire neurons whose adaptation follows their potential and their spikes. */
final class SeAdLifKeys {

    private static final NeuronValues ZERO = NeuronValues.of(0);

    private static final Key<NeuronValues> BETA = Key.of(
                    "beta", NeuronNumbers.within(number().from(0).below(1)))
            .says(MembraneKeys.BETA.description())
            .example(0.9);

    private static final Key<NeuronValues> TIME_CONSTANT = Key.of("time-constant", new NeuronTimes())
            .says(MembraneKeys.TIME_CONSTANT.description())
            .example("15 ms");

    private static final Decay LEAK = new Decay(BETA, TIME_CONSTANT);

    private static final Key<NeuronValues> ADAPTATION_TIME_CONSTANT = Key.of("time-constant", new NeuronTimes())
            .says("Time constant of the adaptation.")
            .example("120 ms");

    private static final Key<NeuronValues> DECAY = Key.of(
                    "decay", NeuronNumbers.within(number().from(0).below(1)))
            .says("Instead of a time constant: share of the adaptation that is left after one tick.")
            .example(0.99);

    private static final Decay FORGETTING = new Decay(DECAY, ADAPTATION_TIME_CONSTANT);

    private static final Key<NeuronValues> A = Key.of("a", NeuronNumbers.numbers())
            .says(
                    "Strength by which the adaptation follows the potential; above -1, and bounded by the time constants.")
            .byDefault(ZERO)
            .example(60);

    private static final Key<NeuronValues> B = Key.of("b", NeuronNumbers.numbers())
            .says("Strength by which the adaptation follows the spikes.")
            .byDefault(ZERO)
            .example(100);

    private static final Key<CoupledAdaptation> ADAPTATION = Key.of(
                    "adaptation",
                    Shape.of(
                                    "how the adaptation follows the neuron",
                                    place -> new CoupledAdaptation(FORGETTING.in(place), A.in(place), B.in(place)),
                                    ADAPTATION_TIME_CONSTANT)
                            .with(DECAY, CoupledAdaptation::decay)
                            .with(A, CoupledAdaptation::a)
                            .with(B, CoupledAdaptation::b)
                            .exactlyOne(ADAPTATION_TIME_CONSTANT, DECAY))
            .says("The adaptation is taken off the neuron's input.")
            .required()
            .exampleText("{time-constant: 120 ms, a: 60, b: 100}");

    private static final Key<NeuronValues> THRESHOLD = Key.of("threshold", NeuronNumbers.numbers())
            .says("Potential above which the neuron fires, above 0.")
            .byDefault(NeuronValues.of(1))
            .example(1.0);

    private static final Key<NeuronValues> RESET_POTENTIAL = Key.of("reset-potential", NeuronNumbers.numbers())
            .says("Potential after a spike, below the threshold.")
            .byDefault(ZERO)
            .example(0.0);

    static final ModelKind<SeAdLif> KIND = new ModelKind<>(
            "se-adlif",
            "leaky integrate-and-fire with an adaptation that follows potential and spikes",
            SeAdLif.class,
            Shape.of("", SeAdLifKeys::read, BETA, TIME_CONSTANT, ADAPTATION, THRESHOLD, RESET_POTENTIAL)
                    .exactlyOne(BETA, TIME_CONSTANT),
            SeAdLifKeys::write);

    /** Decay of the adaptation, and how strongly it follows potential and spikes. */
    private record CoupledAdaptation(NeuronValues decay, NeuronValues a, NeuronValues b) {}

    private SeAdLifKeys() {}

    private static SeAdLif read(Place place) {
        CoupledAdaptation adaptation = ADAPTATION.in(place);
        return new SeAdLif(
                LEAK.in(place),
                adaptation.decay(),
                adaptation.a(),
                adaptation.b(),
                THRESHOLD.in(place),
                RESET_POTENTIAL.in(place));
    }

    private static void write(SeAdLif model, Clock clock, ObjectNode into) {
        BETA.write(into, model.beta());
        ADAPTATION.write(into, new CoupledAdaptation(model.rho(), model.a(), model.b()));
        THRESHOLD.write(into, model.threshold());
        RESET_POTENTIAL.write(into, model.resetPotential());
    }
}
