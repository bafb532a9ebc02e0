package ganglion.study.fourier;

/**
 * {@code f(x) = sign(x) ln(1 + |x|)}: a logarithm for numbers of either sign. The study trained on the mean squared error "of the
 * logarithms" without saying how it took that of a negative number; this is our reading. It keeps the sign, which a logarithm of
 * magnitudes would lose, and bounds the gradient of large errors, over which the study's plain squared error overflowed.
 */
final class SignedLogarithm {

    private SignedLogarithm() {}

    static double of(double x) {
        return Math.copySign(StrictMath.log1p(Math.abs(x)), x);
    }

    /** Derivative at x. */
    static double slope(double x) {
        return 1 / (1 + Math.abs(x));
    }
}
