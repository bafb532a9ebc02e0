package ganglion.cochlea.spectrum;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) of mel levels along the bands, of which the
 * lowest coefficients are kept; the same numbers as {@code librosa.feature.mfcc}. A lifter L weighs coefficient k with
 * 1 + L / 2 sin(pi (k + 1) / L). Immutable and thread safe.
 */
public final class CepstralCoefficients {

    private final int bands;
    /** Coefficient after coefficient, bands from low to high. */
    private final double[][] transform;

    /**
     * @param bands mel bands per frame
     * @param coefficients how many to keep, 1 to {@code bands}
     * @param lifter 0 for none
     * @throws IllegalArgumentException if a number is out of its range
     */
    public CepstralCoefficients(int bands, int coefficients, double lifter) {
        if (coefficients < 1 || coefficients > bands || !(lifter >= 0)) {
            throw new IllegalArgumentException("cepstral coefficients are 1 to the " + bands
                    + " bands, with a lifter of at least 0, not " + coefficients + " with " + lifter);
        }
        this.bands = bands;
        this.transform = new double[coefficients][bands];
        for (int k = 0; k < coefficients; k++) {
            double weight = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            if (lifter > 0) {
                weight *= 1 + lifter / 2 * Math.sin(Math.PI * (k + 1) / lifter);
            }
            for (int band = 0; band < bands; band++) {
                transform[k][band] = weight * Math.cos(Math.PI * k * (2 * band + 1) / (2 * bands));
            }
        }
    }

    /** Number of coefficients per frame. */
    public int coefficients() {
        return transform.length;
    }

    /**
     * Transforms one frame.
     *
     * @param levels mel levels in dB; the frame's lowest band is at {@code offset}
     * @param cepstrum takes the coefficients, from {@code cepstrumOffset} on
     */
    public void apply(double[] levels, int offset, double[] cepstrum, int cepstrumOffset) {
        for (int k = 0; k < transform.length; k++) {
            double sum = 0;
            for (int band = 0; band < bands; band++) {
                sum += transform[k][band] * levels[offset + band];
            }
            cepstrum[cepstrumOffset + k] = sum;
        }
    }
}
