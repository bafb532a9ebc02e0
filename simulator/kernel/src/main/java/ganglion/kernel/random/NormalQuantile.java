package ganglion.kernel.random;

/**
 * Quantiles of the standard normal distribution, which turn one uniform number into one normal number: M. J. Wichura,
 * "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37 (1988), PPND16, relative
 * error about 1e-16. Additions, multiplications, divisions, roots and the {@linkplain PortableLog logarithm} are those of IEEE 754
 * and {@link StrictMath}, so that every machine draws the same network.
 *
 * <p>Each of its three ratios of polynomials of degree 7 is written out by Horner's rule. The central one, which 85 of 100 numbers
 * take, then becomes vector instructions in {@link #ofEach}.
 */
final class NormalQuantile {

    /** Distance from a half up to which the central ratio holds. */
    private static final double CENTRE = 0.425;

    private NormalQuantile() {}

    /** The number that a standard normal number falls below with a probability strictly between 0 and 1. */
    static double of(double probability) {
        return Math.abs(probability - 0.5) <= CENTRE ? central(probability) : tail(probability);
    }

    /** Turns successive probabilities, from 0 on, into quantiles, each as {@link #of} does. */
    static void ofEach(double[] numbers, int count) {
        int inTails = 0;
        for (int i = 0; i < count; i++) {
            inTails += isInTail(numbers[i]);
        }
        // Tails are listed without a branch, which could not be predicted, and then done one close after the other.
        int[] places = new int[inTails + 1];
        int found = 0;
        for (int i = 0; i < count; i++) {
            places[found] = i;
            found += isInTail(numbers[i]);
        }
        double[] tails = new double[inTails];
        for (int i = 0; i < inTails; i++) {
            tails[i] = tail(numbers[places[i]]);
        }
        for (int i = 0; i < count; i++) {
            numbers[i] = central(numbers[i]);
        }
        for (int i = 0; i < inTails; i++) {
            numbers[places[i]] = tails[i];
        }
    }

    /** 1 if a probability is too far from a half for the central ratio, else 0. */
    private static int isInTail(double probability) {
        return (int) (Double.doubleToRawLongBits(CENTRE - Math.abs(probability - 0.5)) >>> Long.SIZE - 1);
    }

