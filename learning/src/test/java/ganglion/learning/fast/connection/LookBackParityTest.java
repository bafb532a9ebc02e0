package ganglion.learning.fast.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.LookBack.WindowLine;
import ganglion.learning.fast.delay.SpreadTable;
import ganglion.learning.fast.delay.SynapseDelayLine;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer.TimeWindow;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Parameter;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.reference.layer.DelayLayer;
import ganglion.learning.reference.layer.LayerParameters;
import ganglion.learning.reference.layer.LinearLayer.DelayedLinearLayer;
import ganglion.learning.reference.layer.ReferenceLayer;
import ganglion.learning.reference.layer.ReferenceLayer.TimeWindowLayer;
import ganglion.learning.reference.layer.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delays and windows of the fast engine give what the layers in double precision give, at all steps and back. */
class LookBackParityTest {

    private static final int STEPS = 6;
    private static final int SAMPLES = 2;
    private static final int SIZE = 4;
    private static final double TOLERANCE = 1e-5;

    private final Sequence input = ones(0.4, 1);

    /** Ones and zeros. */
    private static Sequence ones(double share, long seed) {
        Random random = new Random(seed);
        double[] values = new double[STEPS * SAMPLES * SIZE];
        Arrays.setAll(values, k -> random.nextDouble() < share ? 1 : 0);
        return new Sequence(STEPS, SAMPLES, SIZE, values);
    }

    private static Sequence slopes(int size) {
        return new Sequence(
                STEPS,
                SAMPLES,
                size,
                new Random(2).doubles((long) STEPS * SAMPLES * size, -1, 1).toArray());
    }

    private StepInput step(int step, boolean asSpikes) {
        StepInput given = new StepInput(SIZE);
        float[][] rows = new float[SAMPLES][SIZE];
        SpikeRows spikes = new SpikeRows(SIZE);
        spikes.clear(SAMPLES);
        for (int b = 0; b < SAMPLES; b++) {
            int[] fired = new int[SIZE];
            int count = 0;
            for (int i = 0; i < SIZE; i++) {
                rows[b][i] = (float) input.at(step, b, i);
                if (rows[b][i] == 1) {
                    fired[count++] = i;
                }
            }
            spikes.addCopy(fired, 0, count);
        }
        if (asSpikes) {
            given.setSpikes(spikes, 0, SAMPLES);
        } else {
            given.setRows(rows, SAMPLES);
        }
        return given;
    }

    private void assertSame(LookBack fast, ReferenceLayer reference, boolean training, boolean asSpikes) {
        Sequence expected = reference.forward(input, training);
        fast.begin(STEPS, SAMPLES, training);
        for (int t = 0; t < STEPS; t++) {
            fast.take(t, step(t, asSpikes));
        }
        for (int t = 0; t < STEPS; t++) {
            assertRows(expected, t, fast.given(t), "step " + t);
        }
        if (training) {
            assertSameBack(fast, reference, slopes(expected.size()), asSpikes);
        }
    }

    private void assertSameBack(LookBack fast, ReferenceLayer reference, Sequence slopes, boolean asSpikes) {
        Sequence expected = reference.backward(slopes);
        for (int t = STEPS - 1; t >= 0; t--) {
            float[][] rows = fast.givenGradients(t);
            for (int b = 0; b < SAMPLES; b++) {
                for (int i = 0; i < slopes.size(); i++) {
                    rows[b][i] = (float) slopes.at(t, b, i);
                }
            }
        }
        fast.backwardFromAllSteps(true);
        for (int t = STEPS - 1; t >= 0; t--) {
            float[][] back = new float[SAMPLES][SIZE];
            fast.backward(t, step(t, asSpikes), back);
            assertRows(expected, t, back, "gradient at step " + t);
        }
    }

