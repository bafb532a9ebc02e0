package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;
import java.util.Arrays;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) of mel levels along the bands, reduced to
 * the lowest coefficients; the same numbers as {@code librosa.feature.mfcc}.
 *
 * <p>Not thread safe: it has working memory.
 */
public final class CepstralCoefficients {

    private final int bands;
    private final int coefficients;
    /**
     * For each parity of coefficients and each of the lower half of the bands the weights of the coefficients. Cosines of
     * even order are symmetric, those of odd order antisymmetric: half of the products suffice.
     */
    private final double[][][] weights;

    private final double[][] sums;

    /**
     * @param bands mel bands per frame
     * @param coefficients number of coefficients, 1 to {@code bands}
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CepstralCoefficients(int bands, int coefficients) {
        if (coefficients < 1 || coefficients > bands) {
            throw new IllegalArgumentException(
                    "cepstral coefficients are 1 to the " + bands + " bands, not " + coefficients);
        }
        this.bands = bands;
        this.coefficients = coefficients;
        int half = (bands + 1) / 2;
        this.sums = new double[2][(coefficients + 1) / 2];
        this.weights = new double[2][half][sums[0].length];
        for (int k = 0; k < coefficients; k++) {
            double weight = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int band = 0; band < half; band++) {
                weights[k % 2][band][k / 2] = weight * Math.cos(Math.PI * k * (2 * band + 1) / (2 * bands));
            }
        }
    }

    /** Number of coefficients per frame. */
    public int coefficients() {
        return coefficients;
    }

    /** Operations per frame: sums and differences of bands, then half a product for each band and coefficient. */
    public static OperationCounts operationsPerFrame(int bands, int coefficients) {
        return OperationCounts.NONE.andMultiplyAdds(2L * (bands / 2) + (bands + 1L) / 2 * coefficients);
    }

    /**
     * Transforms one frame.
     *
     * @param levels mel levels in dB; the frame's lowest band is at {@code offset}
     * @param cepstrum receives the coefficients, from {@code cepstrumOffset} on
     */
    public void apply(double[] levels, int offset, double[] cepstrum, int cepstrumOffset) {
        Arrays.fill(sums[0], 0);
        Arrays.fill(sums[1], 0);
        for (int band = 0; band < bands / 2; band++) {
            double low = levels[offset + band];
            double high = levels[offset + bands - 1 - band];
            add(weights[0][band], low + high, sums[0]);
            add(weights[1][band], low - high, sums[1]);
        }
        if (bands % 2 == 1) {
            add(weights[0][bands / 2], levels[offset + bands / 2], sums[0]);
        }
        for (int k = 0; k < coefficients; k++) {
            cepstrum[cepstrumOffset + k] = sums[k % 2][k / 2];
        }
    }

    /** A loop of its own, which HotSpot turns into vector instructions. */
    private static void add(double[] weights, double value, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weights[i] * value;
        }
    }
}
