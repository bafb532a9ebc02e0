package ganglion.learning.eventprop;

/**
 * Negative exponentials by plain arithmetic, so that they have the same bits on every machine, several times as fast as {@link
 * StrictMath#exp}: two factors from tables, and a short series for what is left. The relative error is below 6e-16.
 */
final class NegativeExponential {

    private static final int PARTS = 64;

    /** The exponential of a larger number is below the smallest double. */
    private static final int END = 746;

    private static final double[] WHOLE = new double[END];
    private static final double[] PART = new double[PARTS];

    static {
        for (int i = 0; i < END; i++) {
            WHOLE[i] = StrictMath.exp(-i);
        }
        for (int i = 0; i < PARTS; i++) {
            PART[i] = StrictMath.exp(-(double) i / PARTS);
        }
    }

    private NegativeExponential() {}

    /** {@code exp(-x)} of a number from 0. */
    static double of(double x) {
        if (!(x < END)) {
            return 0;
        }
        int parts = (int) (x * PARTS);
        double r = (double) parts / PARTS - x;
        // Its seventh term is below 1e-16 / 2.
        double series =
                1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))))));
        return WHOLE[parts / PARTS] * PART[parts % PARTS] * series;
    }
}
