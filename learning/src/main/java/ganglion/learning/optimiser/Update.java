package ganglion.learning.optimiser;

/** What one step does to each parameter {@code p} with gradient {@code g}, the same for all elements. */
sealed interface Update permits Update.Momentum, Update.Moments, Update.Maximum {

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
     * / (rootScale sqrt(v) + epsilon)}; without the divisor if the update is not adaptive.
     */
    record Moments(
            double beta1,
            double beta2,
            double gradientRate,
            double momentRate,
            double rootScale,
            double epsilon,
            boolean adaptive,
            Decay decay)
            implements Update {

        @Override
        public Moments withoutDecay() {
            return new Moments(beta1, beta2, gradientRate, momentRate, rootScale, epsilon, adaptive, Decay.NONE);
        }
    }

    /** {@code m} as for moments, {@code v <- max(beta2 v, |g| + epsilon)} and {@code p <- p - rate m / v}. */
    record Maximum(double beta1, double beta2, double rate, double epsilon, Decay decay) implements Update {

        @Override
        public Maximum withoutDecay() {
            return new Maximum(beta1, beta2, rate, epsilon, Decay.NONE);
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
}
