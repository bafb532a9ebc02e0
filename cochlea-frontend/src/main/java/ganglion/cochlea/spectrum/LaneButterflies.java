package ganglion.cochlea.spectrum;

/**
 * The arithmetic of a Fourier transform on rows, where a row holds the same sample of many frames. HotSpot 17 turns a loop
 * into vector instructions (measured) only while it touches no more than five arrays or so: the radix-4 step as four small
 * loops takes less than half the time of the same step as one. Nor does it, in longer loops, where two products are added,
 * since it orders the operands of sums differently from one copy of the body to the next. Hence {@code a b - c (-d)}, which has the same
 * bits as {@code a b + c d}.
 */
final class LaneButterflies {

    private LaneButterflies() {}

    /** Four-point transform of real parts, or of imaginary parts, up to the exchange between the two: see {@link #turn}. */
    static void cross(double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < a.length; i++) {
            double evenSum = a[i] + c[i];
            double evenDifference = a[i] - c[i];
            double oddSum = b[i] + d[i];
            double oddDifference = b[i] - d[i];
            a[i] = evenSum + oddSum;
            b[i] = evenDifference;
            c[i] = evenSum - oddSum;
            d[i] = oddDifference;
        }
    }

    /** The {@link #cross} of rows times weights. */
    static void weightedCross(
            double[] a, double[] b, double[] c, double[] d, double ofA, double ofB, double ofC, double ofD) {
        double minusC = -ofC;
        double minusD = -ofD;
        for (int i = 0; i < a.length; i++) {
            double x = a[i] * ofA;
            double y = b[i] * ofB;
            double evenSum = x - c[i] * minusC;
            double evenDifference = x - c[i] * ofC;
            double oddSum = y - d[i] * minusD;
            double minusOddSum = d[i] * minusD - y;
            double oddDifference = y - d[i] * ofD;
            a[i] = evenSum - minusOddSum;
            b[i] = evenDifference;
            c[i] = evenSum - oddSum;
            d[i] = oddDifference;
        }
    }

    /** Ends a four-point transform: outputs 1 and 3 from the differences, each times its twiddle factor. */
    static void turn(
            double[] real1, double[] imaginary1, double[] real3, double[] imaginary3, Twiddle first, Twiddle third) {
        double cosine1 = first.cosine();
        double sine1 = first.sine();
        double cosine3 = third.cosine();
        double sine3 = third.sine();
        for (int i = 0; i < real1.length; i++) {
            double one = real1[i] + imaginary3[i];
            double oneImaginary = imaginary1[i] - real3[i];
            double three = real1[i] - imaginary3[i];
            double threeImaginary = imaginary1[i] + real3[i];
            real1[i] = one * cosine1 - oneImaginary * sine1;
            imaginary1[i] = one * sine1 + oneImaginary * cosine1;
            real3[i] = three * cosine3 - threeImaginary * sine3;
            imaginary3[i] = three * sine3 + threeImaginary * cosine3;
        }
    }

    /** Ends a four-point transform whose twiddle factors are 1. */
    static void exchange(double[] real1, double[] imaginary1, double[] real3, double[] imaginary3) {
        for (int i = 0; i < real1.length; i++) {
            double one = real1[i] + imaginary3[i];
            double oneImaginary = imaginary1[i] - real3[i];
            double three = real1[i] - imaginary3[i];
            double threeImaginary = imaginary1[i] + real3[i];
            real1[i] = one;
            imaginary1[i] = oneImaginary;
            real3[i] = three;
            imaginary3[i] = threeImaginary;
        }
    }

    /** Multiplies a row with a number. */
    static void scale(double[] row, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    /** Replaces two rows by their sum and their difference. */
    static void sumAndDifference(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            double sum = a[i] + b[i];
            b[i] = a[i] - b[i];
            a[i] = sum;
        }
    }

    /** Multiplies complex rows with one number. */
    static void rotate(double[] real, double[] imaginary, double cosine, double sine) {
        for (int i = 0; i < real.length; i++) {
            double x = real[i];
            double y = imaginary[i];
            real[i] = x * cosine - y * sine;
            imaginary[i] = x * sine + y * cosine;
        }
    }

    /** Adds complex rows times one number to others. */
    static void addRotated(
            double[] toReal, double[] toImaginary, double[] real, double[] imaginary, double cosine, double sine) {
        for (int i = 0; i < toReal.length; i++) {
            toReal[i] += real[i] * cosine - imaginary[i] * sine;
        }
        for (int i = 0; i < toImaginary.length; i++) {
            toImaginary[i] += real[i] * sine + imaginary[i] * cosine;
        }
    }

    /**
     * From Z[k] = a + i b and Z[n/2 - k] = c + i d to the powers of X[k] and X[n/2 - k], which replace a and c; see {@code
     * LaneTransform.split}.
     */
    static void split(double[] a, double[] b, double[] c, double[] d, Twiddle twiddle) {
        double cosine = twiddle.cosine();
        double sine = twiddle.sine();
        double minusSine = -sine;
        for (int i = 0; i < a.length; i++) {
            double evenReal = a[i] + c[i];
            double evenImaginary = b[i] - d[i];
            double minusEvenImaginary = d[i] - b[i];
            double oddReal = b[i] + d[i];
            // The imaginary part of O with the wrong sign.
            double oddImaginary = a[i] - c[i];
            double turnedReal = oddReal * cosine - oddImaginary * minusSine;
            double turnedImaginary = oddReal * sine - oddImaginary * cosine;
            double real = evenReal + turnedReal;
            double imaginary = evenImaginary + turnedImaginary;
            double minusImaginary = minusEvenImaginary - turnedImaginary;
            double mirrorReal = evenReal - turnedReal;
            double mirrorImaginary = evenImaginary - turnedImaginary;
            double minusMirrorImaginary = turnedImaginary - evenImaginary;
            a[i] = real * real - imaginary * minusImaginary;
            c[i] = mirrorReal * mirrorReal - mirrorImaginary * minusMirrorImaginary;
        }
    }

    /** x = (2 x)^2. */
    static void squareOfTwice(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 4 * (x[i] * x[i]);
        }
    }

    /** x = |2 (x + i y)|^2. */
    static void squareOfTwice(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 4 * (x[i] * x[i] + y[i] * y[i]);
        }
    }
}
