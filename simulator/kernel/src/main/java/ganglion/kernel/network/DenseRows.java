package ganglion.kernel.network;

import java.util.Arrays;

/**
 * The weights of a matrix as doubles, with an array for each row. Rows of their own are what makes the compiler vectorise
 * their sum: it does not if two arrays are read at different indices. Several rows are added in one pass, each sum in the
 * order {@code ((input + first) + second) + ...}, so that the bits are those of adding one row after the other. Immutable;
 * safe to share between threads.
 */
final class DenseRows {

    /** Most rows that are added in one pass. More do not pay off: the rows are then read as fast as the caches allow. */
    static final int MOST_AT_ONCE = 4;

    /** Most weights that are kept as doubles although floats would hold them exactly: 4 MiB more than as floats. */
    private static final int MOST_WIDENED = 1 << 20;

    private final double[][] rows;

    private DenseRows(double[] weights, int sourceSize, int targetSize) {
        rows = new double[sourceSize][];
        for (int i = 0; i < sourceSize; i++) {
            rows[i] = Arrays.copyOfRange(weights, i * targetSize, (i + 1) * targetSize);
        }
    }

    /** The rows of a matrix; null if they would take much more memory than {@link SynapseWeights}. */
    static DenseRows of(double[] weights, int sourceSize, int targetSize) {
        WeightSurvey survey = new WeightSurvey();
        for (double weight : weights) {
            survey.add(weight);
        }
        boolean small = weights.length <= MOST_WIDENED || !survey.allFloats();
        return small && !survey.allAlike() ? new DenseRows(weights, sourceSize, targetSize) : null;
    }

    /** The weight from a source to a target neuron. */
    double at(int source, int target) {
        return rows[source][target];
    }

    /**
     * Adds up to {@link #MOST_AT_ONCE} rows, in order, to the sums of some targets.
     *
     * @param sources the rows
     * @param sums by target neuron
     * @param endTarget end of the range of targets, exclusive
     */
    void add(int[] sources, int count, double[] sums, int firstTarget, int endTarget) {
        switch (count) {
            case 1 -> add(sums, rows[sources[0]], firstTarget, endTarget);
            case 2 -> add(sums, rows[sources[0]], rows[sources[1]], firstTarget, endTarget);
            case 3 -> add(sums, rows[sources[0]], rows[sources[1]], rows[sources[2]], firstTarget, endTarget);
            default ->
                add(
                        sums,
                        rows[sources[0]],
                        rows[sources[1]],
                        rows[sources[2]],
                        rows[sources[3]],
                        firstTarget,
                        endTarget);
        }
    }

    private static void add(double[] sums, double[] row, int from, int until) {
        for (int i = from; i < until; i++) {
            sums[i] = sums[i] + row[i];
        }
    }

    private static void add(double[] sums, double[] row, double[] second, int from, int until) {
        for (int i = from; i < until; i++) {
            sums[i] = sums[i] + row[i] + second[i];
        }
    }

    private static void add(double[] sums, double[] row, double[] second, double[] third, int from, int until) {
        for (int i = from; i < until; i++) {
            sums[i] = sums[i] + row[i] + second[i] + third[i];
        }
    }

    private static void add(
            double[] sums, double[] row, double[] second, double[] third, double[] fourth, int from, int until) {
        for (int i = from; i < until; i++) {
            sums[i] = sums[i] + row[i] + second[i] + third[i] + fourth[i];
        }
    }

    /** Adds one row to inputs that lie apart from their targets by an offset, negative weights further on. */
    void add(int source, int firstTarget, int endTarget, double[] input, int offset, int negativeOffset) {
        double[] row = rows[source];
        for (int i = firstTarget; i < endTarget; i++) {
            double weight = row[i];
            input[weight < 0 ? offset + negativeOffset + i : offset + i] += weight;
        }
    }
}
