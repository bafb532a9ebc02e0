package ganglion.kernel.neuron;

/**
 * The numbers that flow in a network: weights, currents, potentials. They are bounded so that no sum of weights overflows: 2^31 synapses of
 * the largest weight at each of 2^63 ticks sum up to less than 10^129, far below the largest double. A threshold, which is never
 * added to anything before it is reached, has no such bound, so that one may be out of reach.
 */
public final class NetworkNumbers {

    /** The largest magnitude. */
    public static final double LARGEST = 1e100;

    /** What a message says was expected. */
    public static final String EXPECTED = "a finite number, at most 1e100 either way";

    private NetworkNumbers() {}

    /** Whether a network may hold a number: neither beyond the bound nor not a number. */
    public static boolean fits(double value) {
        return Math.abs(value) <= LARGEST;
    }
}
