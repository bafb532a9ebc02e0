package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.model.Span;
import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.surrogate.Surrogate;
import java.util.Map;

/** Layers of balanced resonate-and-fire neurons, in experiments. Defaults are those of the source. */
final class BalancedLayerKeys {

    private static final BalancedNeurons USUAL = BalancedNeurons.USUAL;

    private static final Key<Span> OMEGA = Key.of("omega", SpanKeys.SHAPE)
            .says(
                    "Where angular frequencies start, in radians per unit of time; from 0 to 0.9 over the step. Each neuron"
                            + " learns its own.")
            .byDefault(USUAL.omega())
            .exampleText("{low: 5, high: 10}");
    private static final Key<Span> DAMPING = Key.of("damping", SpanKeys.SHAPE)
            .says("Where dampings start, per unit of time, above 0. Each neuron learns its own.")
            .byDefault(USUAL.damping())
            .exampleText("{low: 2, high: 3}");
    private static final Key<Double> STEP = Key.of("step", number().above(0).to(1))
            .says("Units of time in a step; also the factor on the input.")
            .byDefault(USUAL.step())
            .example(0.01);
    private static final Key<Double> REFRACTORY_DECAY = Key.of(
                    "refractory-decay", number().from(0).below(1))
            .says("Share of the refractory term that is left after a step.")
            .byDefault(USUAL.refractoryDecay())
            .example(0.9);
    private static final Key<Double> THRESHOLD = Key.of("threshold", number().above(0))
            .says("Potential above which a neuron fires that is not refractory.")
            .byDefault(USUAL.threshold())
            .example(1);
    private static final Key<Boolean> LEARNED = Key.of("learned", flag())
            .says("Whether frequencies and dampings are learned. If not, they stay as drawn.")
            .byDefault(USUAL.learned())
            .example(true);
    private static final Key<Surrogate> SURROGATE = Key.of("surrogate", SurrogateKeys.ALL)
            .says(NeuronKeys.SURROGATE.description())
            .byDefault(USUAL.surrogate(), Map.of("kind", "double-gaussian"))
            .exampleText("{kind: double-gaussian, width: 0.5}");

    /** The kind of layer. */
    static final Kind<BalancedNeurons> KIND = new Kind<>(
            "balanced-resonate-and-fire",
            "Resonate-and-fire neurons that never diverge, and are refractory instead of reset (BRF).",
            Shape.of(
                    "",
                    BalancedLayerKeys::read,
                    OMEGA,
                    DAMPING,
                    STEP,
                    REFRACTORY_DECAY,
                    THRESHOLD,
                    LEARNED,
                    SURROGATE,
                    NeuronKeys.RECURRENCE,
                    SynapseDelayKeys.RECURRENT));

    private BalancedLayerKeys() {}

    private static BalancedNeurons read(Place place) {
        return new BalancedNeurons(
                OMEGA.in(place),
                DAMPING.in(place),
                STEP.in(place),
                REFRACTORY_DECAY.in(place),
                THRESHOLD.in(place),
                LEARNED.in(place),
                SURROGATE.in(place),
                NeuronKeys.RECURRENCE.in(place),
                SynapseDelayKeys.recurrent(place, NeuronKeys.RECURRENCE.in(place)));
    }
}
