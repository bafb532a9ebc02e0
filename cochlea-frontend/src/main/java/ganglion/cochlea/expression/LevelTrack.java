package ganglion.cochlea.expression;

/**
 * The level of a sound over time. With P the powers of the bands of a frame the level is {@code 10/p log10 sum P^p} dB: for an
 * exponent p of 1 that of the whole sound, for higher ones more and more that of its strongest partial, which stands out of noise that
 * is spread over all bands.
 */
final class LevelTrack {

    /** Power below which nothing is told apart, relative to full scale. */
    static final double SMALLEST_POWER = 1e-14;

    private LevelTrack() {}

    /**
     * Levels in decibels, one a frame.
     *
     * @param powers frame after frame
     * @param bands number of bands
     * @param exponent at least 1
     */
    static double[] of(double[] powers, int bands, double exponent) {
        double[] levels = new double[powers.length / bands];
        for (int t = 0; t < levels.length; t++) {
            // Powers are taken relative to the largest: their powers would underflow.
            double largest = SMALLEST_POWER;
            for (int band = 0; band < bands; band++) {
                largest = Math.max(largest, powers[t * bands + band]);
            }
            double sum = 0;
            for (int band = 0; band < bands; band++) {
                sum += Math.pow(powers[t * bands + band] / largest, exponent);
            }
            levels[t] = 10 * Math.log10(largest) + 10 / exponent * Math.log10(Math.max(sum, SMALLEST_POWER));
        }
        return levels;
    }

    /** Level of each band in decibels, frame after frame. */
    static double[] ofBands(double[] powers) {
        double[] levels = new double[powers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 10 * Math.log10(powers[i] + SMALLEST_POWER);
        }
        return levels;
    }
}
