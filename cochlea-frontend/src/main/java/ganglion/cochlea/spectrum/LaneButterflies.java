package ganglion.cochlea.spectrum;

/**
 * The arithmetic of a Fourier transform on rows, where a row holds the same sample of many frames. HotSpot turns such
 * loops into vector instructions, but (17, measured) only while a loop touches no more than four or five arrays: the
 * radix-4 step as four small loops takes less than half the time of the same step as one.
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

    /** Replaces complex rows by their conjugates times one number. */
    static void rotateConjugate(double[] real, double[] imaginary, double cosine, double sine) {
        for (int i = 0; i < real.length; i++) {
            double x = real[i];
            double y = imaginary[i];
            real[i] = x * cosine + y * sine;
            imaginary[i] = x * sine - y * cosine;
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

    /** power = factor x^2. */
    static void square(double[] x, double factor, double[] power) {
        for (int i = 0; i < power.length; i++) {
            power[i] = factor * (x[i] * x[i]);
        }
    }

    /** power = factor |x + i y|^2. */
    static void square(double[] x, double[] y, double factor, double[] power) {
        for (int i = 0; i < power.length; i++) {
            power[i] = factor * (x[i] * x[i] + y[i] * y[i]);
        }
    }

    /** power = factor |(x + u) + i (y + v)|^2. */
    static void squareOfSum(double[] x, double[] y, double[] u, double[] v, double factor, double[] power) {
        for (int i = 0; i < power.length; i++) {
            double real = x[i] + u[i];
            double imaginary = y[i] + v[i];
            power[i] = factor * (real * real + imaginary * imaginary);
        }
    }

    /** power = factor |(x - u) + i (y - v)|^2. */
    static void squareOfDifference(double[] x, double[] y, double[] u, double[] v, double factor, double[] power) {
        for (int i = 0; i < power.length; i++) {
            double real = x[i] - u[i];
            double imaginary = y[i] - v[i];
            power[i] = factor * (real * real + imaginary * imaginary);
        }
    }
}
