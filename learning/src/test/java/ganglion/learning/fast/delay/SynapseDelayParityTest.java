package ganglion.learning.fast.delay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.Dense;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.oracle.TapeNetwork;
import ganglion.learning.quantise.WeightProjection;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delays of synapses on the fast engine give what the layers in double precision give, at all steps and back. */
class SynapseDelayParityTest {

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

    private void assertSame(
            SynapseDelayLine fast, Model model, TapeNetwork reference, boolean training, boolean asSpikes) {
        Sequence expected = training
                ? reference.forward(input).membranes()
                : new ReferenceNetwork(model).forward(input).membranes();
        fast.begin(STEPS, SAMPLES, training);
        for (int t = 0; t < STEPS; t++) {
            fast.take(t, step(t, asSpikes));
        }
        for (int t = 0; t < STEPS; t++) {
            assertRows(expected, t, fast.given(t), "step " + t);
        }
        if (training) {
            assertSameBack(fast, reference, slopes(expected.size()));
        }
    }

    private static void assertSameBack(SynapseDelayLine fast, TapeNetwork reference, Sequence slopes) {
        Sequence expected = reference.backward(slopes.zerosOf(slopes.size()), slopes);
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
            fast.backward(t, back);
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

    /** A width of 0.5 gives four steps to a synapse, one of 1.3 all up to the bound. */
    @ParameterizedTest
    @CsvSource({"true, true, 0.5", "true, false, 0.5", "false, true, 0.5", "true, true, 1.3", "true, false, 1.3"})
    void eachSynapseDelaysByItself(boolean training, boolean asSpikes, double width) {
        Dense layer = new Dense(3, true, new SynapseDelays(5, 2, true, width, width, 1));
        List<Parameter> parameters = layer.createParameters(LayerShape.of(SIZE), new SplittableRandom(5));
        // A read-out that forgets at once shows what reaches it.
        Neurons readOut = Neurons.integrator(0);
        Model model = new Model(
                LayerShape.of(SIZE),
                List.of(layer, readOut),
                List.of(parameters, readOut.createParameters(LayerShape.of(3), new SplittableRandom(5))));
        TapeNetwork reference = new TapeNetwork(model, 0);
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

        assertSame(line, model, reference, training, asSpikes);

        for (int p = 0; training && p < copies.size(); p++) {
            double[] gradient = new double[parameters.get(p).size()];
            copies.get(p).toModelOrder(gradients.of(copies.get(p)), gradient);
            assertArrayEquals(reference.gradients().get(p), gradient, TOLERANCE, "gradient of parameter " + p);
        }
    }
}
