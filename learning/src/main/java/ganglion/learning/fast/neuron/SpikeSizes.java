package ganglion.learning.fast.neuron;

import ganglion.learning.fast.arithmetic.Kernels;
import ganglion.learning.fast.arithmetic.SpikeRows;
import java.util.Arrays;

/** Graded spikes on the way back, in one slice: from the value that a spike has to the decision to fire. */
public final class SpikeSizes {

    private final float[] sizes;
    private final float[] gradient;

    /** @param sizes value of a spike of each neuron; read anew at each step */
    public SpikeSizes(float[] sizes) {
        this.sizes = sizes;
        this.gradient = new float[sizes.length];
    }

    /** Starts a batch. */
    public void begin() {
        Arrays.fill(gradient, 0);
    }

    /** Turns gradients with respect to what neurons gave at a step into those with respect to whether they fired. */
    public void through(SpikeRows spikes, int row, float[] spike) {
        for (int k = spikes.start(row); k < spikes.end(row); k++) {
            int i = spikes.indices()[k];
            gradient[i] += spike[i];
        }
        Kernels.multiply(spike, sizes, sizes.length);
    }

    /** Gradient with respect to each size, summed since {@link #begin}. */
    public float[] gradient() {
        return gradient;
    }
}
