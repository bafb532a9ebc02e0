package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Definitions;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The kinds of layers of neurons: the only place that knows the words and keys of those as snnTorch has them in experiments. */
final class NeuronKeys {

    private static final Neurons USUAL = Neurons.leaky(0);

    private static final Key<Setting> ALPHA = Key.of("alpha", new SettingType())
            .says("Share of the synaptic current that is left after one step, 0 to 1.")
            .required()
            .example(0.8)
            .exampleText("{initial: 0.8, learned: true, per-neuron: true}");
    private static final Key<Setting> BETA = Key.of("beta", new SettingType())
            .says("Share of the potential that is left after one step, 0 to 1.")
            .required()
            .example(0.9)
            .exampleText("{initial: 0.9, learned: true, per-neuron: true}");
    private static final Key<ResetRule> RESET = Key.of("reset", words("the name of a reset", ResetRule.class))
            .says("Effect of a spike on the potential.")
            .byDefault(USUAL.reset());
    private static final Key<Boolean> DELAYED_RESET = Key.of("delayed-reset", flag())
            .says("Whether the reset acts one step after the spike, as trainers do it.")
            .byDefault(USUAL.delayedReset())
            .example(false);
    static final Key<Surrogate> SURROGATE = Key.of("surrogate", SurrogateKeys.ALL)
            .says("Stand-in for the derivative of a spike.")
            .byDefault(USUAL.surrogate(), Map.of("kind", "fast-sigmoid"))
            .exampleText("{kind: fast-sigmoid, slope: 25}");
    private static final Key<Setting> THRESHOLD = Key.of("threshold", new SettingType())
            .says("Potential above which a neuron fires.")
            .byDefault(USUAL.threshold())
            .example(1)
            .exampleText("{initial: 1, learned: true, per-neuron: true}");
    static final Key<Recurrence> RECURRENCE = Key.of("recurrence", words("the name of a recurrence", Recurrence.class))
            .says("Whether neurons receive the spikes of their layer one step later.")
            .byDefault(USUAL.recurrence());
    private static final List<Key<?>> FIRING = List.of(BETA, RESET, DELAYED_RESET, SURROGATE, THRESHOLD);
    private static final List<Key<?>> SPIKING = Shape.keys(FIRING, RECURRENCE);

    /** All kinds of neurons. */
    static final List<Kind<? extends Layer>> KINDS = List.of(
            kind("leaky", "Leaky integrate-and-fire neurons, one per input.", Dynamics.LEAKY, SPIKING),
            kind(
                    "synaptic",
                    "Neurons with a synaptic current that decays.",
                    Dynamics.SYNAPTIC,
                    Shape.keys(List.of(ALPHA), SPIKING.toArray(new Key<?>[0]))),
            kind(
                    "integrator",
                    "Leaky integrators that never fire: a read-out by the potential.",
                    Dynamics.INTEGRATOR,
                    List.of(BETA)));

    private NeuronKeys() {}

    private static Kind<Neurons> kind(String word, String description, Dynamics dynamics, List<Key<?>> keys) {
        return new Kind<>(word, description, Shape.of("", place -> read(place, dynamics), keys));
    }

    private static Neurons read(Place place, Dynamics dynamics) {
        return new Neurons(
                dynamics,
                dynamics == Dynamics.INTEGRATOR ? ResetRule.NONE : RESET.in(place),
                DELAYED_RESET.in(place),
                SURROGATE.in(place),
                RECURRENCE.in(place),
                ALPHA.find(place).orElse(USUAL.alpha()),
                BETA.in(place),
                THRESHOLD.in(place));
    }

    /** A number, or an object that says how it starts and is learned. */
    private record SettingType() implements Type<Setting> {

        private static final Key<Double> INITIAL = Key.of("initial", number())
                .says("Value to start from.")
                .required()
                .example(0.9);
        private static final Key<Boolean> LEARNED = Key.of("learned", flag())
                .says("Whether it is learned.")
                .byDefault(false)
                .example(true);
        private static final Key<Boolean> PER_NEURON = Key.of("per-neuron", flag())
                .says("Whether each neuron has its own value rather than one for the layer.")
                .byDefault(false)
                .example(true);
        private static final Shape<Setting> AS_OBJECT = Shape.of(
                        "how a number starts and is learned",
                        place -> new Setting(INITIAL.in(place), PER_NEURON.in(place), LEARNED.in(place)),
                        INITIAL,
                        LEARNED,
                        PER_NEURON)
                .named("learned-setting");

