package ganglion.kernel.neuron.model;

/**
 * How strongly an adaptation may follow the potential. The step of {@link SeAdLif} multiplies the potential and the adaptation by a matrix; its
 * eigenvalues lie within the unit circle for couplings above -1 and below this bound.
 */
public final class CouplingBound {

    private CouplingBound() {}

    /**
     * The bound below which {@code a} must stay.
     *
     * @param beta decay of the potential, from 0 to 1, 1 excluded
     * @param rho decay of the adaptation, from 0 to 1, 1 excluded
     */
    public static double of(double beta, double rho) {
        return (1 + beta) * (1 + rho) / ((1 - beta) * (1 - rho));
    }
}
