package ganglion.learning.surrogate;

/**
 * {@code exp(-slope |x|)} (Shrestha and Orchard, "SLAYER: Spike layer error reassignment in time", NeurIPS 2018, with a
 * height of 1).
 *
 * @param slope steepness, more than 0; the surrogate falls to {@code 1 / e} at {@code |x| = 1 / slope}
 */
public record Exponential(double slope) implements Surrogate {

    /** exp(-z) is computed as exp(-z / 256)^256: the small argument needs a short series, the power eight squarings. */
    private static final float PER_SQUARING = 1f / 256;

    /** Beyond it the loop does not follow the exponent: what is left, 8e-20, changes no gradient. */
    private static final float LARGEST_EXPONENT = 44;

    /** @throws IllegalArgumentException if the slope is not a positive number */
    public Exponential {
        Checks.positive("slope of an exponential surrogate", slope);
    }

    @Override
    public double derivative(double x) {
        return Math.exp(-slope * Math.abs(x));
    }

    /** Within 3e-5 of the exact value, relative to it; in two short loops without branches, to be vectorised. */
    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float steepness = (float) slope;
        for (int i = 0; i < count; i++) {
            float y = Math.min(steepness * Math.abs(x[i]), LARGEST_EXPONENT) * PER_SQUARING;
            derivatives[i] = 1 - y * (1 - y * (1f / 2 - y * (1f / 6 - y * (1f / 24 - y * (1f / 120)))));
        }
        for (int i = 0; i < count; i++) {
            float e = derivatives[i];
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            derivatives[i] = e;
        }
    }
}
