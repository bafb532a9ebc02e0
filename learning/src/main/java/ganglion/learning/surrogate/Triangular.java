package ganglion.learning.surrogate;

/**
 * snnTorch's "triangular": {@code height} below the threshold and {@code -height} at and above it. Constant and of changing
 * sign, hence no triangle; kept because networks were trained with it. {@link PiecewiseLinear} is the triangle.
 *
 * @param height more than 0
 */
public record Triangular(double height) implements Surrogate {

    /** @throws IllegalArgumentException if the height is not a positive number */
    public Triangular {
        Checks.positive("height of a triangular surrogate", height);
    }

    @Override
    public double derivative(double x) {
        return x < 0 ? height : -height;
    }
}
