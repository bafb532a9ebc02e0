package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) of mel levels along the bands, reduced to
 * the lowest coefficients; the same numbers as {@code librosa.feature.mfcc}. A lifter L multiplies coefficient k by 1 + L
 * / 2 sin(pi (k + 1) / L).
 *
 * <p>Not thread safe: it has working memory.
 */
public final class CepstralCoefficients {

    /** Coefficients that are summed side by side; the usual numbers, 20 and 40, are multiples of twice this. */
    private static final int GROUP = 5;

    private final int bands;
    private final int coefficients;
    /**
     * Weights of the lower half of the bands for each coefficient. Cosines of even order are symmetric, those of odd order
     * antisymmetric: half of the products suffice.
     */
    private final double[][] weights;
    /** Sums of bands at equal distance from both ends, then differences. */
    private final double[][] folded;

    /**
     * @param bands mel bands per frame
     * @param coefficients number of coefficients, 1 to {@code bands}
     * @param lifter 0 for none
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CepstralCoefficients(int bands, int coefficients, double lifter) {
        if (coefficients < 1 || coefficients > bands || !(lifter >= 0)) {
            throw new IllegalArgumentException("cepstral coefficients are 1 to the " + bands
                    + " bands, with a lifter of at least 0, not " + coefficients + " with " + lifter);
        }
        this.bands = bands;
        this.coefficients = coefficients;
        int half = (bands + 1) / 2;
        this.folded = new double[2][half];
        // Coefficients beyond the last pad the groups of equal parity.
        this.weights = new double[coefficients + 2 * GROUP][half];
        for (int k = 0; k < coefficients; k++) {
            double weight = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            if (lifter > 0) {
                weight *= 1 + lifter / 2 * Math.sin(Math.PI * (k + 1) / lifter);
            }
            for (int band = 0; band < half; band++) {
                weights[k][band] = weight * Math.cos(Math.PI * k * (2 * band + 1) / (2 * bands));
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
        fold(levels, offset);
        for (int first = 0; first < coefficients; first += 2 * GROUP) {
            for (int parity = 0; parity < 2; parity++) {
                sumGroup(first + parity, folded[parity], cepstrum, cepstrumOffset);
            }
        }
    }

    private void fold(double[] levels, int offset) {
        double[] sums = folded[0];
        double[] differences = folded[1];
        for (int band = 0; band < bands / 2; band++) {
            double low = levels[offset + band];
            double high = levels[offset + bands - 1 - band];
            sums[band] = low + high;
            differences[band] = low - high;
        }
        if (bands % 2 == 1) {
            sums[bands / 2] = levels[offset + bands / 2];
        }
    }

    /** Coefficients first, first + 2, ... first + 8, up to the number of coefficients. */
    private void sumGroup(int first, double[] values, double[] cepstrum, int offset) {
        double[] a = weights[first];
        double[] b = weights[first + 2];
        double[] c = weights[first + 4];
        double[] d = weights[first + 6];
        double[] e = weights[first + 8];
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        double sumE = 0;
        for (int band = 0; band < values.length; band++) {
            double value = values[band];
            sumA += a[band] * value;
            sumB += b[band] * value;
            sumC += c[band] * value;
            sumD += d[band] * value;
            sumE += e[band] * value;
        }
        keep(first, sumA, cepstrum, offset);
        keep(first + 2, sumB, cepstrum, offset);
        keep(first + 4, sumC, cepstrum, offset);
        keep(first + 6, sumD, cepstrum, offset);
        keep(first + 8, sumE, cepstrum, offset);
    }

    private void keep(int k, double sum, double[] cepstrum, int offset) {
        if (k < coefficients) {
            cepstrum[offset + k] = sum;
        }
    }
}
