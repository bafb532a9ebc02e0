package ganglion.learning.surrogate;

/**
 * The derivative of the logistic function, {@code slope q (1 - q)} with {@code q = 1 / (1 + exp(-slope x))}; {@code slope /
 * 4} at the threshold. Written with {@code |x|}, so that it cannot overflow. Zero where {@code slope |x|} exceeds 41.5: there the
 * exponential is below 1e-18, less than the last bit of a double next to the peak.
 *
 * @param slope steepness, more than 0
 */
public record Sigmoid(double slope) implements Surrogate {

    /** Largest {@code slope |x|} at which the derivative is not zero. */
    private static final float REACH = 41.5f;

    /** From here on the loop does not follow the exponent: beyond the reach, before its powers become too small. */
    private static final float LARGEST_EXPONENT = 80;

    /** Added to a float below 2^22 and subtracted again, it leaves the nearest whole number. */
    private static final float ROUND = 0x1.8p23f;

    /** exp(-z) is computed as exp(-z / 256)^256: the small argument needs a short series, the power eight squarings. */
    private static final float PER_SQUARING = 1f / 256;

    /** @throws IllegalArgumentException if the slope is not a positive number */
    public Sigmoid {
        Checks.positive("slope of a sigmoid", slope);
    }

    @Override
    public double derivative(double x) {
        if (slope * Math.abs(x) > REACH) {
            return 0;
        }
        double e = Math.exp(-slope * Math.abs(x));
        return slope * e / ((1 + e) * (1 + e));
    }

    /**
     * Within 3e-5 of the exact value, relative to it, by a series without branches; in short loops, to be vectorised. What half
     * the exponent is in reaches is rounded to 0 within the reach and to 1 beyond it.
     */
    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float steepness = (float) slope;
        float halfReaches = 0.5f / (REACH * PER_SQUARING);
        for (int i = 0; i < count; i++) {
            derivatives[i] = Math.min(steepness * Math.abs(x[i]), LARGEST_EXPONENT) * PER_SQUARING;
        }
        for (int i = 0; i < count; i++) {
            float y = derivatives[i];
            float root = 1 - y * (1 - y * (1f / 2 - y * (1f / 6 - y * (1f / 24 - y * (1f / 120)))));
            derivatives[i] = root * (1 - ((y * halfReaches + ROUND) - ROUND));
        }
        for (int i = 0; i < count; i++) {
            float e = derivatives[i];
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            derivatives[i] = e;
        }
        for (int i = 0; i < count; i++) {
            float e = derivatives[i];
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            derivatives[i] = steepness * e / ((1 + e) * (1 + e));
        }
    }
}
