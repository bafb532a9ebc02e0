package ganglion.learning.surrogate;

/**
 * The derivative of the logistic function, {@code slope q (1 - q)} with {@code q = 1 / (1 + exp(-slope x))}; {@code slope /
 * 4} at the threshold. Written with {@code |x|}, so that it cannot overflow.
 *
 * @param slope steepness, more than 0
 */
public record Sigmoid(double slope) implements Surrogate {

    /** Beyond this exponent the derivative is far below what single precision can add to anything. */
    private static final float LARGEST_EXPONENT = 80;

    /** exp(-z) is computed as exp(-z / 256)^256: the small argument needs a short series, the power eight squarings. */
    private static final float PER_SQUARING = 1f / 256;

    /** @throws IllegalArgumentException if the slope is not a positive number */
    public Sigmoid {
        Checks.positive("slope of a sigmoid", slope);
    }

    @Override
    public double derivative(double x) {
        double e = Math.exp(-slope * Math.abs(x));
        return slope * e / ((1 + e) * (1 + e));
    }

    /** Within 3e-5 of the exact value, relative to it, by a series without branches; in short loops, to be vectorised. */
    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float steepness = (float) slope;
        for (int i = 0; i < count; i++) {
            derivatives[i] = Math.min(steepness * Math.abs(x[i]), LARGEST_EXPONENT) * PER_SQUARING;
        }
        for (int i = 0; i < count; i++) {
            float y = derivatives[i];
            derivatives[i] = 1 - y * (1 - y * (1f / 2 - y * (1f / 6 - y * (1f / 24 - y * (1f / 120)))));
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
