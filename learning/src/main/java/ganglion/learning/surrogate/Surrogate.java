package ganglion.learning.surrogate;

import java.util.Arrays;

/** The stand-in for the derivative of a spike in the backward pass. Immutable, safe to share between threads. */
public sealed interface Surrogate {

    /** The derivative at a distance {@code x} of the potential from the threshold. */
    double derivative(double x);

    /**
     * The derivative at many distances at once, in single precision.
     *
     * @param x distances from the threshold
     * @param derivatives receives as many values; may not be {@code x}
     * @param count how many, from the start of both arrays
     */
    default void derivatives(float[] x, float[] derivatives, int count) {
        for (int i = 0; i < count; i++) {
            derivatives[i] = (float) derivative(x[i]);
        }
    }

    /**
     * The derivative of {@code atan(pi/2 width x) / pi}: {@code (width / 2) / (1 + (pi/2 width x)^2)} (Fang et al.,
     * "Incorporating learnable membrane time constant", ICCV 2021).
     *
     * @param width steepness, more than 0; called alpha by others, 2 by default
     */
    record ArcTangent(double width) implements Surrogate {

        /** @throws IllegalArgumentException if the width is not a positive number */
        public ArcTangent {
            requirePositive("width of an arc tangent", width);
        }

        @Override
        public double derivative(double x) {
            double scaled = Math.PI / 2 * width * x;
            return width / 2 / (1 + scaled * scaled);
        }

        @Override
        public void derivatives(float[] x, float[] derivatives, int count) {
            float scale = (float) (Math.PI / 2 * width);
            float height = (float) (width / 2);
            for (int i = 0; i < count; i++) {
                float scaled = scale * x[i];
                derivatives[i] = height / (1 + scaled * scaled);
            }
        }
    }

    /**
     * Half of a narrow bell less a wide and low one, {@code 0.5 (1.15 N(x; width) - 0.3 N(x; 6 width))} with the normal densities
     * {@code N} around 0: negative far from the threshold (Yin, Corradi and Bohte, "Accurate and efficient time-domain
     * classification with adaptive spiking recurrent neural networks", Nature Machine Intelligence 3, 2021, in the form of Higuchi
     * et al. 2024).
     *
     * @param width standard deviation of the narrow bell, more than 0; 0.5 in the sources
     */
    record DoubleGaussian(double width) implements Surrogate {

        private static final double SCALE = 0.5;
        private static final double NARROW = 1.15;
        private static final double WIDE = 0.3;
        private static final double RATIO = 6;

        /** @throws IllegalArgumentException if the width is not a positive number */
        public DoubleGaussian {
            requirePositive("width of a double Gaussian", width);
        }

        private double height() {
            return SCALE / (width * Math.sqrt(2 * Math.PI));
        }

        @Override
        public double derivative(double x) {
            double z = x / width;
            double wide = z / RATIO;
            return height() * (NARROW * Math.exp(-z * z / 2) - WIDE / RATIO * Math.exp(-wide * wide / 2));
        }
    }

    /**
     * {@code exp(-slope |x|)} (Shrestha and Orchard, "SLAYER: Spike layer error reassignment in time", NeurIPS 2018, with a
     * height of 1).
     *
     * @param slope steepness, more than 0; the surrogate falls to {@code 1 / e} at {@code |x| = 1 / slope}
     */
    record Exponential(double slope) implements Surrogate {

        /** exp(-z) is computed as exp(-z / 256)^256: the small argument needs a short series, the power eight squarings. */
        private static final float PER_SQUARING = 1f / 256;

        /** Beyond it the loop does not follow the exponent: what is left, 8e-20, changes no gradient. */
        private static final float LARGEST_EXPONENT = 44;

        /** @throws IllegalArgumentException if the slope is not a positive number */
        public Exponential {
            requirePositive("slope of an exponential surrogate", slope);
        }

        @Override
        public double derivative(double x) {
            return Math.exp(-slope * Math.abs(x));
        }

        /** Within 3e-5 of the exact value, relative to it; in two short loops without branches, to be vectorised. */
        @Override
        public void derivatives(float[] x, float[] derivatives, int count) {
            float steepness = (float) slope;
            for (int i = 0; i < count; i++) {
                float y = Math.min(steepness * Math.abs(x[i]), LARGEST_EXPONENT) * PER_SQUARING;
                derivatives[i] = 1 - y * (1 - y * (1f / 2 - y * (1f / 6 - y * (1f / 24 - y * (1f / 120)))));
            }
            for (int i = 0; i < count; i++) {
                float e = derivatives[i];
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                derivatives[i] = e;
            }
        }
    }

