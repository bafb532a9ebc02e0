package ganglion.scenario.experiment.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.key.KindsByTag;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.loss.Loss;
import ganglion.learning.loss.Loss.CrossEntropyCount;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.loss.Loss.CrossEntropyMeanMembrane;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.Loss.SquaredCount;
import ganglion.learning.loss.Loss.SquaredMembrane;
import ganglion.learning.loss.Loss.SquaredRate;
import ganglion.learning.loss.Loss.WindowedError;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Convolution;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Flatten;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Layer.Pooling;
import ganglion.learning.model.LayerShape.Window;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.optimiser.Schedule;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.Surrogate.ArcTangent;
import ganglion.learning.surrogate.Surrogate.DoubleGaussian;
import ganglion.learning.surrogate.Surrogate.Exponential;
import ganglion.learning.surrogate.Surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate.Sigmoid;
import ganglion.learning.surrogate.Surrogate.StraightThrough;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.key.NeuronKeys.SurrogateKeys;
import ganglion.scenario.experiment.key.OptimiserKeys.ScheduleKeys;
import ganglion.scenario.experiment.key.TrainingKeys.LossKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of layer, surrogate, loss, optimiser and schedule as a file has it: with its defaults, and with every key. */
class LearningKindsTest {

    private static final String BARE = """
        experiment: kinds
        data: {training: {kind: spike-lists, path: data}}
        features: {step: 1 ms, channels: 24, duration: 40 ms}
        network:
          input: [2, 3, 4]
          layers:
            - {kind: leaky, beta: 0.5}
            - %s
            - {kind: leaky, beta: 0.9}
        training: {epochs: 10%s}
        """;