        @Override
        public String title(JsonNode example) {
            return "a number, or how it starts and is learned";
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            definitions.refer("setting", into, body -> {
                body.put("title", title(body));
                body.putArray("type").add("number").add("object");
                body.putObject("if").put("type", "object");
                AS_OBJECT.writeSchema(body.putObject("then"), definitions);
            });
        }

        @Override
        public Setting read(Place place) {
            return place.node().isNumber() ? Setting.fixed(place.node().doubleValue()) : AS_OBJECT.read(place);
        }

        @Override
        public JsonNode write(Setting value) {
            if (value.equals(Setting.fixed(value.initial()))) {
                return number().write(value.initial());
            }
            throw new UnsupportedOperationException("a learned setting is only read");
        }
    }

    /** Layers of balanced resonate-and-fire neurons, in experiments. Defaults are those of the source. */
    static final class BalancedLayerKeys {

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
                Shape.ofRecord(
                        "",
                        BalancedNeurons.class,
                        OMEGA,
                        DAMPING,
                        STEP,
                        REFRACTORY_DECAY,
                        THRESHOLD,
                        LEARNED,
                        SURROGATE,
                        NeuronKeys.RECURRENCE));

        private BalancedLayerKeys() {}
    }

    /** Layers of neurons whose adaptation follows potential and spikes, in experiments. Defaults are those of the source. */
    static final class SeAdLifLayerKeys {

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
                Shape.ofRecord(
                        "",
                        SeAdLifNeurons.class,
                        TIME_CONSTANTS,
                        ADAPTATION_TIME_CONSTANTS,
                        A,
                        B,
                        SCALE,
                        THRESHOLD,
                        LEARNED,
                        SURROGATE,
                        NeuronKeys.RECURRENCE));

        private SeAdLifLayerKeys() {}
    }

    /** A span of numbers. */
    private static final class SpanKeys {

        private static final Key<Double> LOW =
                Key.of("low", number()).says("The smallest.").required().example(5);
        private static final Key<Double> HIGH =
                Key.of("high", number()).says("The largest.").required().example(25);

        static final Shape<Span> SHAPE = Shape.ofRecord("the smallest and the largest number", Span.class, LOW, HIGH)
                .named("span");

        private SpanKeys() {}
    }

    /** The surrogates of the derivative of a spike: the only place that knows their words and keys in experiments. */
    static final class SurrogateKeys {

        private static final Key<Double> SLOPE =
                Key.of("slope", number().above(0)).says("Slope.").byDefault(25.0);
        private static final Key<Double> EXPONENTIAL_SLOPE =
                Key.of("slope", number().above(0)).says("Slope.").byDefault(5.0);
        private static final Key<Double> BELL_WIDTH = Key.of("width", number().above(0))
                .says("Standard deviation of the narrow bell.")
                .byDefault(0.5);
        private static final Key<Double> ARC_WIDTH =
                Key.of("width", number().above(0)).says("Width alpha.").byDefault(2.0);
        /** All surrogates. */
        static final KindsByTag<Surrogate> ALL = KindsByTag.<Surrogate>of(
                        "a surrogate gradient",
                        List.of(
                                kind(
                                        "fast-sigmoid",
                                        "1 / (1 + slope |v|)^2.",
                                        place -> new FastSigmoid(SLOPE.in(place)),
                                        SLOPE),
                                kind(
                                        "sigmoid",
                                        "Derivative of the logistic function.",
                                        place -> new Sigmoid(SLOPE.in(place)),
                                        SLOPE),
                                kind(
                                        "exponential",
                                        "exp(-slope |v|).",
                                        place -> new Exponential(EXPONENTIAL_SLOPE.in(place)),
                                        EXPONENTIAL_SLOPE),
                                kind(
                                        "double-gaussian",
                                        "A narrow bell less a wide and low one: negative far from the threshold.",
                                        place -> new DoubleGaussian(BELL_WIDTH.in(place)),
                                        BELL_WIDTH),
                                kind(
                                        "arc-tangent",
                                        "Derivative of the arc tangent.",
                                        place -> new ArcTangent(ARC_WIDTH.in(place)),
                                        ARC_WIDTH),
                                kind(
                                        "straight-through",
                                        "1 everywhere, however far from the threshold.",
                                        place -> new StraightThrough())))
                .named("surrogate");

        private SurrogateKeys() {}

        private static Kind<Surrogate> kind(
                String word, String description, Function<Place, Surrogate> reader, Key<?>... keys) {
            return new Kind<>(word, description, Shape.of("", reader, keys));
        }
    }
}
