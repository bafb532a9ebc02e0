package ganglion.learning.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.RandomNetworks;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.optimiser.Rule;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import ganglion.runtime.ThreadedTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FastEngineTest {

    private static final int SEED = 5;
    private static final int STEPS = 6;
    private static final Rule STILL = new SgdRule(1e-12, 0, false, 0);

    static Stream<Arguments> networksAndInputs() {
        List<Arguments> arguments = new ArrayList<>();
        for (List<Layer> layers : RandomNetworks.layers()) {
            for (RandomNetworks.Inputs inputs : RandomNetworks.inputs()) {
                arguments.add(Arguments.of(layers, inputs));
            }
        }
        return arguments.stream();
    }

    /** Every reset of both kinds of leaky neurons, with parameters of each neuron and of all. */
    static Stream<Arguments> resets() {
        List<Arguments> arguments = new ArrayList<>();
        Setting shared = Setting.learned(0.75);
        for (Neurons base : List.of(Neurons.leaky(0.75), Neurons.synaptic(0.5, 0.75))) {
            for (ResetRule reset : ResetRule.values()) {
                for (boolean delayed : new boolean[] {false, true}) {
                    Setting each = Setting.learnedPerNeuron(0.75);
                    Neurons own = base.withReset(reset, delayed)
                            .withSettings(delayed ? shared : each, delayed ? each : shared, Setting.learned(1));
                    arguments.add(Arguments.of(
                            List.of(new Dense(10, true), own, new Dense(RandomNetworks.CLASSES, true), own),
                            (RandomNetworks.Inputs) RandomNetworks::spikes));
                }
            }
        }
        return arguments.stream();
    }

    @ParameterizedTest
    @MethodSource({"networksAndInputs", "resets"})
    void doesWhatTheReferenceDoes(List<Layer> layers, RandomNetworks.Inputs inputs) {
        Model model = RandomNetworks.model(layers, SEED);
        List<Sample> batch = RandomNetworks.samples(7, STEPS, inputs, SEED);
        TrainingStep step = new TrainingStep(
                3, new Probe(), new SpikePenalty(0.1, 2, 0.1), 1e-12, Double.POSITIVE_INFINITY, ReadOut.SPIKE_COUNT);
        TapeNetwork reference = new TapeNetwork(model.copy(), SEED);
        FastEngine fast = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        BatchReport report = EngineParity.assertSameStep("", model, reference, fast, batch, step);

        assertTrue(report.activity().get(0).rate() > 0.02, "a silent network shows nothing");
    }

    /** Behind a training step, which spreads delays and silences inputs: nothing of that is left. */
    @ParameterizedTest
    @MethodSource({"networksAndInputs", "resets"})
    void evaluatesAsTheReferenceDoes(List<Layer> layers, RandomNetworks.Inputs inputs) {
        Model model = RandomNetworks.model(layers, SEED);
        List<Sample> batch = RandomNetworks.samples(7, STEPS, inputs, SEED);
        EvaluationStep step = new EvaluationStep(new Probe(), ReadOut.SPIKE_COUNT);
        ReferenceNetwork reference = new ReferenceNetwork(model.copy());
        FastEngine fast = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        fast.train(batch, TrainingStep.of(3, new Probe(), 1e-12));

        EngineParity.assertSameReport("", reference.evaluate(batch, step), fast.evaluate(batch, step));
    }

    @ParameterizedTest
    @MethodSource("networksAndInputs")
    void threadsDoNotChangeABit(List<Layer> layers, RandomNetworks.Inputs inputs) {
        List<double[]> one = trained(layers, inputs, 1);
        List<double[]> three = trained(layers, inputs, 3);

        for (int p = 0; p < one.size(); p++) {
            assertArrayEquals(one.get(p), three.get(p));
        }
        Model fresh = RandomNetworks.model(layers, SEED);
        assertFalse(Arrays.equals(fresh.allParameters().get(0).values(), one.get(0)), "it has learned something");
    }

    private static List<double[]> trained(List<Layer> layers, RandomNetworks.Inputs inputs, int threads) {
        Model model = RandomNetworks.model(layers, SEED);
        FastEngine engine =
                new FastEngine(model, AdamRule.of(AdamRule.Variant.NADAM, 0.01), SEED, new ThreadedTasks(threads));
        for (int i = 0; i < 5; i++) {
            engine.train(RandomNetworks.samples(9 + i, STEPS, inputs, i), TrainingStep.of(i, new Probe(), 0.01));
        }
        engine.store();
        return model.allParameters().stream().map(Parameter::values).toList();
    }

    @Test
    void clipsLongGradients() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(0), SEED);
        double[] before = model.allParameters().get(0).values().clone();
        TrainingStep step = new TrainingStep(0, new Probe(), SpikePenalty.NONE, 1, 0.001, ReadOut.SPIKE_COUNT);
        FastEngine engine = new FastEngine(model, new SgdRule(1, 0, false, 0), SEED, TaskRunner.SEQUENTIAL);
        BatchReport report = engine.train(RandomNetworks.samples(8, STEPS, RandomNetworks::spikes, SEED), step);
        engine.store();
        assertTrue(report.gradientNorm() > 0.001);
        double moved = 0;
        for (int i = 0; i < before.length; i++) {
            moved += Math.pow(model.allParameters().get(0).values()[i] - before[i], 2);
        }
        assertTrue(Math.sqrt(moved) <= 0.001 + 1e-6 && moved > 0, "moved by " + Math.sqrt(moved));
    }

    @Test
    void aBatchThatFailedLeavesNothingBehind() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(0), SEED);
        List<Sample> batch = RandomNetworks.samples(8, STEPS, RandomNetworks::spikes, SEED);
        List<Sample> broken = new ArrayList<>(batch);
        broken.set(7, new Sample(new ConstantInput(new float[5], STEPS), 0));
        TrainingStep step = TrainingStep.of(0, new Probe(), 1e-12);
        FastEngine once = new FastEngine(model.copy(), STILL, SEED, TaskRunner.SEQUENTIAL);
        FastEngine again = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        once.train(batch, step);
        assertThrows(IllegalArgumentException.class, () -> again.train(broken, step));
        again.train(batch, step);

        for (int p = 0; p < once.gradients().size(); p++) {
            assertArrayEquals(once.gradients().get(p), again.gradients().get(p));
        }
    }

    @Test
    void saysWhatDoesNotFit() {
        Model model = RandomNetworks.model(RandomNetworks.layers().get(0), SEED);
        List<Sample> batch = new ArrayList<>(RandomNetworks.samples(3, STEPS, RandomNetworks::spikes, SEED));
        batch.add(new Sample(new ConstantInput(new float[5], STEPS), 0));
        FastEngine engine = new FastEngine(model, STILL, SEED, TaskRunner.SEQUENTIAL);
        TrainingStep step = TrainingStep.of(0, new CrossEntropyRate(), 1);
        String message = assertThrows(IllegalArgumentException.class, () -> engine.train(batch, step))
                .getMessage();
        assertEquals("a sample has 6 steps of 5 values, expected 6 of 24", message);
        assertThrows(IllegalArgumentException.class, () -> engine.train(List.of(), step));
        List<Sample> mixed = new ArrayList<>(RandomNetworks.samples(9, STEPS, RandomNetworks::spikes, SEED));
        for (int b = 0; b < mixed.size(); b += 2) {
            mixed.set(b, new Sample(new ConstantInput(new float[24], STEPS), 0));
        }
        assertEquals(
                "found samples of different kinds of input in one batch, expected one kind",
                assertThrows(IllegalArgumentException.class, () -> engine.train(mixed, step))
                        .getMessage());
        Model unknown = Model.create(
                LayerShape.of(2),
                List.of(new Dense(2, true), new Dense(2, true, SynapseDelays.learned(3)), Neurons.leaky(0.9)),
                0);
        assertEquals(
                "layer 1: delays must follow the input or a layer of neurons at once",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new FastEngine(unknown, STILL, SEED, TaskRunner.SEQUENTIAL))
                        .getMessage());
    }
}
