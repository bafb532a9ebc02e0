package ganglion.learning.surrogate;

/**
 * {@code 1 / (slope |x| + 1)^2} (Zenke and Ganguli, "SuperSpike", Neural Computation 30(6), 2018, without their factor).
 *
 * @param slope steepness, more than 0; the surrogate falls to a quarter at {@code |x| = 1 / slope}
 */
public record FastSigmoid(double slope) implements Surrogate {

    /** @throws IllegalArgumentException if the slope is not a positive number */
    public FastSigmoid {
        Checks.positive("slope of a fast sigmoid", slope);
    }

    @Override
    public double derivative(double x) {
        double root = slope * Math.abs(x) + 1;
        return 1 / (root * root);
    }

    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float steepness = (float) slope;
        for (int i = 0; i < count; i++) {
            float root = steepness * Math.abs(x[i]) + 1;
            derivatives[i] = 1 / (root * root);
        }
    }
}
