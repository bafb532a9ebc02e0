package ganglion.cochlea.gammatone;

/**
 * Width and spacing of auditory filters: equivalent rectangular bandwidths (ERB) of young listeners at moderate levels. B. R.
 * Glasberg and B. C. J. Moore, Derivation of auditory filter shapes from notched-noise data, Hearing Research 47, 1990.
 */
public final class ErbScale {

    private static final double BANDWIDTH_AT_ZERO_HERTZ = 24.7;
    private static final double PER_HERTZ = 4.37e-3;
    private static final double NUMBERS_PER_DECADE = 21.4;

    private ErbScale() {}

    /** Bandwidth in Hz of the filter at a frequency: 24.7 (4.37 f / 1000 + 1). */
    public static double bandwidthHertz(double hertz) {
        return BANDWIDTH_AT_ZERO_HERTZ * (PER_HERTZ * hertz + 1);
    }

    /** Number of bandwidths below a frequency: 21.4 log10(4.37 f / 1000 + 1). */
    public static double number(double hertz) {
        return NUMBERS_PER_DECADE * Math.log10(PER_HERTZ * hertz + 1);
    }

    /** The frequency, in Hz, with this number of bandwidths below it. */
    public static double hertz(double number) {
        return (Math.pow(10, number / NUMBERS_PER_DECADE) - 1) / PER_HERTZ;
    }

    /** Centre frequencies of bands of equal width on this scale. */
    static double[] centresHertz(int bands, double lowestHertz, double highestHertz) {
        double lowest = number(lowestHertz);
        double width = (number(highestHertz) - lowest) / bands;
        double[] centres = new double[bands];
        for (int band = 0; band < bands; band++) {
            centres[band] = hertz(lowest + (band + 0.5) * width);
        }
        return centres;
    }
}
