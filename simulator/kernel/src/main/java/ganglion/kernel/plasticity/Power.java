package ganglion.kernel.plasticity;

/**
 * A power of numbers from 0 to 1 with a fixed exponent, as the rules of plasticity define it: the same bits on every
 * machine, by a few multiplications and additions. Exponents of 0, 1/2 and 1 are exact (correctly rounded); others differ
 * from the true power by less than {@link #LARGEST_RELATIVE_ERROR}. Powers below {@link #LEAST} count as 0, so that no
 * subnormal number, which processors are slow at, comes out.
 *
 * <p>A base is {@code 2^e c (1 + r)} with c one of {@value #CELLS} numbers from 1 to 2 and r below 1/{@value #CELLS}. The
 * powers of the first two factors are looked up, that of the third is a binomial series up to r^5, whose remainder is below
 * {@code |binomial(exponent, 6)| 2^-48 < 1e-16}.
 *
 * <p>Immutable.
 */
final class Power {

    /** Against the true power, for exponents up to {@link #LARGEST_EXPONENT}: five roundings, and the rest of a series. */
    static final double LARGEST_RELATIVE_ERROR = 1e-15;

    /** Smallest power that is not taken for 0. */
    static final double LEAST = 0x1p-900;

    /** Above it, which nobody uses, the series would be too short, and {@link StrictMath#pow} is asked. */
    static final double LARGEST_EXPONENT = 4;

    private static final int CELLS = 256;
    private static final int MANTISSA_BITS = 52;
    private static final int CELL_SHIFT = MANTISSA_BITS - 8;
    private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
    private static final long ONE_BITS = Double.doubleToRawLongBits(1);
    private static final long CELL_MASK = -1L << CELL_SHIFT;
    /** Exponent bits of 1, the largest base. */
    private static final int EXPONENTS = 1023;

    private final double exponent;
    /** {@code 2^(e exponent)} by the exponent bits of the base; 0 below {@link #LEAST} and for subnormal bases. */
    private final double[] ofExponent;
    /** {@code c^exponent}. */
    private final double[] ofCell;
    /** {@code 1 / c}. */
    private final double[] inverse;

    private final double second;
    private final double third;
    private final double fourth;
    private final double fifth;

    /** @param exponent above 0 */
    Power(double exponent) {
        this.exponent = exponent;
        boolean isTabulated = exponent <= LARGEST_EXPONENT;
        this.ofExponent = new double[isTabulated ? EXPONENTS + 1 : 0];
        this.ofCell = new double[isTabulated ? CELLS : 0];
        this.inverse = new double[isTabulated ? CELLS : 0];
        for (int bits = 1; bits < ofExponent.length; bits++) {
            // The power of two itself is exact, the product of both exponents would not be.
            double power = StrictMath.pow(Double.longBitsToDouble((long) bits << MANTISSA_BITS), exponent);
            ofExponent[bits] = power < LEAST ? 0 : power;
        }
        for (int cell = 0; cell < ofCell.length; cell++) {
            double start = 1 + cell / (double) CELLS;
            ofCell[cell] = StrictMath.pow(start, exponent);
            inverse[cell] = 1 / start;
        }
        this.second = exponent * (exponent - 1) / 2;
        this.third = second * (exponent - 2) / 3;
        this.fourth = third * (exponent - 3) / 4;
        this.fifth = fourth * (exponent - 4) / 5;
    }

    /** The power of a base from 0 to 1. */
    double of(double base) {
        if (exponent == 0.5) {
            return Math.sqrt(base);
        }
        return ofExponent.length == 0 ? beyondTables(base) : byTables(base);
    }

    private double byTables(double base) {
        long bits = Double.doubleToRawLongBits(base);
        long mantissa = bits & MANTISSA_MASK;
        int cell = (int) (mantissa >>> CELL_SHIFT);
        double start = Double.longBitsToDouble(ONE_BITS | mantissa & CELL_MASK);
        double rest = (Double.longBitsToDouble(ONE_BITS | mantissa) - start) * inverse[cell];
        double series = 1 + rest * (exponent + rest * (second + rest * (third + rest * (fourth + rest * fifth))));
        return ofExponent[(int) (bits >>> MANTISSA_BITS)] * (ofCell[cell] * series);
    }

    private double beyondTables(double base) {
        double power = StrictMath.pow(base, exponent);
        return power < LEAST ? 0 : power;
    }
}
