package ganglion.learning.model.neuron;

import java.util.SplittableRandom;

/**
 * Random matrices whose rows are orthogonal and of length 1 (Saxe et al., "Exact solutions to the nonlinear dynamics of
 * learning in deep linear neural networks", ICLR 2014): spikes that come back through one are neither amplified nor lost.
 */
final class Orthogonal {

    private Orthogonal() {}

    /** A square matrix, row by row, in numbers that single precision holds. */
    static double[] square(int size, SplittableRandom random) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            do {
                for (int j = 0; j < size; j++) {
                    rows[i][j] = random.nextGaussian();
                }
                // Twice: the first pass leaves rounding errors that many rows would add up.
                removeEarlier(rows, i);
                removeEarlier(rows, i);
            } while (!normalise(rows[i]));
        }
        double[] values = new double[Math.multiplyExact(size, size)];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) rows[k / size][k % size];
        }
        return values;
    }

    /** Takes off a row what lies along the rows before it. */
    private static void removeEarlier(double[][] rows, int row) {
        for (int earlier = 0; earlier < row; earlier++) {
            double along = product(rows[row], rows[earlier]);
            for (int j = 0; j < rows.length; j++) {
                rows[row][j] -= along * rows[earlier][j];
            }
        }
    }

    /** Whether the row was long enough to have a direction. */
    private static boolean normalise(double[] row) {
        double length = Math.sqrt(product(row, row));
        for (int j = 0; j < row.length; j++) {
            row[j] /= length;
        }
        return length > 1e-6;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
