package ganglion.cochlea.expression;

/**
 * Whether the bands of a sound fluctuate together. A player's breath moves all partials at once; oscillators that beat, and noise,
 * move each by itself. With z the complex fluctuation of a band at one rate and w a power of its mean power as weight:
 *
 * <pre>
 *   together  |sum w z| / sum w              alone   sqrt(sum w |z|^2 / sum w)          share   2 |sum w z| / sum w |z|
 * </pre>
 */
final class Agreement {

    /** Fluctuation in decibels that counts as none. */
    private static final double SMALLEST_FLUCTUATION = 0.02;

    private final Fluctuation fluctuation;
    private final int bands;
    private final double weightExponent;
    private double together;
    private double alone;
    private double share;

    Agreement(Fluctuation fluctuation, int bands, double weightExponent) {
        this.fluctuation = fluctuation;
        this.bands = bands;
        this.weightExponent = weightExponent;
    }

    /**
     * Looks back from a frame; whether enough has been heard for that.
     *
     * @param powers of all bands, frame after frame
     * @param levels the same in decibels
     */
    boolean look(double[] powers, double[] levels, int frame) {
        if (frame < fluctuation.frames() - 1) {
            return false;
        }
        double even = 0;
        double odd = 0;
        double magnitudes = 0;
        double squares = 0;
        double weights = 0;
        for (int band = 0; band < bands; band++) {
            double a = fluctuation.even(levels, frame, band, bands);
            double b = fluctuation.odd(levels, frame, band, bands);
            double weight = weight(powers, frame, band);
            even += weight * a;
            odd += weight * b;
            magnitudes += weight * Math.hypot(a, b);
            squares += weight * (a * a + b * b);
            weights += weight;
        }
        together = Math.hypot(even, odd) / weights;
        alone = Math.sqrt(squares / weights);
        share = 2 * Math.hypot(even, odd) / (magnitudes + SMALLEST_FLUCTUATION * weights);
        return true;
    }

    private double weight(double[] powers, int frame, int band) {
        double sum = 0;
        for (int t = frame - fluctuation.frames() + 1; t <= frame; t++) {
            sum += powers[t * bands + band];
        }
        return Math.pow(sum / fluctuation.frames() + LevelTrack.SMALLEST_POWER, weightExponent);
    }

    /** Fluctuation that the bands have in common, in decibels. */
    double together() {
        return together;
    }

    /** Fluctuation of the bands whether in common or not, in decibels. */
    double alone() {
        return alone;
    }

    /** Twice the share of the fluctuation that is in common: 2 if all of it is. */
    double share() {
        return share;
    }
}
