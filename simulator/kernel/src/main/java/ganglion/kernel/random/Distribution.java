package ganglion.kernel.random;

/**
 * A probability distribution of numbers, drawn from a {@link CounterRandom}: the same generator and index give the same
 * number. Immutable.
 */
public sealed interface Distribution {

    /** The number at an index. */
    double draw(CounterRandom random, long index);

    /**
     * The numbers at several indices that have their upper half in common, each as {@link #draw} gives it, in less time.
     *
     * @param upper of each index; its lower 32 bits are 0
     * @param lower of each index, from {@code from} to {@code until - 1}, 0 or more
     * @param numbers receives the numbers, from 0 on
     */
    default void drawEach(CounterRandom random, long upper, int[] lower, int from, int until, double[] numbers) {
        for (int i = from; i < until; i++) {
            numbers[i - from] = draw(random, upper | lower[i]);
        }
    }

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

        @Override
        public void drawEach(CounterRandom random, long upper, int[] lower, int from, int until, double[] numbers) {
            random.openUniforms(upper, lower, from, until, numbers);
            NormalQuantile.ofEach(numbers, until - from);
            for (int i = 0; i < until - from; i++) {
                numbers[i] = mean + standardDeviation * numbers[i];
            }
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
            return bounded(of.draw(random, index));
        }

        @Override
        public void drawEach(CounterRandom random, long upper, int[] lower, int from, int until, double[] numbers) {
            of.drawEach(random, upper, lower, from, until, numbers);
            for (int i = 0; i < until - from; i++) {
                numbers[i] = bounded(numbers[i]);
            }
        }

        private double bounded(double number) {
            return Math.min(high, Math.max(low, number));
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
            return drawAgain(of.draw(random, index), random, index);
        }

        @Override
        public void drawEach(CounterRandom random, long upper, int[] lower, int from, int until, double[] numbers) {
            of.drawEach(random, upper, lower, from, until, numbers);
            for (int i = from; i < until; i++) {
                double number = numbers[i - from];
                if (!(number > low && number < high)) {
                    numbers[i - from] = drawAgain(number, random, upper | lower[i]);
                }
            }
        }

        /** The first draw, or the first of those after it that is within the bounds. */
        private double drawAgain(double first, CounterRandom random, long index) {
            double number = first;
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
