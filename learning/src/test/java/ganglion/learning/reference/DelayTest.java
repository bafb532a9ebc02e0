package ganglion.learning.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.compile.Verifier;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyMaxMembrane;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learned delays: what they do to a signal, what training makes of them, and what the compiler does. */
class DelayTest {

    private static final int STEPS = 8;

    /** What three inputs with the delays 0, 1.25 and 3.5 steps become, read through neurons that forget at once. */
    private static Model probe() {
        Model model = Model.create(LayerShape.of(3), List.of(new Delay(5, 0.5, true), Neurons.integrator(0)), 1);
        System.arraycopy(
                new double[] {0, 2.5, 7}, 0, model.parameter(0, "delay").values(), 0, 3);
        return model;
    }

    private static double[][] outputs(boolean training) {
        Sequence input = Sequence.zeros(STEPS, 1, 3);
        Arrays.fill(input.values(), input.row(1, 0), input.row(1, 0) + 3, 1);
        Sequence output =
                new ReferenceNetwork(probe(), 0).forward(input, training).membranes();
        double[][] byInput = new double[3][STEPS];
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < 3; i++) {
                byInput[i][t] = output.at(t, 0, i);
            }
        }
        return byInput;
    }

    @Test
    void whileTrainingADelayLiesBetweenTwoSteps() {
        double[][] output = outputs(true);

        assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0, 0, 0}, output[0]);
        assertArrayEquals(new double[] {0, 0, 0.75, 0.25, 0, 0, 0, 0}, output[1]);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0.5, 0.5, 0, 0}, output[2]);
    }

    @Test
    void afterwardsItIsAWholeNumberOfSteps() {
        double[][] output = outputs(false);

        assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0, 0, 0}, output[0]);
        assertArrayEquals(new double[] {0, 0, 1, 0, 0, 0, 0, 0}, output[1]);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1, 0, 0}, output[2], "3.5 is rounded up");
    }

    @Test
    void valuesOutOfBoundsAreClampedAndNotPulledAnyFurther() {
        Delay delay = new Delay(4, 2, true);

        assertEquals(0, delay.steps(-3));
        assertEquals(4, delay.steps(2.5));
        assertEquals(3, delay.steps(1.5));
        assertEquals(3, delay.wholeSteps(1.25), "2.5 steps are rounded up");
        assertTrue(delay.isWithin(0) && delay.isWithin(2));
        assertFalse(delay.isWithin(-1e-9) || delay.isWithin(2.1));
    }

    @Test
    void freshDelaysSpreadOverWhatIsAllowed() {
        Delay delay = Delay.learned(20);
        double[] values = Model.create(LayerShape.of(400), List.of(delay, Neurons.leaky(0.9)), 3)
                .parameter(0, "delay")
                .values();

        double mean = Arrays.stream(values).map(delay::steps).average().orElseThrow();
        assertEquals(10, mean, 1);
        assertTrue(Arrays.stream(values).allMatch(delay::isWithin));
    }

    /** Two inputs fire once each; only in which order, and how far apart, tells the classes apart. */
    private static List<Sample> intervals(int count, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int label = k % 2;
            int start = random.nextInt(6);
            int[] starts = new int[21];
            Arrays.fill(starts, start + 1, 21, 1);
            Arrays.fill(starts, start + 5, 21, 2);
            samples.add(new Sample(new SpikeInput(2, starts, label == 0 ? new int[] {0, 1} : new int[] {1, 0}), label));
        }
        return samples;
    }

    /** Without delays both orders look alike to neurons that forget at once. */
    @ParameterizedTest
    @CsvSource({"true, 1.0", "false, 0.5"})
    void delaysLearnWhatInstantNeuronsCannotSee(boolean learned, double expectedAccuracy) {
        Model model = Model.create(
                LayerShape.of(2), List.of(new Delay(6, 10, learned), new Dense(2, true), Neurons.integrator(0)), 4);
        // Output 0 sums up; output 1 is a bar that only a coincidence clears. Delays of 4 and 0 would make one.
        double[] start = learned ? new double[] {0.33, 0.02} : new double[2];
        System.arraycopy(start, 0, model.parameter(0, "delay").values(), 0, 2);
        System.arraycopy(
                new double[] {1, 1, 0, 0}, 0, model.parameter(1, "weight").values(), 0, 4);
        System.arraycopy(new double[] {0, 1.6}, 0, model.parameter(1, "bias").values(), 0, 2);
        CrossEntropyMaxMembrane loss = new CrossEntropyMaxMembrane();
        try (FastEngine engine =
                new FastEngine(model, AdamRule.of(AdamRule.Variant.ADAM, 0.02), 0, TaskRunner.SEQUENTIAL)) {
            for (int step = 0; step < 60; step++) {
                engine.train(intervals(20, step), TrainingStep.of(step, loss, 0.02));
            }
            BatchReport report = engine.evaluate(intervals(40, -1), new EvaluationStep(loss, ReadOut.MAX_MEMBRANE));
            int correct = 0;
            for (int k = 0; k < 40; k++) {
                correct += report.decisions()[k] == k % 2 ? 1 : 0;
            }
            engine.store();
            assertEquals(
                    expectedAccuracy,
                    correct / 40.0,
                    1e-9,
                    Arrays.toString(model.parameter(0, "delay").values()));
        }
    }

    @Test
    void compiledDelaysAreThoseOfTheSynapsesOfEachSource() throws CompileException {
        Model model = Model.create(
                LayerShape.of(3), List.of(new Delay(5, 0.5, true), new Dense(2, true), Neurons.leaky(0.5)), 1);
        System.arraycopy(
                new double[] {0, 2.5, 7}, 0, model.parameter(0, "delay").values(), 0, 3);

        Synapses synapses = ModelCompiler.compile(model).inputSynapses();

        assertArrayEquals(
                new int[] {1, 2, 5},
                new int[] {synapses.delayTicks(0, 0), synapses.delayTicks(1, 0), synapses.delayTicks(2, 0)});
        Arrays.fill(model.parameter(0, "delay").values(), 4);
        Synapses alike = ModelCompiler.compile(model).inputSynapses();
        assertEquals(3, ((DenseSynapses) alike).commonDelayTicks());
    }

    @Test
    void delayedNumbersFlowAsTheModelHasThem() throws CompileException {
        Model model = Model.create(
                LayerShape.of(3),
                List.of(Delay.learned(4), new Dense(5, true), Neurons.leaky(0.5), Delay.learned(3), Neurons.leaky(0.5)),
                2);
        for (int i = 0; i < 15; i++) {
            model.parameter(1, "weight").values()[i] = (i % 5 - 1.5) / 2;
        }
        CompiledModel compiled = ModelCompiler.compile(model);
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            float[][] rows = new float[STEPS][3];
            for (float[] row : rows) {
                for (int i = 0; i < 3; i++) {
                    row[i] = random.nextInt(8) / 4f;
                }
            }
            samples.add(new Sample(new DenseInput(rows), 0));
        }

        assertTrue(Verifier.verify(model, compiled, samples).equal());
        assertTrue(Verifier.verify(model, compiled, samples).spikes() > 10);
    }

    @Test
    void delaysBehindWeightsNeitherTrainNorCompile() {
        Model model =
                Model.create(LayerShape.of(3), List.of(new Dense(2, true), Delay.learned(4), Neurons.leaky(0.5)), 1);

        assertEquals(
                "layer 1: delays and windows must follow the input or a layer of neurons",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new FastEngine(
                                        model, AdamRule.of(AdamRule.Variant.ADAM, 0.02), 0, TaskRunner.SEQUENTIAL))
                        .getMessage());
        assertEquals(
                "layer 1: the simulator delays spikes only, so that delays must follow the input or a layer of neurons"
                        + " at once",
                assertThrows(CompileException.class, () -> ModelCompiler.compile(model))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "10001, 1", "5, 0", "5, -1", "5, Infinity", "5, NaN"})
    void refusesBoundsOutOfRange(int longest, double stepsPerUnit) {
        assertThrows(IllegalArgumentException.class, () -> new Delay(longest, stepsPerUnit, true));
    }
}
