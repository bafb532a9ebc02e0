package ganglion.learning.fast.arithmetic;

import java.util.Arrays;

/** Indices of the neurons that fired, row by row: one row per step and sample, written in order. */
public final class SpikeRows {

    private final int neurons;
    private int[] starts = new int[1];
    private int[] indices = new int[0];
    private int rows;

    /** @param neurons number of neurons in a row */
    public SpikeRows(int neurons) {
        this.neurons = neurons;
    }

    /** Forgets all rows. */
    public void clear(int expectedRows) {
        rows = 0;
        if (starts.length < expectedRows + 1) {
            starts = new int[expectedRows + 1];
        }
        starts[0] = 0;
    }

    private void reserve() {
        int needed = starts[rows] + neurons + 1;
        if (indices.length < needed) {
            indices = Arrays.copyOf(indices, Math.max(needed, 2 * indices.length));
        }
    }

    /**
     * Adds a row: those neurons whose potential exceeds the threshold. Every neuron is written, and overwritten by the next if
     * it does not fire: which neurons fire cannot be predicted, and a branch that is predicted wrongly costs more. The sign of
     * the difference is exact, as different floats never have the difference zero.
     */
    public void addExceeding(float[] potential, float[] threshold) {
        reserve();
        int[] list = indices;
        int count = starts[rows];
        for (int i = 0; i < neurons; i++) {
            list[count] = i;
            count += Float.floatToRawIntBits(threshold[i] - potential[i]) >>> 31;
        }
        starts[++rows] = count;
    }

    /** Adds a row of given neurons. */
    public void addCopy(int[] source, int from, int until) {
        reserve();
        System.arraycopy(source, from, indices, starts[rows], until - from);
        starts[rows + 1] = starts[rows] + until - from;
        rows++;
    }

    /** Position of the first spike of a row in {@link #indices}. */
    public int start(int row) {
        return starts[row];
    }

    /** Position behind the last spike of a row. */
    public int end(int row) {
        return starts[row + 1];
    }

    /** Neurons of all rows, one row after the other; replaced when it grows. */
    public int[] indices() {
        return indices;
    }

    /** Adds the number of spikes of each neuron in all rows. */
    public void count(long[] spikesByNeuron) {
        for (int k = 0; k < starts[rows]; k++) {
            spikesByNeuron[indices[k]]++;
        }
    }

    /** {@code out += sum of the weight rows of the neurons that fired in a row}. */
    public void gather(int row, float[][] weights, float[] out) {
        Kernels.addRows(out, weights, indices, starts[row], starts[row + 1], out.length);
    }
}
