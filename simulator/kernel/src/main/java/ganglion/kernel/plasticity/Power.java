package ganglion.kernel.plasticity;

/**
 * A power of numbers from 0 to 1 with a fixed exponent, as the rules of plasticity define it: the same bits on every
 * machine. Square roots are correctly rounded; other powers differ from the true one by less than {@link
 * #LARGEST_RELATIVE_ERROR}. Powers of 0 and 1 are exact. Powers below {@link #LEAST} count as 0, so that no subnormal number,
 * which processors are slow at, comes out.
 *
 * <p>The three kinds are classes of their own, so that an inner loop asks for the kind once and not for each weight.
 */
sealed interface Power {

    /** Against the true power: five roundings, and the rest of a series. */
    double LARGEST_RELATIVE_ERROR = 1e-15;

    /** Smallest power that is not taken for 0. */
    double LEAST = 0x1p-900;

    /** The power of a base from 0 to 1. */
    double of(double base);

    /** @param exponent above 0 */
    static Power with(double exponent) {
        if (exponent == 0.5) {
            return new SquareRoot();
        }
        return exponent <= Tabulated.LARGEST_EXPONENT ? new Tabulated(exponent) : new Library(exponent);
    }

    /** The power with exponent 1/2, which processors have an instruction for. */
    record SquareRoot() implements Power {

        @Override
        public double of(double base) {
            return Math.sqrt(base);
        }
    }

    /** For exponents that nobody uses, for which the series of {@link Tabulated} would be too short. */
    record Library(double exponent) implements Power {

        @Override
        public double of(double base) {
            double power = StrictMath.pow(base, exponent);
            return power < LEAST ? 0 : power;
        }
    }

    /**
     * By a few multiplications and additions. A base is {@code 2^e c (1 + r)} with c one of {@value #CELLS} numbers from 1 to 2
     * and r below 1/{@value #CELLS}. The powers of the first two factors are looked up, that of the third is a binomial series
     * up to r^5, whose remainder is below {@code |binomial(exponent, 6)| 2^-48 < 1e-16}.
     */
    final class Tabulated implements Power {

        static final double LARGEST_EXPONENT = 4;

        private static final int CELL_BITS = 8;
        private static final int CELLS = 1 << CELL_BITS;
        private static final int MANTISSA_BITS = 52;
        private static final int CELL_SHIFT = MANTISSA_BITS - CELL_BITS;
        private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
        private static final long CELL_MASK = -1L << CELL_SHIFT;
        private static final long ONE_BITS = Double.doubleToRawLongBits(1);
        /** Exponent bits of 1, the largest base. */
        private static final int MOST_EXPONENT_BITS = 1023;

        /** {@code (2^e)^exponent} by the exponent bits of the base; 0 below {@link #LEAST} and for subnormal bases. */
        private final double[] ofExponent = new double[MOST_EXPONENT_BITS + 1];
        /** {@code c^exponent}. */
        private final double[] ofCell = new double[CELLS];
        /** {@code 1 / c}. */
        private final double[] inverse = new double[CELLS];

        /** Coefficients of the series; the first is the exponent. */
        private final double first;

        private final double second;
        private final double third;
        private final double fourth;
        private final double fifth;

        Tabulated(double exponent) {
            for (int bits = 1; bits < ofExponent.length; bits++) {
                // The power of two itself is exact; the product of both exponents would not be.
                double power = StrictMath.pow(Double.longBitsToDouble((long) bits << MANTISSA_BITS), exponent);
                ofExponent[bits] = power < LEAST ? 0 : power;
            }
            for (int cell = 0; cell < CELLS; cell++) {
                double start = 1 + cell / (double) CELLS;
                ofCell[cell] = StrictMath.pow(start, exponent);
                inverse[cell] = 1 / start;
            }
            this.first = exponent;
            this.second = first * (exponent - 1) / 2;
            this.third = second * (exponent - 2) / 3;
            this.fourth = third * (exponent - 3) / 4;
            this.fifth = fourth * (exponent - 4) / 5;
        }

        @Override
        public double of(double base) {
            long bits = Double.doubleToRawLongBits(base);
            long mantissa = bits & MANTISSA_MASK;
            int cell = (int) (mantissa >>> CELL_SHIFT);
            double start = Double.longBitsToDouble(ONE_BITS | mantissa & CELL_MASK);
            double rest = (Double.longBitsToDouble(ONE_BITS | mantissa) - start) * inverse[cell];
            double series = 1 + rest * (first + rest * (second + rest * (third + rest * (fourth + rest * fifth))));
            return ofExponent[(int) (bits >>> MANTISSA_BITS)] * (ofCell[cell] * series);
        }
    }
}
