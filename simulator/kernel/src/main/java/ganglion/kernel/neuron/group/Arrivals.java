package ganglion.kernel.neuron.group;

import java.util.Arrays;

/**
 * Adds the input of a tick to a variable of all neurons of a group. The input is copied first, so that both arrays are
 * read at the same index: only then does the compiler turn the loop into vector instructions. Not thread-safe.
 */
final class Arrivals {

    private double[] arrived = new double[0];

    /** Adds {@code input[offset + i]} to {@code values[i]} for {@code i} in a range, and sets it back to zero. */
    void addAll(double[] values, int from, int until, double[] input, int offset) {
        if (arrived.length < values.length) {
            arrived = new double[values.length];
        }
        System.arraycopy(input, offset + from, arrived, from, until - from);
        Arrays.fill(input, offset + from, offset + until, 0);
        addAll(values, arrived, from, until);
    }

    private static void addAll(double[] values, double[] added, int from, int until) {
        for (int i = from; i < until; i++) {
            values[i] += added[i];
        }
    }

    /** The same for the listed neurons, of which some may be listed more than once. */
    static void addReached(double[] values, double[] input, int offset, int[] reached, int count) {
        for (int k = 0; k < count; k++) {
            values[reached[k]] += input[offset + reached[k]];
            input[offset + reached[k]] = 0;
        }
    }
}
