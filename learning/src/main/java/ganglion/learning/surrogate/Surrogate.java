package ganglion.learning.surrogate;

/** The stand-in for the derivative of a spike in the backward pass. Immutable, safe to share between threads. */
public sealed interface Surrogate
        permits ArcTangent,
                DoubleGaussian,
                Exponential,
                FastSigmoid,
                PiecewiseLinear,
                Sigmoid,
                SparseFastSigmoid,
                StepDerivative,
                StraightThrough,
                Triangular {

    /** The derivative at a distance {@code x} of the potential from the threshold. */
    double derivative(double x);

    /**
     * The derivative at many distances at once, in single precision.
     *
     * @param x distances from the threshold
     * @param derivatives receives as many values; may not be {@code x}
     * @param count how many, from the start of both arrays
     */
    default void derivatives(float[] x, float[] derivatives, int count) {
        for (int i = 0; i < count; i++) {
            derivatives[i] = (float) derivative(x[i]);
        }
    }
}
