package ganglion.cochlea.spectrum;

import java.util.Arrays;

/**
 * Weighted sums of rows, where a row holds one value of many frames or segments side by side. HotSpot turns the loops into
 * vector instructions. Products are added in threes: three times fewer passes over the sums.
 */
public final class WeightedRows {

    private WeightedRows() {}

    /**
     * {@code sums = sum over i of weights[firstWeight + i] rows[firstRow + i]}.
     *
     * @param count number of rows to sum
     * @param sums overwritten; no longer than a row
     */
    public static void sum(double[][] rows, int firstRow, double[] weights, int firstWeight, int count, double[] sums) {
        Arrays.fill(sums, 0);
        int i = 0;
        for (; i + 2 < count; i += 3) {
            int row = firstRow + i;
            int weight = firstWeight + i;
            add(
                    sums,
                    rows[row],
                    rows[row + 1],
                    rows[row + 2],
                    weights[weight],
                    weights[weight + 1],
                    weights[weight + 2]);
        }
        for (; i < count; i++) {
            add(sums, rows[firstRow + i], weights[firstWeight + i]);
        }
    }

    private static void add(double[] sums, double[] x, double[] y, double[] z, double a, double b, double c) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * x[i] + b * y[i] + c * z[i];
        }
    }

    private static void add(double[] sums, double[] x, double a) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * x[i];
        }
    }
}
