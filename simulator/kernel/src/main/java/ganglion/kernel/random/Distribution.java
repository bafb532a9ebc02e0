package ganglion.kernel.random;

/**
 * A probability distribution of numbers, drawn from a {@link CounterRandom}: the same generator and index give the same
 * number. Immutable.
 */
public sealed interface Distribution {

    /** The number at an index. */
    double draw(CounterRandom random, long index);

    /** Evenly from {@code low} inclusive to {@code high} exclusive. */
    record Uniform(double low, double high) implements Distribution {

        /** @throws IllegalArgumentException if the bounds are not finite or not in order */
        public Uniform {
            checkBounds(low, high);
        }

        @Override
        public double draw(CounterRandom random, long index) {
            return low + (high - low) * random.uniform(index);
        }
    }

    /** Gaussian. */
    record Normal(double mean, double standardDeviation) implements Distribution {

        /** @throws IllegalArgumentException if the mean is not finite or the deviation is negative */
        public Normal {
            checkMoments("mean", mean, standardDeviation);
        }

        @Override
        public double draw(CounterRandom random, long index) {
            return mean + standardDeviation * NormalQuantile.of(random.openUniform(index));
        }
    }

    /** {@code exp(n)} where n is Gaussian with the given mean and standard deviation: of the logarithm, not of the number. */
    record Lognormal(double logMean, double logStandardDeviation) implements Distribution {

        /** @throws IllegalArgumentException if the mean is not finite or the deviation is negative */
        public Lognormal {
            checkMoments("mean of the logarithm", logMean, logStandardDeviation);
        }

        @Override
        public double draw(CounterRandom random, long index) {
            return StrictMath.exp(logMean + logStandardDeviation * NormalQuantile.of(random.openUniform(index)));
        }
    }

    /** Another distribution with numbers beyond a bound moved onto it. */
    record Clipped(Distribution of, double low, double high) implements Distribution {

        /** @throws IllegalArgumentException if the bounds are not finite or not in order */
        public Clipped {
            checkBounds(low, high);
        }

        @Override
        public double draw(CounterRandom random, long index) {
            return Math.min(high, Math.max(low, of.draw(random, index)));
        }
    }

    /**
     * Another distribution without the numbers beyond its bounds: they are drawn again, as in NEST and PyNN. After {@value
     * #MOST_DRAWS} draws in vain, which only happens if the bounds exclude nearly everything, the nearer bound is taken.
     */
    record Truncated(Distribution of, double low, double high) implements Distribution {

        private static final int MOST_DRAWS = 1000;

        /** @throws IllegalArgumentException if the bounds are not finite or not in order */
        public Truncated {
            checkBounds(low, high);
        }

        @Override
        public double draw(CounterRandom random, long index) {
            double number = of.draw(random, index);
            // Each attempt is taken from another branch at the same index: attempts of one sample do not shift the
            // numbers of the next.
            for (int draw = 1; draw < MOST_DRAWS && (number < low || number > high); draw++) {
                number = of.draw(random.branch(draw), index);
            }
            return Math.min(high, Math.max(low, number));
        }
    }

    private static void checkBounds(double low, double high) {
        if (!(low <= high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "found " + low + " and " + high + ", expected two bounds in order with a finite distance");
        }
    }

    private static void checkMoments(String mean, double value, double standardDeviation) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + mean + " is " + value + ", expected a finite number");
        }
        if (!(standardDeviation >= 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException(
                    "the standard deviation is " + standardDeviation + ", expected a finite number of 0 or more");
        }
    }
}
