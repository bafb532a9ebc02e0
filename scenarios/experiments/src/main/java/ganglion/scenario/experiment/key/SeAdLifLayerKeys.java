package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.model.Span;
import ganglion.learning.model.neuron.SeAdLifNeurons;
import ganglion.learning.surrogate.Surrogate;
import java.util.Map;

/** Layers of neurons whose adaptation follows potential and spikes, in experiments. Defaults are those of the source. */
final class SeAdLifLayerKeys {

    private static final SeAdLifNeurons USUAL = SeAdLifNeurons.USUAL;

    private static final Key<Span> TIME_CONSTANTS = Key.of("time-constants", SpanKeys.SHAPE)
            .says("Time constants of the potential in steps, above 0. Each neuron learns its own.")
            .byDefault(USUAL.tauU())
            .exampleText("{low: 5, high: 25}");
    private static final Key<Span> ADAPTATION_TIME_CONSTANTS = Key.of("adaptation-time-constants", SpanKeys.SHAPE)
            .says("Time constants of the adaptation in steps, above 0. Each neuron learns its own.")
            .byDefault(USUAL.tauW())
            .exampleText("{low: 60, high: 300}");
    private static final Key<Span> A = Key.of("a", SpanKeys.SHAPE)
            .says("Strengths by which the adaptation follows the potential, in units of the scale.")
            .byDefault(USUAL.a())
            .exampleText("{low: 0, high: 1}");
    private static final Key<Span> B = Key.of("b", SpanKeys.SHAPE)
            .says("Strengths by which the adaptation follows the spikes, in units of the scale.")
            .byDefault(USUAL.b())
            .exampleText("{low: 0, high: 2}");
    private static final Key<Double> SCALE = Key.of("scale", number().above(0))
            .says(
                    "Factor on both strengths; in proportion to the adaptation's time constants, so that learned strengths stay"
                            + " about 1.")
            .byDefault(USUAL.scale())
            .example(120);
    private static final Key<Double> THRESHOLD = Key.of("threshold", number().above(0))
            .says("Potential above which a neuron fires.")
            .byDefault(USUAL.threshold())
            .example(1);
    private static final Key<Boolean> LEARNED = Key.of("learned", flag())
            .says("Whether time constants and strengths are learned. If not, they stay as drawn.")
            .byDefault(USUAL.learned())
            .example(true);
    private static final Key<Surrogate> SURROGATE = Key.of("surrogate", SurrogateKeys.ALL)
            .says(NeuronKeys.SURROGATE.description())
            .byDefault(USUAL.surrogate(), Map.of("kind", "exponential"))
            .exampleText("{kind: exponential, slope: 5}");

    /** The kind of layer. */
    static final Kind<SeAdLifNeurons> KIND = new Kind<>(
            "se-adlif",
            "Leaky integrate-and-fire neurons with an adaptation that follows potential and spikes (SE-adLIF).",
            Shape.of(
                    "",
                    SeAdLifLayerKeys::read,
                    TIME_CONSTANTS,
                    ADAPTATION_TIME_CONSTANTS,
                    A,
                    B,
                    SCALE,
                    THRESHOLD,
                    LEARNED,
                    SURROGATE,
                    NeuronKeys.RECURRENCE,
                    SynapseDelayKeys.RECURRENT));

    private SeAdLifLayerKeys() {}

    private static SeAdLifNeurons read(Place place) {
        return new SeAdLifNeurons(
                TIME_CONSTANTS.in(place),
                ADAPTATION_TIME_CONSTANTS.in(place),
                A.in(place),
                B.in(place),
                SCALE.in(place),
                THRESHOLD.in(place),
                LEARNED.in(place),
                SURROGATE.in(place),
                NeuronKeys.RECURRENCE.in(place),
                SynapseDelayKeys.recurrent(place, NeuronKeys.RECURRENCE.in(place)));
    }
}
