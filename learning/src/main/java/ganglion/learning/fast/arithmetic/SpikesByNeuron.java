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
            sort(spikes, from, until);
            for (int i = 0; i + 1 < starts.length; i++) {
                add(gradients[i], values, shift, starts[i], starts[i + 1], width);
            }
        }
    }

    private void sort(SpikeRows spikes, int from, int until) {
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
                rows[starts[indices[k]]++] = r;
            }
        }
        // Each start has moved to the next one's place.
        System.arraycopy(starts, 0, starts, 1, starts.length - 1);
        starts[0] = 0;
    }

    private void add(float[] gradient, float[][] values, int shift, int first, int end, int width) {
        int k = first;
        for (; k + 6 <= end; k += 6) {
            Kernels.add6(
                    gradient,
                    values[rows[k] + shift],
                    values[rows[k + 1] + shift],
                    values[rows[k + 2] + shift],
                    values[rows[k + 3] + shift],
                    values[rows[k + 4] + shift],
                    values[rows[k + 5] + shift],
                    width);
        }
        if (k + 4 <= end) {
            Kernels.add4(
                    gradient,
                    values[rows[k] + shift],
                    values[rows[k + 1] + shift],
                    values[rows[k + 2] + shift],
                    values[rows[k + 3] + shift],
                    width);
            k += 4;
        }
        switch (end - k) {
            case 3 ->
                Kernels.add3(
                        gradient,
                        values[rows[k] + shift],
                        values[rows[k + 1] + shift],
                        values[rows[k + 2] + shift],
                        width);
            case 2 -> Kernels.add2(gradient, values[rows[k] + shift], values[rows[k + 1] + shift], width);
            case 1 -> Kernels.add(gradient, values[rows[k] + shift], width);
            default -> {}
        }
    }
}