    /**
     * {@code 1 / (slope |x| + 1)^2} (Zenke and Ganguli, "SuperSpike", Neural Computation 30(6), 2018, without their factor).
     *
     * @param slope steepness, more than 0; the surrogate falls to a quarter at {@code |x| = 1 / slope}
     */
    record FastSigmoid(double slope) implements Surrogate {

        /** @throws IllegalArgumentException if the slope is not a positive number */
        public FastSigmoid {
            requirePositive("slope of a fast sigmoid", slope);
        }

        @Override
        public double derivative(double x) {
            double root = slope * Math.abs(x) + 1;
            return 1 / (root * root);
        }

        @Override
        public void derivatives(float[] x, float[] derivatives, int count) {
            float steepness = (float) slope;
            for (int i = 0; i < count; i++) {
                float root = steepness * Math.abs(x[i]) + 1;
                derivatives[i] = 1 / (root * root);
            }
        }
    }

    /**
     * The derivative of the logistic function, {@code slope q (1 - q)} with {@code q = 1 / (1 + exp(-slope x))}; {@code slope /
     * 4} at the threshold. Written with {@code |x|}, so that it cannot overflow. Zero where {@code slope |x|} exceeds 41.5: there the
     * exponential is below 1e-18, less than the last bit of a double next to the peak.
     *
     * @param slope steepness, more than 0
     */
    record Sigmoid(double slope) implements Surrogate {

        /** Largest {@code slope |x|} at which the derivative is not zero. */
        private static final float REACH = 41.5f;

        /** From here on the loop does not follow the exponent: beyond the reach, before its powers become too small. */
        private static final float LARGEST_EXPONENT = 80;

        /** Added to a float below 2^22 and subtracted again, it leaves the nearest whole number. */
        private static final float ROUND = 0x1.8p23f;

        /** exp(-z) is computed as exp(-z / 256)^256: the small argument needs a short series, the power eight squarings. */
        private static final float PER_SQUARING = 1f / 256;

        /** @throws IllegalArgumentException if the slope is not a positive number */
        public Sigmoid {
            requirePositive("slope of a sigmoid", slope);
        }

        @Override
        public double derivative(double x) {
            if (slope * Math.abs(x) > REACH) {
                return 0;
            }
            double e = Math.exp(-slope * Math.abs(x));
            return slope * e / ((1 + e) * (1 + e));
        }

        /**
         * Within 3e-5 of the exact value, relative to it, by a series without branches; in short loops, to be vectorised. What half
         * the exponent is in reaches is rounded to 0 within the reach and to 1 beyond it.
         */
        @Override
        public void derivatives(float[] x, float[] derivatives, int count) {
            float steepness = (float) slope;
            float halfReaches = 0.5f / (REACH * PER_SQUARING);
            for (int i = 0; i < count; i++) {
                derivatives[i] = Math.min(steepness * Math.abs(x[i]), LARGEST_EXPONENT) * PER_SQUARING;
            }
            for (int i = 0; i < count; i++) {
                float y = derivatives[i];
                float root = 1 - y * (1 - y * (1f / 2 - y * (1f / 6 - y * (1f / 24 - y * (1f / 120)))));
                derivatives[i] = root * (1 - ((y * halfReaches + ROUND) - ROUND));
            }
            for (int i = 0; i < count; i++) {
                float e = derivatives[i];
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                derivatives[i] = e;
            }
            for (int i = 0; i < count; i++) {
                float e = derivatives[i];
                e *= e;
                e *= e;
                e *= e;
                e *= e;
                derivatives[i] = steepness * e / ((1 + e) * (1 + e));
            }
        }
    }

    /** 1 everywhere: the spike is taken for the potential itself. */
    record StraightThrough() implements Surrogate {

        @Override
        public double derivative(double x) {
            return 1;
        }

        @Override
        public void derivatives(float[] x, float[] derivatives, int count) {
            Arrays.fill(derivatives, 0, count, 1);
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ", expected more than 0");
        }
    }
}
