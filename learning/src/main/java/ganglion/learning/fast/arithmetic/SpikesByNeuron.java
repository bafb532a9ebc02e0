package ganglion.learning.fast.arithmetic;

import java.util.Arrays;

/**
 * Adds, for each neuron, the rows of the steps and samples at which it fired: the gradient of weights that spikes went
 * through. Sorting the spikes by neuron lets six rows be added at once, to a row that stays in the nearest cache; chunks of
 * the rows that are added stay in the next one.
 */
public final class SpikesByNeuron {

    /** Floats in a chunk of rows: a quarter of a megabyte. */
    private static final int CHUNK_VALUES = 1 << 16;

    private final int[] starts;
    private int[] rows = new int[0];

    /** @param neurons number of neurons that may fire */
    public SpikesByNeuron(int neurons) {
        this.starts = new int[neurons + 1];
    }

    /**
     * {@code gradients[i] += values[r + shift]} for each spike of neuron {@code i} in a row {@code r}.
     *
     * @param rowCount number of rows, from the first
     */
    public void scatter(SpikeRows spikes, int rowCount, float[][] gradients, float[][] values, int shift) {
        int width = gradients[0].length;
        int step = Math.max(1, CHUNK_VALUES / width);
        for (int from = 0; from < rowCount; from += step) {
            int until = Math.min(rowCount, from + step);
            sort(spikes, from, until, shift);
            for (int i = 0; i + 1 < starts.length; i++) {
                Kernels.addRows(gradients[i], values, rows, starts[i], starts[i + 1], width);
            }
        }
    }

    private void sort(SpikeRows spikes, int from, int until, int shift) {
        int[] indices = spikes.indices();
        Arrays.fill(starts, 0);
        int first = spikes.start(from);
        int end = spikes.end(until - 1);
        for (int k = first; k < end; k++) {
            starts[indices[k] + 1]++;
        }
        for (int i = 0; i + 1 < starts.length; i++) {
            starts[i + 1] += starts[i];
        }
        if (rows.length < end - first) {
            rows = new int[2 * (end - first)];
        }
        for (int r = from; r < until; r++) {
            for (int k = spikes.start(r); k < spikes.end(r); k++) {
                rows[starts[indices[k]]++] = r + shift;
            }
        }
        // Each start has moved to the next one's place.
        System.arraycopy(starts, 0, starts, 1, starts.length - 1);
        starts[0] = 0;
    }
}