    private static final Setting ONE = Setting.fixed(1);

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new ExperimentFolder(temporary).with("data");
    }

    private Classification read(String layer, String training) throws IOException, InputException {
        return (Classification) folder.read(BARE.formatted(layer, training));
    }

    private Layer layer(String text) throws IOException, InputException {
        return read(text, "").network().layers().get(1);
    }

    private TrainingPlan training(String text) throws IOException, InputException {
        boolean single = text.contains("squared-rate") || text.contains("windowed-error");
        return read("{kind: dense, outputs: " + (single ? 1 : 2) + "}", ", " + text)
                .training();
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of("{kind: dense, outputs: 5}", new Dense(5, true)),
                Arguments.of("{kind: dense, outputs: 5, bias: false}", new Dense(5, false)),
                Arguments.of("{kind: gain}", new Gain(1, true)),
                Arguments.of("{kind: gain, initial: 0.5, learned: false}", new Gain(0.5, false)),
                Arguments.of(
                        "{kind: convolution, channels: 3, width: 2}",
                        new Convolution(3, new Window(1, 2, 1, 0, 0), true)),
                Arguments.of(
                        "{kind: convolution, channels: 3, width: 2, height: 3, stride: 2, padding-width: 1,"
                                + " padding-height: 2, bias: false}",
                        new Convolution(3, new Window(3, 2, 2, 2, 1), false)),
                Arguments.of("{kind: pooling, width: 2}", new Pooling(new Window(1, 2, 1, 0, 0), true)),
                Arguments.of(
                        "{kind: pooling, width: 2, height: 3, stride: 3, average: false}",
                        new Pooling(new Window(3, 2, 3, 0, 0), false)),
                Arguments.of("{kind: flatten}", new Flatten()),
                Arguments.of("{kind: dropout, rate: 0.25}", new Dropout(0.25)),
                Arguments.of("{kind: batch-normalisation}", new BatchNormalisation(1, 1, 0.1, 1e-5)),
                Arguments.of(
                        "{kind: batch-normalisation, scale: 2, threshold: 0.5, momentum: 1, epsilon: 0.01}",
                        new BatchNormalisation(2, 0.5, 1, 0.01)),
                Arguments.of(
                        "{kind: dense, outputs: 2, delays: {longest: 25}}",
                        new Dense(2, true, new SynapseDelays(25, 100, true, 12.5, 0.5, 0.25))),
                Arguments.of(
                        "{kind: dense, outputs: 2, delays: {longest: 9, width: {from: 3, to: 1, within: 0.5}, learned:"
                                + " false, steps-per-unit: 10}}",
                        new Dense(2, true, new SynapseDelays(9, 10, false, 3, 1, 0.5))),
                Arguments.of(
                        "{kind: dense, outputs: 2, delays: {profile: truenorth}}",
                        new Dense(2, true, new SynapseDelays(14, 100, true, 7, 0.5, 0.25))),
                Arguments.of(
                        "{kind: dense, outputs: 2, delays: {profile: loihi, longest: 61, width: {to: 40}}}",
                        new Dense(2, true, new SynapseDelays(61, 100, true, 40, 40, 0.25))),
                Arguments.of("{kind: balanced-resonate-and-fire}", BalancedNeurons.USUAL),
                Arguments.of(
                        "{kind: balanced-resonate-and-fire, omega: {low: 1, high: 2}, damping: {low: 3, high: 4},"
                                + " step: 0.05, refractory-decay: 0.5, threshold: 2, learned: false, surrogate: {kind:"
                                + " straight-through}, recurrence: all-to-all}",
                        new BalancedNeurons(
                                new Span(1, 2),
                                new Span(3, 4),
                                0.05,
                                0.5,
                                2,
                                false,
                                new StraightThrough(),
                                Recurrence.ALL_TO_ALL)),
                Arguments.of("{kind: se-adlif}", SeAdLifNeurons.USUAL),
                Arguments.of(
                        "{kind: se-adlif, time-constants: {low: 2, high: 4}, adaptation-time-constants: {low: 9, high:"
                                + " 20}, a: {low: 0.5, high: 2}, b: {low: -1, high: 1}, scale: 3, threshold: 0.5, learned:"
                                + " false, surrogate: {kind: straight-through}, recurrence: all-to-all}",
                        new SeAdLifNeurons(
                                new Span(2, 4),
                                new Span(9, 20),
                                new Span(0.5, 2),
                                new Span(-1, 1),
                                3,
                                0.5,
                                false,
                                new StraightThrough(),
                                Recurrence.ALL_TO_ALL)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layersAreRead(String text, Layer expected) throws IOException, InputException {
        assertEquals(expected, layer(text));
    }

    static Stream<Arguments> neurons() {
        Setting beta = Setting.fixed(0.8);
        Setting alpha = Setting.fixed(0.7);
        return Stream.of(
                Arguments.of("{kind: leaky, beta: 0.8}", neurons(Dynamics.LEAKY, ONE, beta)),
                Arguments.of("{kind: synaptic, alpha: 0.7, beta: 0.8}", neurons(Dynamics.SYNAPTIC, alpha, beta)),
                Arguments.of("{kind: integrator, beta: 0.8}", Neurons.integrator(0.8)),
                Arguments.of(
                        "{kind: leaky, beta: {initial: 0.8}, reset: none, delayed-reset: false, recurrence: all-to-all,"
                                + " threshold: {initial: 2, per-neuron: true}}",
                        new Neurons(
                                Dynamics.LEAKY,
                                ResetRule.NONE,
                                false,
                                new FastSigmoid(25),
                                Recurrence.ALL_TO_ALL,
                                ONE,
                                beta,
                                new Setting(2, true, false))));
    }

    private static Neurons neurons(Dynamics dynamics, Setting alpha, Setting beta) {
        return new Neurons(dynamics, ResetRule.SUBTRACT, true, new FastSigmoid(25), Recurrence.NONE, alpha, beta, ONE);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void neuronsAreRead(String text, Neurons expected) throws IOException, InputException {
        assertEquals(expected, layer(text));
    }

    static Stream<Arguments> surrogates() {
        return Stream.of(
                Arguments.of("{kind: fast-sigmoid}", new FastSigmoid(25)),
                Arguments.of("{kind: fast-sigmoid, slope: 3}", new FastSigmoid(3)),
                Arguments.of("{kind: sigmoid}", new Sigmoid(25)),
                Arguments.of("{kind: sigmoid, slope: 4}", new Sigmoid(4)),
                Arguments.of("{kind: exponential}", new Exponential(5)),
                Arguments.of("{kind: exponential, slope: 4}", new Exponential(4)),
                Arguments.of("{kind: double-gaussian}", new DoubleGaussian(0.5)),
                Arguments.of("{kind: double-gaussian, width: 2}", new DoubleGaussian(2)),
                Arguments.of("{kind: arc-tangent}", new ArcTangent(2)),
                Arguments.of("{kind: arc-tangent, width: 5}", new ArcTangent(5)),
                Arguments.of("{kind: straight-through}", new StraightThrough()));
    }

    @ParameterizedTest
    @MethodSource("surrogates")
    void surrogatesAreRead(String text, Surrogate expected) throws IOException, InputException {
        assertEquals(expected, ((Neurons) layer("{kind: leaky, beta: 0.8, surrogate: " + text + "}")).surrogate());
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("{kind: cross-entropy-rate}", new CrossEntropyRate()),
                Arguments.of("{kind: cross-entropy-count}", new CrossEntropyCount()),
                Arguments.of("{kind: cross-entropy-max-membrane}", new CrossEntropyMaxMembrane()),
                Arguments.of("{kind: cross-entropy-mean-membrane}", new CrossEntropyMeanMembrane()),
                Arguments.of("{kind: squared-count}", new SquaredCount(0.8, 0.2)),
                Arguments.of("{kind: squared-count, correct-rate: 0.7, other-rate: 0.1}", new SquaredCount(0.7, 0.1)),
                Arguments.of("{kind: squared-rate}", new SquaredRate()),
                Arguments.of("{kind: squared-membrane}", new SquaredMembrane(1, 0)),
                Arguments.of(
                        "{kind: squared-membrane, correct-potential: 2, other-potential: -1}",
                        new SquaredMembrane(2, -1)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesAreRead(String text, Loss expected) throws IOException, InputException {
        assertEquals(expected, training("loss: " + text).objective().loss());
    }

    @Test
    void theLossOfTheFoundingStudyIsRead() throws IOException, InputException {
        assertTrue(training("loss: {kind: windowed-error}").objective().loss() instanceof WindowedError);
    }

    static Stream<Arguments> optimisers() {
        return Stream.of(
                Arguments.of("{kind: adam}", adam(AdamRule.Variant.ADAM)),
                Arguments.of("{kind: adamw}", adam(AdamRule.Variant.ADAMW)),
                Arguments.of("{kind: nadam}", adam(AdamRule.Variant.NADAM)),
                Arguments.of(
                        "{kind: nadam, learning-rate: 0.1, beta1: 0.8, beta2: 0.9, weight-decay: 0.2}",
                        new AdamRule(AdamRule.Variant.NADAM, 0.1, 0.8, 0.9, 1e-8, 0.2, 0.004)),
                Arguments.of("{kind: sgd}", new SgdRule(0.001, 0, false, 0)),
                Arguments.of(
                        "{kind: sgd, learning-rate: 1, momentum: 0.9, weight-decay: 0.1}",
                        new SgdRule(1, 0.9, false, 0.1)));
    }

    private static Rule adam(AdamRule.Variant variant) {
        return new AdamRule(variant, 0.001, 0.9, 0.999, 1e-8, 0, 0.004);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void optimisersAreRead(String text, Rule expected) throws IOException, InputException {
        assertEquals(expected, training("optimiser: " + text).descent().rule());
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of("{kind: constant}", new Schedule.Constant()),
                Arguments.of("{kind: constant, warm-up: 3}", new Schedule.WarmUp(3, new Schedule.Constant())),
                Arguments.of("{kind: steps, every: 4}", new Schedule.Steps(4, 0.5)),
                Arguments.of("{kind: steps, every: 4, factor: 0.1}", new Schedule.Steps(4, 0.1)),
                Arguments.of("{kind: cosine}", new Schedule.Cosine(10, 0)),
                Arguments.of("{kind: cosine, warm-up: 4}", new Schedule.WarmUp(4, new Schedule.Cosine(6, 0))),
                Arguments.of("{kind: cosine, warm-up: 10}", new Schedule.WarmUp(10, new Schedule.Cosine(1, 0))),
                Arguments.of("{kind: cosine, epochs: 5, lowest: 0.2}", new Schedule.Cosine(5, 0.2)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void schedulesAreRead(String text, Schedule expected) throws IOException, InputException {
        assertEquals(expected, training("schedule: " + text).descent().schedule());
    }

    /** Every kind that can be written stands in a list above, so that a new kind comes with its test. */
    @Test
    void everyKindIsTested() {
        assertEquals(words(LossKeys.ALL), tested(losses(), "windowed-error"));
        assertEquals(words(OptimiserKeys.ALL), tested(optimisers()));
        assertEquals(words(ScheduleKeys.ALL), tested(schedules()));
        assertEquals(words(SurrogateKeys.ALL), tested(surrogates()));
        assertEquals(words(LayerKeys.ALL), tested(Stream.concat(layers(), neurons())));
    }

    private static Set<String> words(KindsByTag<?> all) {
        Set<String> words = new TreeSet<>();
        all.kinds().forEach(kind -> words.add(kind.word()));
        return words;
    }

    private static Set<String> tested(Stream<Arguments> rows, String... more) {
        Set<String> words = new TreeSet<>(List.of(more));
        rows.map(row -> row.get()[0].toString().replaceAll("^\\{kind: ([a-z-]+).*$", "$1"))
                .forEach(words::add);
        return words;
    }
}
