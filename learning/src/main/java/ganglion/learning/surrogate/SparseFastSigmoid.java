package ganglion.learning.surrogate;

/**
 * {@link FastSigmoid} above a distance from the threshold and zero up to it (Perez-Nieves and Goodman, "Sparse spiking
 * gradient descent", NeurIPS 2021).
 *
 * @param slope steepness, more than 0
 * @param above distance from the threshold, usually negative, above which the surrogate acts
 */
public record SparseFastSigmoid(double slope, double above) implements Surrogate {

    /** @throws IllegalArgumentException if the slope is not a positive number, or the distance not a number */
    public SparseFastSigmoid {
        Checks.positive("slope of a sparse fast sigmoid", slope);
        Checks.finite("bound of a sparse fast sigmoid", above);
    }

    @Override
    public double derivative(double x) {
        double root = slope * Math.abs(x) + 1;
        return x > above ? 1 / (root * root) : 0;
    }
}
