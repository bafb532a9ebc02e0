package ganglion.learning.optimiser;

/** What one step does to each parameter {@code p} with gradient {@code g}, the same for all elements. */
sealed interface Update {

    /**
     * {@code m <- keep m + g; p <- p - rate (momentumShare m + gradientShare g)}, after weight decay has been added to
     * {@code g}.
     */
    record Momentum(double keep, double momentumShare, double gradientShare, double rate, Decay decay)
            implements Update {

        @Override
        public Momentum withoutDecay() {
            return new Momentum(keep, momentumShare, gradientShare, rate, Decay.NONE);
        }
    }

    /**
     * {@code m <- beta1 m + (1 - beta1) g; v <- beta2 v + (1 - beta2) g^2} and {@code p <- p - (gradientRate g + momentRate m)
     * / (rootScale sqrt(v) + epsilon)}.
     */
    record Moments(
            double beta1,
            double beta2,
            double gradientRate,
            double momentRate,
            double rootScale,
            double epsilon,
            Decay decay)
            implements Update {

        @Override
        public Moments withoutDecay() {
            return new Moments(beta1, beta2, gradientRate, momentRate, rootScale, epsilon, Decay.NONE);
        }
    }

    /**
     * How weights shrink.
     *
     * @param keep factor on {@code p} before the update (decoupled decay)
     * @param addToGradient times {@code p}, added to {@code g} (an L2 penalty)
     */
    record Decay(double keep, double addToGradient) {

        static final Decay NONE = new Decay(1, 0);

        static Decay l2(double weightDecay) {
            return new Decay(1, weightDecay);
        }
    }

    /** How weights shrink. */
    Decay decay();

    /** The same for parameters that do not shrink. */
    Update withoutDecay();

    /**
     * Where moments end that decay without gradients: at zero, below bounds far under the usual epsilon of 1e-8 and its square. Otherwise
     * they become subnormal numbers, which processors are slow at. Floats are rounded to multiples of the bounds, as a constant whose last
     * bit is as large is added and subtracted again; loops that do so are turned into vector instructions.
     */
    final class Vanishing {

        /** First moments below it are zero. */
        static final double FIRST = 0x1p-62;

        /** Second moments below it are zero: their root is 3e-16. */
        static final double SECOND = 0x1p-103;

        /** Its last bit is {@link #FIRST}. */
        static final float FIRST_GRID = 0x1.8p-39f;

        /** Its last bit is {@link #SECOND}. */
        static final float SECOND_GRID = 0x1.8p-80f;

        private Vanishing() {}

        /** The number, or zero below a bound. */
        static double cut(double x, double bound) {
            return Math.abs(x) < bound ? 0 : x;
        }
    }
}
