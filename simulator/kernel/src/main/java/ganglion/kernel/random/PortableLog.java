package ganglion.kernel.random;

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
final class PortableLog {

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
