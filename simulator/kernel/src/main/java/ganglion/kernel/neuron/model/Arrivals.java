package ganglion.kernel.neuron.model;

import java.util.Arrays;

/**
 * The input of a tick for loops over the neurons of a group. The compiler vectorises a loop only if every array is read at
 * the index at which another is written: so input that lies at an offset is copied first. Not thread-safe.
 */
final class Arrivals {

    private double[] arrived = new double[0];

    /**
     * An array that holds the input of neuron {@code i} at {@code i}, for {@code i} in a range: the input itself if it starts
     * at the first neuron, else a copy.
     */
    double[] of(int from, int until, double[] input, int offset) {
        if (offset == 0) {
            return input;
        }
        if (arrived.length < until) {
            arrived = Arrays.copyOf(arrived, Math.max(until, 2 * arrived.length));
        }
        System.arraycopy(input, offset + from, arrived, from, until - from);
        return arrived;
    }

    /** Adds the input of the listed neurons, of which some may be listed more than once, and sets it back to zero. */
    static void addReached(double[] values, double[] input, int offset, int[] reached, int count) {
        for (int k = 0; k < count; k++) {
            values[reached[k]] += input[offset + reached[k]];
            input[offset + reached[k]] = 0;
        }
    }
}
