package ganglion.cochlea.spectrum;

import ganglion.cochlea.operation.OperationCounts;

/**
 * Power as level: 10 log10(max(smallest, power) / max(smallest, reference)); the same numbers as {@code
 * librosa.power_to_db}.
 *
 * @param reference power of 0 dB, above 0
 * @param smallestPower powers below count as this one, above 0
 * @param rangeDecibels levels this far below a clip's highest are raised to that; infinity for no such limit. Needs the
 *     whole clip, hence not for streams
 */
public record Decibels(double reference, double smallestPower, double rangeDecibels) {

    /** librosa's defaults: reference 1, nothing below 1e-10, 80 dB below the highest level. */
    public static final Decibels LIBROSA = new Decibels(1, 1e-10, 80);

    /** Power that is added to each in {@link #ofPowers}: -140 dB of full scale, far below the noise of 16 bits. */
    public static final double SMALLEST_POWER = 1e-14;

    /** @throws IllegalArgumentException if a number is not positive, or the smallest power below 2^-1022 */
    public Decibels {
        if (!(reference > 0
                && reference < Double.POSITIVE_INFINITY
                && smallestPower >= Double.MIN_NORMAL
                && smallestPower < Double.POSITIVE_INFINITY
                && rangeDecibels > 0)) {
            throw new IllegalArgumentException("levels need a positive reference, smallest power and range, not "
                    + reference + ", " + smallestPower + " and " + rangeDecibels);
        }
    }

    /** The level of one finite power, without the limit of the range. */
    public double level(double power) {
        return 10 * (Logarithm.log10(Math.max(smallestPower, power)) - zeroLevel());
    }

    /** Levels in dB of powers relative to full scale: 10 log10(power + {@value #SMALLEST_POWER}). */
    public static double[] ofPowers(double[] powers) {
        double[] levels = new double[powers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 10 * Math.log10(powers[i] + SMALLEST_POWER);
        }
        return levels;
    }

    /** Operations of {@link #ofPowers} for one power. */
    public static OperationCounts operationsPerPower() {
        return OperationCounts.NONE.andMultiplyAdds(2).andLogarithms(1);
    }

    private double zeroLevel() {
        return Logarithm.log10(Math.max(smallestPower, reference));
    }

    /** Turns the powers of a whole clip into levels, in place. */
    public void apply(double[] powers) {
        double highest = smallestPower;
        for (double power : powers) {
            highest = power > highest ? power : highest;
        }
        double zero = zeroLevel();
        // The logarithm is monotonic, so that the limit can be applied to powers.
        double lowest = Math.max(smallestPower, highest * Math.pow(10, -rangeDecibels / 10));
        for (int i = 0; i < powers.length; i++) {
            double power = powers[i];
            powers[i] = 10 * (Logarithm.log10(power > lowest ? power : lowest) - zero);
        }
    }

    /**
     * Decimal logarithms by table and polynomial, to an absolute error of 1e-15, three times as fast as {@link
     * Math#log10} and, unlike it, the same on every platform.
     *
     * <p>The mantissa m is within 2^-10 of 1 / INVERSES[i], where i are its highest bits; with r = m INVERSES[i] - 1, ln(1 + r) is
     * its Taylor polynomial of fourth order to 2^-52.
     */
    static final class Logarithm {

        private static final int TABLE_BITS = 9;
        private static final int MANTISSA_BITS = 52;
        private static final long MANTISSA_MASK = (1L << MANTISSA_BITS) - 1;
        private static final long ONE_BITS = 0x3ff0_0000_0000_0000L;
        private static final int EXPONENT_BIAS = 1023;

        private static final double LOG10_OF_2 = 0.30102999566398120;
        private static final double LOG10_OF_E = 0.43429448190325183;

        private static final double[] INVERSES = new double[1 << TABLE_BITS];
        /** -log10(INVERSES[i]). */
        private static final double[] LOGARITHMS = new double[1 << TABLE_BITS];

        static {
            for (int i = 0; i < INVERSES.length; i++) {
                INVERSES[i] = 1 / (1 + (i + 0.5) / INVERSES.length);
                LOGARITHMS[i] = -StrictMath.log10(INVERSES[i]);
            }
        }

        private Logarithm() {}

        /** The logarithm of a normal number above 0: at least {@link Double#MIN_NORMAL}, and finite. */
        static double log10(double x) {
            long bits = Double.doubleToRawLongBits(x);
            int exponent = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS;
            int index = (int) (bits >>> MANTISSA_BITS - TABLE_BITS) & (1 << TABLE_BITS) - 1;
            double mantissa = Double.longBitsToDouble(bits & MANTISSA_MASK | ONE_BITS);
            double r = mantissa * INVERSES[index] - 1;
            double polynomial = r - r * r * (0.5 - r * (1.0 / 3 - r * 0.25));
            return exponent * LOG10_OF_2 + (LOGARITHMS[index] + polynomial * LOG10_OF_E);
        }
    }
}
