package ganglion.study.fourier;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The best linear read-out with a constant, by the normal equations with a trace of regularisation, since some parts of a spectrum
 * depend on each other. No linear network has a smaller squared error.
 */
final class LeastSquares {

    private static final double RIDGE = 1e-12;

    private final double[][] weights;

    private LeastSquares(double[][] weights) {
        this.weights = weights;
    }

    static LeastSquares fit(ToneMixtures mixtures, int count, UnaryOperator<double[]> features) {
        double[][] gram = null;
        double[][] right = null;
        for (int number = 0; number < count; number++) {
            ToneMixtures.Mixture mixture = mixtures.at(number);
            double[] x = withConstant(features.apply(mixture.frame()));
            double[] y = mixture.amplitudes();
            gram = gram == null ? new double[x.length][x.length] : gram;
            right = right == null ? new double[x.length][y.length] : right;
            for (int i = 0; i < x.length; i++) {
                add(gram[i], x[i], x);
                add(right[i], x[i], y);
            }
        }
        for (int i = 0; i < gram.length; i++) {
            gram[i][i] += RIDGE * count;
        }
        return new LeastSquares(solve(gram, right));
    }

    private static double[] withConstant(double[] values) {
        double[] extended = Arrays.copyOf(values, values.length + 1);
        extended[values.length] = 1;
        return extended;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    /** Gauss's elimination, without a search for pivots, as the matrix is positive definite. */
    private static double[][] solve(double[][] a, double[][] b) {
        int n = a.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = pivot + 1; row < n; row++) {
                double factor = -a[row][pivot] / a[pivot][pivot];
                add(a[row], factor, a[pivot]);
                add(b[row], factor, b[pivot]);
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int later = row + 1; later < n; later++) {
                add(b[row], -a[row][later], b[later]);
            }
            for (int i = 0; i < b[row].length; i++) {
                b[row][i] /= a[row][row];
            }
        }
        return b;
    }

    double[] apply(double[] values) {
        double[] x = withConstant(values);
        double[] y = new double[weights[0].length];
        for (int i = 0; i < x.length; i++) {
            add(y, x[i], weights[i]);
        }
        return y;
    }
}
