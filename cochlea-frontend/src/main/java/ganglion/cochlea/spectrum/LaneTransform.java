package ganglion.cochlea.spectrum;

import java.util.Arrays;

/**
 * A Fourier transform of sizes whose half is a product of small primes: decimation in frequency, in place, of mixed
 * radix (four first), on n / 2 complex numbers that are made of the even and the odd samples. Allocates nothing per frame.
 *
 * <p>Own code because the whole front end is 1.56 to 1.59 times as fast by it as by JTransforms
 * (docs/decisions/fourier-transform-over-many-frames.md), which also allocates per frame for all sizes but powers of two.
 * Rows over frames vectorise; see {@link LaneButterflies}. W. M. Gentleman and G. Sande, Fast Fourier Transforms for fun
 * and profit, 1966; the real part: Press et al., Numerical Recipes, section 12.3.
 */
final class LaneTransform implements FrameTransform {

    /** A larger prime p costs p^2 steps, and the convolution of the library is faster. */
    private static final int LARGEST_PRIME = 31;

    private final int half;
    private final double[][] real;
    private final double[][] imaginary;
    private final int[] radices;
    /** Row in which each frequency of the complex transform ends up. */
    private final int[] rows;

    private final Twiddle[] roots;
    private final double[][] sums;

    LaneTransform(int size, int lanes) {
        this.half = size / 2;
        this.real = new double[half][lanes];
        this.imaginary = new double[half][lanes];
        this.radices = radices(half);
        this.rows = new int[half];
        Arrays.setAll(rows, this::row);
        this.roots = Twiddle.roots(size);
        int largest = Arrays.stream(radices).max().orElse(1);
        this.sums = new double[2 * largest][lanes];
    }

    /** Whether a transform of this many samples is possible. */
    static boolean supports(int size) {
        return size >= 2 && size % 2 == 0 && Arrays.stream(radices(size / 2)).allMatch(radix -> radix <= LARGEST_PRIME);
    }

    /** The radices of the stages of a complex transform: factors of its size, four first. */
    static int[] radices(int number) {
        int[] radices = new int[Integer.SIZE];
        int count = 0;
        int rest = number;
        for (int radix = 4; rest > 1; radix = radix == 4 ? 2 : radix == 2 ? 3 : radix + 2) {
            if ((long) radix * radix > rest && radix > 4) {
                radix = rest;
            }
            while (rest % radix == 0) {
                radices[count++] = radix;
                rest /= radix;
            }
        }
        return Arrays.copyOf(radices, count);
    }

    private int row(int frequency) {
        int row = 0;
        int length = half;
        int rest = frequency;
        for (int radix : radices) {
            length /= radix;
            row += rest % radix * length;
            rest /= radix;
        }
        return row;
    }

    @Override
    public double[][] even() {
        return real;
    }

    @Override
    public double[][] odd() {
        return imaginary;
    }

    @Override
    public void power(double factor, double[][] power) {
        stages();
        split(factor, power);
    }

    /** The complex transform, which leaves frequency k in row {@code rows[k]}. */
    void stages() {
        int length = half;
        for (int radix : radices) {
            int part = length / radix;
            for (int first = 0; first < half; first += length) {
                for (int k = 0; k < part; k++) {
                    step(radix, first + k, part, k * (2 * half / length));
                }
            }
            length = part;
        }
    }

    /** Combines the rows {@code first + j part}, then turns output j by j times the angle of root {@code root}. */
    private void step(int radix, int first, int part, int root) {
        switch (radix) {
            case 4 -> stepOfFour(first, part, root);
            case 2 -> {
                LaneButterflies.sumAndDifference(real[first], real[first + part]);
                LaneButterflies.sumAndDifference(imaginary[first], imaginary[first + part]);
                rotate(first + part, roots[root]);
            }
            default -> stepOfAny(radix, first, part, root);
        }
    }

    private void stepOfFour(int first, int part, int root) {
        int second = first + part;
        int third = second + part;
        int fourth = third + part;
        LaneButterflies.cross(real[first], real[second], real[third], real[fourth]);
        LaneButterflies.cross(imaginary[first], imaginary[second], imaginary[third], imaginary[fourth]);
        LaneButterflies.turn(
                real[second], imaginary[second], real[fourth], imaginary[fourth], roots[root], roots[3 * root]);
        rotate(third, roots[2 * root]);
    }

    private void stepOfAny(int radix, int first, int part, int root) {
        int rootOfRadix = 2 * half / radix;
        for (int output = 0; output < radix; output++) {
            double[] sum = sums[2 * output];
            double[] imaginarySum = sums[2 * output + 1];
            Arrays.fill(sum, 0);
            Arrays.fill(imaginarySum, 0);
            for (int input = 0; input < radix; input++) {
                int row = first + input * part;
                Twiddle twiddle = roots[input * output % radix * rootOfRadix];
                LaneButterflies.addRotated(
                        sum, imaginarySum, real[row], imaginary[row], twiddle.cosine(), twiddle.sine());
            }
        }
        for (int output = 0; output < radix; output++) {
            int row = first + output * part;
            System.arraycopy(sums[2 * output], 0, real[row], 0, real[row].length);
            System.arraycopy(sums[2 * output + 1], 0, imaginary[row], 0, real[row].length);
            rotate(row, roots[output * root]);
        }
    }

    private void rotate(int row, Twiddle twiddle) {
        if (twiddle.sine() != 0 || twiddle.cosine() != 1) {
            LaneButterflies.rotate(real[row], imaginary[row], twiddle.cosine(), twiddle.sine());
        }
    }

    /**
     * From Z, the transform of even + i odd, to the powers of X: with E and O the transforms of the even and the odd samples,
     * 2 E[k] = Z[k] + Z*[n/2 - k], 2 i O[k] = Z[k] - Z*[n/2 - k], X[k] = E[k] + w^k O[k], X*[n/2 - k] = E[k] - w^k O[k].
     */
    private void split(double factor, double[][] power) {
        LaneButterflies.sumAndDifference(real[0], imaginary[0]);
        LaneButterflies.square(real[0], factor, power[0]);
        LaneButterflies.square(imaginary[0], factor, power[half]);
        for (int k = 1; 2 * k < half; k++) {
            splitPair(k, factor / 4, power);
        }
        if (half % 2 == 0) {
            // X[n/4] is the conjugate of Z[n/4].
            int middle = rows[half / 2];
            LaneButterflies.square(real[middle], imaginary[middle], factor, power[half / 2]);
        }
    }

    private void splitPair(int k, double factor, double[][] power) {
        double[] evenReal = real[rows[k]];
        double[] oddImaginary = real[rows[half - k]];
        double[] oddReal = imaginary[rows[k]];
        double[] evenImaginary = imaginary[rows[half - k]];
        // After these, the rows hold twice what their names say, the imaginary part of O with the wrong sign.
        LaneButterflies.sumAndDifference(evenReal, oddImaginary);
        LaneButterflies.sumAndDifference(oddReal, evenImaginary);
        LaneButterflies.rotateConjugate(oddReal, oddImaginary, roots[k].cosine(), roots[k].sine());
        LaneButterflies.squareOfSum(evenReal, evenImaginary, oddReal, oddImaginary, factor, power[k]);
        LaneButterflies.squareOfDifference(evenReal, evenImaginary, oddReal, oddImaginary, factor, power[half - k]);
    }
}
