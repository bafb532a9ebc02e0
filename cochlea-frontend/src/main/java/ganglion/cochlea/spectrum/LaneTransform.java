package ganglion.cochlea.spectrum;

import java.util.Arrays;

/**
 * A Fourier transform of sizes whose half is a product of small primes: decimation in frequency, in place, of mixed
 * radix (four first), on n / 2 complex numbers that are made of the even and the odd samples. Allocates nothing per frame.
 *
 * <p>Own code because the whole front end is more than 1.5 times as fast by it as by JTransforms
 * (docs/decisions/fourier-transform-over-many-frames.md), which also allocates per frame for all sizes but powers of two.
 * Rows over frames vectorise; see {@link LaneButterflies}. W. M. Gentleman and G. Sande, Fast Fourier Transforms for fun
 * and profit, 1966; the real part: Press et al., Numerical Recipes, section 12.3.
 */
final class LaneTransform implements FrameTransform {

    /** A larger prime p costs p^2 steps, and the convolution of the library is faster. */
    private static final int LARGEST_PRIME = 31;

    private final int half;
    /** Factors of the samples, halved: {@link #split} would otherwise halve every sum. */
    private final double[] weights;

    private final double[][] real;
    private final double[][] imaginary;
    private final double[][] samples;
    private final int[] radices;
    /** Row in which each frequency of the complex transform ends up. */
    private final int[] rows;

    private final double[][] power;
    private final Twiddle[] roots;
    private final double[][] sums;

    LaneTransform(double[] weights, int lanes) {
        int size = weights.length;
        this.half = size / 2;
        this.weights = Arrays.stream(weights).map(weight -> weight / 2).toArray();
        this.samples = new double[size][lanes];
        this.real = new double[half][];
        this.imaginary = new double[half][];
        for (int i = 0; i < half; i++) {
            real[i] = samples[2 * i];
            imaginary[i] = samples[2 * i + 1];
        }
        this.radices = radices(half);
        this.rows = new int[half];
        Arrays.setAll(rows, this::row);
        this.power = new double[half + 1][];
        Arrays.setAll(power, k -> k < half ? real[rows[k]] : imaginary[0]);
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
    public double[][] samples() {
        return samples;
    }

    @Override
    public double[][] power() {
        if (radices.length > 0 && radices[0] == 4) {
            weightedStage();
        } else {
            for (int i = 0; i < weights.length; i++) {
                LaneButterflies.scale(samples[i], weights[i]);
            }
            stages(0, 0, half);
        }
        split();
        return power;
    }

    /** The first stage, which weights the samples on the way, and all others. */
    private void weightedStage() {
        int part = half / 4;
        for (int k = 0; k < part; k++) {
            weightedCross(real, k, part, 0);
            weightedCross(imaginary, k, part, 1);
            endOfFour(k, part, 2 * k);
        }
        parts(0, 0, half);
    }

    private void weightedCross(double[][] parity, int first, int part, int odd) {
        int second = first + part;
        int third = second + part;
        int fourth = third + part;
        LaneButterflies.weightedCross(
                parity[first],
                parity[second],
                parity[third],
                parity[fourth],
                weights[2 * first + odd],
                weights[2 * second + odd],
                weights[2 * third + odd],
                weights[2 * fourth + odd]);
    }

    /**
     * The complex transform of {@code length} rows, which leaves frequency k of the whole in row {@code rows[k]}. Each part is
     * transformed to its end before the next, so that small parts stay in the cache.
     */
    private void stages(int stage, int first, int length) {
        if (stage < radices.length) {
            int part = length / radices[stage];
            for (int k = 0; k < part; k++) {
                step(radices[stage], first + k, part, k * (2 * half / length));
            }
            parts(stage, first, length);
        }
    }

    private void parts(int stage, int first, int length) {
        int part = length / radices[stage];
        for (int from = first; part > 1 && from < first + length; from += part) {
            stages(stage + 1, from, part);
        }
    }

    /** Combines the rows {@code first + j part}, then turns output j by j times the angle of root {@code root}. */
    private void step(int radix, int first, int part, int root) {
        switch (radix) {
            case 4 -> {
                cross(real, first, part);
                cross(imaginary, first, part);
                endOfFour(first, part, root);
            }
            case 2 -> {
                LaneButterflies.sumAndDifference(real[first], real[first + part]);
                LaneButterflies.sumAndDifference(imaginary[first], imaginary[first + part]);
                rotate(first + part, roots[root]);
            }
            default -> stepOfAny(radix, first, part, root);
        }
    }

    private static void cross(double[][] rows, int first, int part) {
        LaneButterflies.cross(rows[first], rows[first + part], rows[first + 2 * part], rows[first + 3 * part]);
    }

    /** What follows the crosses of real and of imaginary parts. */
    private void endOfFour(int first, int part, int root) {
        int second = first + part;
        int third = second + part;
        int fourth = third + part;
        if (root == 0) {
            LaneButterflies.exchange(real[second], imaginary[second], real[fourth], imaginary[fourth]);
        } else {
            LaneButterflies.turn(
                    real[second], imaginary[second], real[fourth], imaginary[fourth], roots[root], roots[3 * root]);
            rotate(third, roots[2 * root]);
        }
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
     * From Z, half the transform of even + i odd, to the powers of X: with E and O the transforms of the even and the odd samples,
     * E[k] = Z[k] + Z*[n/2 - k], i O[k] = Z[k] - Z*[n/2 - k], X[k] = E[k] + w^k O[k], X*[n/2 - k] = E[k] - w^k O[k].
     */
    private void split() {
        LaneButterflies.sumAndDifference(real[0], imaginary[0]);
        LaneButterflies.squareOfTwice(real[0]);
        LaneButterflies.squareOfTwice(imaginary[0]);
        for (int k = 1; 2 * k < half; k++) {
            int mirror = rows[half - k];
            LaneButterflies.split(real[rows[k]], imaginary[rows[k]], real[mirror], imaginary[mirror], roots[k]);
        }
        if (half % 2 == 0) {
            // X[n/4] is the conjugate of twice Z[n/4].
            int middle = rows[half / 2];
            LaneButterflies.squareOfTwice(real[middle], imaginary[middle]);
        }
    }
}
