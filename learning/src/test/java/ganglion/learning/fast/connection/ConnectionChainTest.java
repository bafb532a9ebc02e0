package ganglion.learning.fast.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.learning.fast.arithmetic.ByTarget;
import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.fast.connection.FastConnection.DropoutConnection;
import ganglion.learning.fast.connection.FastConnection.GainConnection;
import ganglion.learning.fast.connection.FastConnection.IdentityConnection;
import ganglion.learning.model.DropoutMask;
import ganglion.learning.model.Parameter;
import ganglion.learning.quantise.WeightProjection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionChainTest {

    private final SliceGradients gradients = new SliceGradients();

    private static FloatParameter parameter(boolean bySource, int[] shape, double... values) {
        return new FloatParameter(new Parameter("p", shape, true, values), bySource, WeightProjection.NONE);
    }

    private final FloatParameter gain = parameter(false, new int[] {2}, 2, -3);
    private final FloatParameter weight = parameter(true, new int[] {3, 2}, 1, 0.5, -1, 4, 0.25, 8);

    private DenseConnection dense() {
        ByTarget byTarget = new ByTarget(weight);
        byTarget.refresh();
        return new DenseConnection(weight, null, byTarget, gradients);
    }

    private static StepInput numbers(float... row) {
        StepInput input = new StepInput(row.length);
        input.setRows(new float[][] {row}, 1);
        return input;
    }

    @Test
    void layersApplyOneAfterTheOtherAndGradientsGoTheWayBack() {
        ConnectionChain chain = new ConnectionChain(List.of(new GainConnection(gain, gradients), dense()), 1);
        float[][] output = new float[1][3];
        chain.forward(numbers(1, 2), output);
        // The gains make 2 and -6 of it.
        assertArrayEquals(new float[] {-1, -26, -47.5f}, output[0]);

        float[][] back = new float[1][2];
        chain.backward(numbers(1, 2), new float[][] {{1, 0, 2}}, back);

        assertArrayEquals(new float[] {2 * 1.5f, -3 * 16.5f}, back[0]);
        assertArrayEquals(new float[] {1.5f, 33}, gradients.of(gain)[0]);
        assertArrayEquals(new float[] {2, 0, 4}, gradients.of(weight)[0]);
        assertArrayEquals(new float[] {-6, 0, -12}, gradients.of(weight)[1]);
    }

    @Test
    void theWeightsOfALoneDenseLayerWaitForAllSpikes() {
        DenseConnection dense = dense();
        ConnectionChain chain = new ConnectionChain(List.of(dense), 1);
        SpikeRows spikes = new SpikeRows(2);
        spikes.clear(2);
        spikes.addCopy(new int[] {1}, 0, 1);
        spikes.addCopy(new int[] {0, 1}, 0, 2);
        float[][] slopes = {{1, 2, 3}, {10, 20, 30}};

        for (int t = 1; t >= 0; t--) {
            StepInput input = new StepInput(2);
            input.setSpikes(spikes, t, 1);
            chain.backward(input, new float[][] {slopes[t]}, null);
        }
        assertNull(gradients.ifPresent(weight));
        chain.finish(spikes, 2, slopes);

        assertSame(dense, chain.onlyDense());
        assertArrayEquals(new float[] {10, 20, 30}, gradients.of(weight)[0]);
        assertArrayEquals(new float[] {11, 22, 33}, gradients.of(weight)[1]);
    }

    @Test
    void onlyALoneIdentityIsOne() {
        assertTrue(new ConnectionChain(List.of(new IdentityConnection(2)), 1).isIdentity());
        assertFalse(new ConnectionChain(List.of(dense()), 1).isIdentity());
        ConnectionChain two = new ConnectionChain(List.of(new IdentityConnection(2), new IdentityConnection(2)), 1);
        assertFalse(two.isIdentity());
        assertNull(two.onlyDense());
        two.finish(new SpikeRows(2), 0, new float[0][]);
    }

    @Test
    void dropoutSilencesInTrainingOnlyAndNumbersSamplesOverTheBatch() {
        DropoutMask mask = new DropoutMask(0.5, 4, 0);
        ConnectionChain chain = new ConnectionChain(List.of(new DropoutConnection(mask, 2, 1)), 1);
        float[][] output = new float[1][2];

        for (int sample = 0; sample < 8; sample++) {
            chain.begin(3, sample, true);
            chain.forward(numbers(1, 3), output);
            assertArrayEquals(
                    new float[] {(float) mask.factor(sample, 0), 3 * (float) mask.factor(sample, 1)}, output[0]);
        }
        chain.begin(3, 0, false);
        chain.forward(numbers(1, 3), output);
        assertArrayEquals(new float[] {1, 3}, output[0]);
    }
}
