package ganglion.learning.optimiser;

import java.util.List;

/** Scales gradients down to a largest length, all parameters together (Pascanu et al., ICML 2013). */
public final class GradientClip {

    /** Added to the length, as PyTorch does, so that a length of zero needs no special case. */
    private static final double MARGIN = 1e-6;

    private GradientClip() {}

    /** The norm of all gradients together; {@code null} entries count for nothing. */
    public static double norm(List<double[]> gradients) {
        double sum = 0;
        for (double[] gradient : gradients) {
            for (int i = 0; gradient != null && i < gradient.length; i++) {
                sum += gradient[i] * gradient[i];
            }
        }
        return Math.sqrt(sum);
    }

    /** Factor by which gradients of a length must be scaled so as not to exceed the largest, at most 1. */
    public static double factor(double norm, double largestNorm) {
        return Math.min(1, largestNorm / (norm + MARGIN));
    }
}
