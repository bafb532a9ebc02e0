package ganglion.learning.surrogate;

/**
 * A triangle around the threshold: {@code max(0, 1 - |x| / width) / width}, of area 1 (Esser et al., "Convolutional networks
 * for fast, energy-efficient neuromorphic computing", PNAS 113(41), 2016).
 *
 * @param width distance from the threshold at which it reaches zero, more than 0
 */
public record PiecewiseLinear(double width) implements Surrogate {

    /** @throws IllegalArgumentException if the width is not a positive number */
    public PiecewiseLinear {
        Checks.positive("width of a piecewise linear surrogate", width);
    }

    @Override
    public double derivative(double x) {
        return Math.max(0, 1 - Math.abs(x) / width) / width;
    }

    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float height = (float) (1 / width);
        for (int i = 0; i < count; i++) {
            derivatives[i] = Math.max(0f, 1 - Math.abs(x[i]) * height) * height;
        }
    }
}
