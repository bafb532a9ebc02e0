package ganglion.kernel.core;

/**
 * Finds out whether sums of some weights are exact, so that any order of adding them gives the same bits. They are if
 * every weight is a multiple of one power of two, and no sum exceeds 2^53 times that power: then every sum on the way
 * is a double without rounding. A sum that starts from +0 never comes to -0, in any order.
 *
 * <p>Weights of trained and quantised networks are such multiples, and so are all weights that are equal. The test is
 * sufficient, not necessary: it bounds every sum by the sum of all magnitudes, as if all synapses of a neuron fired at
 * one tick.
 */
final class ExactSums {

    private static final int MANTISSA_BITS = 52;

    /** Exponent of the last bit of the numbers below {@link Double#MIN_NORMAL}. */
    private static final int SMALLEST_EXPONENT = -1074;

    /** One bit less than a double has: the sums of magnitudes, which are compared with it, are rounded themselves. */
    private static final int SUM_BITS = 52;

    /** For each neuron the sum of the magnitudes of the weights that end on it. */
    private final double[] magnitudes;

    /** Exponent of the largest power of two that divides all weights so far. */
    private int lowestExponent = Integer.MAX_VALUE;

    /** @param neurons number of neurons that the weights end on */
    ExactSums(int neurons) {
        magnitudes = new double[neurons];
    }

    /** Takes in a weight that reaches a neuron at most once per tick. */
    void add(double weight, int neuron) {
        // A weight of zero is a multiple of any power of two, and changes no sum.
        if (weight != 0) {
            magnitudes[neuron] += Math.abs(weight);
            lowestExponent = Math.min(lowestExponent, exponentOfLastBit(weight));
        }
    }

    /** The largest {@code e} for which a number other than zero is a multiple of 2^e. */
    static int exponentOfLastBit(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long mantissa = bits & (1L << MANTISSA_BITS) - 1;
        int exponent = Math.getExponent(number);
        if (exponent < Double.MIN_EXPONENT) {
            return SMALLEST_EXPONENT + Long.numberOfTrailingZeros(mantissa);
        }
        return exponent - MANTISSA_BITS + Math.min(MANTISSA_BITS, Long.numberOfTrailingZeros(mantissa));
    }

    /** Whether any of the weights that arrive at one tick add up exactly, in any order, on every neuron. */
    boolean areExact() {
        if (lowestExponent == Integer.MAX_VALUE) {
            return true;
        }
        // Beyond the largest double the power becomes infinite, and any finite sum is below it.
        double most = Math.scalb(1.0, lowestExponent + SUM_BITS);
        for (double magnitude : magnitudes) {
            if (!(magnitude <= most) || magnitude == Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }
}
