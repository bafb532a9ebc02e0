package ganglion.kernel.neuron.model;

import java.util.Arrays;

/**
 * Powers of a leak, {@code beta^m}, as {@code pow(beta, m mod 4096) * pow(beta, m - m mod 4096)} with the powers of
 * {@link StrictMath}: the same bits on every machine, never rising with m for a beta up to {@link #LARGEST_BASE}, and
 * looked up in two tables. That they never rise is what lets a group find the first tick at the fire level by
 * bisection. A factor below {@link #SMALLEST_FACTOR} counts as zero, so that a product is never one of the numbers below
 * {@link Double#MIN_NORMAL}, with which processors are slow. Immutable.
 */
final class Powers {

    /** Largest leak below 1 whose rounded powers still fall at every step. */
    static final double LARGEST_BASE = 1 - 1e-12;

    /** 2^-511, about 1.5e-154: the square root of twice the smallest number with which processors are fast. */
    static final double SMALLEST_FACTOR = 0x1p-511;

    /** Bits of the exponent that the first table covers. */
    private static final int LOW_BITS = 12;

    private static final int LOW_COUNT = 1 << LOW_BITS;
    /** Most entries of the second table: exponents up to 2^24. */
    private static final int MOST_HIGH = 4096;

    private final double base;
    private final double[] low;
    private final double[] high;

    /** @param base from 0 to 1 */
    Powers(double base) {
        this.base = base;
        this.low = new double[LOW_COUNT];
        for (int i = 0; i < LOW_COUNT; i++) {
            low[i] = factor(base, i);
        }
        double[] table = new double[MOST_HIGH];
        int count = 0;
        do {
            table[count] = factor(base, (long) count << LOW_BITS);
        } while (table[count++] > 0 && count < MOST_HIGH);
        this.high = Arrays.copyOf(table, count);
    }

    /** The exponents from 0 to 4095, whose powers need no second factor; must not be changed. */
    double[] low() {
        return low;
    }

    /** The power with an exponent of at least 0. */
    double at(long exponent) {
        long upper = exponent >>> LOW_BITS;
        double factor = low[(int) exponent & LOW_COUNT - 1];
        if (upper < high.length) {
            return factor * high[(int) upper];
        }
        return high[high.length - 1] == 0 ? 0 : factor * factor(base, upper << LOW_BITS);
    }

    /** The same without tables. */
    static double of(double base, long exponent) {
        return factor(base, exponent & LOW_COUNT - 1) * factor(base, exponent & -LOW_COUNT);
    }

    private static double factor(double base, long exponent) {
        double power = StrictMath.pow(base, exponent);
        return power < SMALLEST_FACTOR ? 0 : power;
    }
}