    private static void assertRows(Sequence expected, int step, float[][] rows, String what) {
        for (int b = 0; b < SAMPLES; b++) {
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(new double[] {expected.at(step, b, i)}, new double[] {rows[b][i]}, TOLERANCE, what);
            }
        }
    }

    private static Parameter delays(boolean trainable) {
        return new Parameter("delay", new int[] {SIZE}, trainable, new double[] {0, 0.4, 2.75, 9});
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void delaysLieBetweenStepsInTrainingAndOnThemAfterwards(boolean training, boolean asSpikes) {
        Delay layer = new Delay(5, 1, true);
        Parameter delay = delays(true);
        LayerParameters live = new LayerParameters(List.of(delay));
        FloatParameter copy = new FloatParameter(delay, false, WeightProjection.NONE);
        SliceGradients gradients = new SliceGradients();

        assertSame(new DelayLine(layer, copy, gradients), new DelayLayer(layer, live), training, asSpikes);

        double[] gradient = new double[SIZE];
        copy.toModelOrder(gradients.of(copy), gradient);
        assertArrayEquals(live.gradients().get(0), gradient, TOLERANCE);
    }

    @Test
    void fixedDelaysHaveNoGradient() {
        Delay layer = new Delay(5, 1, false);
        Parameter delay = delays(false);
        FloatParameter copy = new FloatParameter(delay, false, WeightProjection.NONE);
        SliceGradients gradients = new SliceGradients();
        DelayLine line = new DelayLine(layer, copy, gradients);

        assertSame(line, new DelayLayer(layer, new LayerParameters(List.of(delay))), true, true);
        line.backward(0, step(0, true), null);

        assertArrayEquals(null, gradients.ifPresent(copy));
    }

    /** A width of 0.5 gives four steps to a synapse, one of 1.3 all up to the bound. */
    @ParameterizedTest
    @CsvSource({"true, true, 0.5", "true, false, 0.5", "false, true, 0.5", "true, true, 1.3", "true, false, 1.3"})
    void eachSynapseDelaysByItself(boolean training, boolean asSpikes, double width) {
        Dense layer = new Dense(3, true, new SynapseDelays(5, 2, true, width, width, 1));
        List<Parameter> parameters = layer.createParameters(LayerShape.of(SIZE), new SplittableRandom(5));
        LayerParameters live = new LayerParameters(parameters);
        List<FloatParameter> copies = parameters.stream()
                .map(parameter -> new FloatParameter(parameter, false, WeightProjection.NONE))
                .toList();
        SpreadTable table = new SpreadTable(layer.delays(), copies.get(0), copies.get(2));
        if (training) {
            table.spread(0, TaskRunner.SEQUENTIAL);
        } else {
            table.round(TaskRunner.SEQUENTIAL);
        }
        SliceGradients gradients = new SliceGradients();
        SynapseDelayLine line = new SynapseDelayLine(table, copies.get(1), gradients);

        assertSame(line, new DelayedLinearLayer(layer, live), training, asSpikes);

        for (int p = 0; p < copies.size(); p++) {
            double[] gradient = new double[parameters.get(p).size()];
            copies.get(p).toModelOrder(gradients.of(copies.get(p)), gradient);
            assertArrayEquals(live.gradients().get(p), gradient, TOLERANCE, "gradient of parameter " + p);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void windowsShowTheLatestSteps(int window) {
        for (boolean training : new boolean[] {true, false}) {
            assertSame(new WindowLine(window, SIZE), new TimeWindowLayer(new TimeWindow(window)), training, training);
        }
    }

    /** The first batch has as many rows, but later steps in them: some look back on steps that the second does not have. */
    @Test
    void aSecondBatchRemembersNothingOfTheFirst() {
        WindowLine line = new WindowLine(3, SIZE);
        line.begin(STEPS * SAMPLES, 1, true);
        for (int t = 0; t < STEPS * SAMPLES; t++) {
            StepInput all = new StepInput(SIZE);
            all.setRows(new float[][] {{7, 7, 7, 7}}, 1);
            line.take(t, all);
        }

        assertSame(line, new TimeWindowLayer(new TimeWindow(3)), true, false);
    }
}