    private static double central(double probability) {
        double centred = probability - 0.5;
        double r = 0.180625 - centred * centred;
        double top = ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r
                                                                                + 4.5921953931549871457e4)
                                                                        * r
                                                                + 1.3731693765509461125e4)
                                                        * r
                                                + 1.9715909503065514427e3)
                                        * r
                                + 1.3314166789178437745e2)
                        * r
                + 3.3871328727963666080;
        double bottom = ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r
                                                                                + 2.1213794301586595867e4)
                                                                        * r
                                                                + 5.3941960214247511077e3)
                                                        * r
                                                + 6.8718700749205790830e2)
                                        * r
                                + 4.2313330701600911252e1)
                        * r
                + 1;
        return centred * (top / bottom);
    }

    private static double tail(double probability) {
        double root = Math.sqrt(-PortableLog.of(Math.min(probability, 1 - probability)));
        double quantile = root <= 5 ? near(root - 1.6) : far(root - 5);
        return probability < 0.5 ? -quantile : quantile;
    }

    private static double near(double r) {
        double top =
                ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r
                                                                                        + 1.27045825245236838258)
                                                                                * r
                                                                        + 3.64784832476320460504)
                                                                * r
                                                        + 5.76949722146069140550)
                                                * r
                                        + 4.63033784615654529590)
                                * r
                        + 1.42343711074968357734;
        double bottom =
                ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r
                                                                                        + 1.48103976427480074590e-1)
                                                                                * r
                                                                        + 6.89767334985100004550e-1)
                                                                * r
                                                        + 1.67638483018380384940)
                                                * r
                                        + 2.05319162663775882187)
                                * r
                        + 1;
        return top / bottom;
    }

    private static double far(double r) {
        double top =
                ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r
                                                                                        + 2.65321895265761230930e-2)
                                                                                * r
                                                                        + 2.96560571828504891230e-1)
                                                                * r
                                                        + 1.78482653991729133580)
                                                * r
                                        + 5.46378491116411436990)
                                * r
                        + 6.65790464350110377720;
        double bottom =
                ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
                                                                                        + 7.86869131145613259100e-4)
                                                                                * r
                                                                        + 1.48753612908506148525e-2)
                                                                * r
                                                        + 1.36929880922735805310e-1)
                                                * r
                                        + 5.99832206555887937690e-1)
                                * r
                        + 1;
        return top / bottom;
    }

    /**
     * The natural logarithm with the bits of {@link StrictMath#log}, which up to Java 20 is a call out of Java that takes several times
     * as long.
     *
     * <p>The algorithm is {@code __ieee754_log} of FDLIBM 5.3: x is {@code 2^k (1 + f)} with {@code sqrt(2)/2 < 1 + f < sqrt(2)}, and with
     * {@code s = f / (2 + f)} the logarithm of {@code 1 + f} is {@code 2 s} and a polynomial in {@code s^2}. Its notice:
     *
     * <blockquote>Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business.
     * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.</blockquote>
     */
    static final class PortableLog {

        private static final double LN2_HIGH = 6.93147180369123816490e-01;
        private static final double LN2_LOW = 1.90821492927058770002e-10;
        private static final double L1 = 6.666666666666735130e-01;
        private static final double L2 = 3.999999999940941908e-01;
        private static final double L3 = 2.857142874366239149e-01;
        private static final double L4 = 2.222219843214978396e-01;
        private static final double L5 = 1.818357216161805012e-01;
        private static final double L6 = 1.531383769920937332e-01;
        private static final double L7 = 1.479819860511658591e-01;

        private static final int MANTISSA_BITS = 52;
        private static final int HIGH_MANTISSA = 0xFFFFF;
        private static final int EXPONENT_OF_ONE = 0x3FF00000;
        private static final int EXPONENT_BIAS = 1023;

        private PortableLog() {}

        /** The logarithm of a positive, finite and normal number. */
        static double of(double x) {
            long bits = Double.doubleToRawLongBits(x);
            int high = (int) (bits >>> Integer.SIZE);
            int mantissa = high & HIGH_MANTISSA;
            // Above sqrt(2) the next power of two is taken.
            int above = mantissa + 0x95F64 & 0x100000;
            double k = (int) (bits >>> MANTISSA_BITS) - EXPONENT_BIAS + (above >> 20);
            long scaled = (long) (mantissa | above ^ EXPONENT_OF_ONE) << Integer.SIZE | bits & 0xFFFFFFFFL;
            double f = Double.longBitsToDouble(scaled) - 1;
            if ((HIGH_MANTISSA & 2 + mantissa) < 3) {
                return nearPowerOfTwo(f, k);
            }
            double s = f / (2 + f);
            double z = s * s;
            double w = z * z;
            double even = w * (L2 + w * (L4 + w * L6));
            double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
            double rest = odd + even;
            if ((mantissa - 0x6147A | 0x6B851 - mantissa) > 0) {
                double half = 0.5 * f * f;
                return k == 0
                        ? f - (half - s * (half + rest))
                        : k * LN2_HIGH - ((half - (s * (half + rest) + k * LN2_LOW)) - f);
            }
            return k == 0 ? f - s * (f - rest) : k * LN2_HIGH - ((s * (f - rest) - k * LN2_LOW) - f);
        }

        /** Where {@code |f| < 2^-20}. */
        private static double nearPowerOfTwo(double f, double k) {
            if (f == 0) {
                return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
            }
            double rest = f * f * (0.5 - 0.33333333333333333 * f);
            return k == 0 ? f - rest : k * LN2_HIGH - ((rest - k * LN2_LOW) - f);
        }
    }
}
