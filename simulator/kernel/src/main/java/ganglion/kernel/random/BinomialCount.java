package ganglion.kernel.random;

/**
 * Binomial counts: how many of {@code trials} succeed, each with the same probability. Small means by inverting the cumulative
 * distribution, larger ones by rejection from a table mountain (BTRS of W. Hörmann, "The generation of binomial random
 * variates", J. Stat. Comput. Simul. 46, 1993), both exact but for rounding. Functions are those of {@link StrictMath}, so that
 * every machine draws the same count.
 */
public final class BinomialCount {

    /** Below this mean, inversion takes few steps and the bounds of the rejection do not hold. */
    private static final double SMALLEST_MEAN_FOR_REJECTION = 10;

    /** {@link #stirlingRest} of 0 to 9, where its series is not exact. */
    private static final double[] REST = {
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287
    };

    private BinomialCount() {}

    /**
     * A count. Takes as many numbers of the generator as it needs, from 0 on.
     *
     * @param trials 0 or more
     * @param probability of success, 0 to 1
     * @param random of this count alone
     */
    public static int draw(int trials, double probability, CounterRandom random) {
        return probability > 0.5
                ? trials - drawRare(trials, 1 - probability, random)
                : drawRare(trials, probability, random);
    }

    private static int drawRare(int trials, double probability, CounterRandom random) {
        if (trials == 0 || probability == 0) {
            return 0;
        }
        return trials * probability < SMALLEST_MEAN_FOR_REJECTION
                ? invert(trials, probability, random.uniform(0))
                : reject(trials, probability, random);
    }

    /** The first count whose cumulative probability is beyond a uniform number. */
    private static int invert(int trials, double probability, double uniform) {
        double odds = probability / (1 - probability);
        double term = StrictMath.exp(trials * StrictMath.log1p(-probability));
        double rest = uniform - term;
        int count = 0;
        while (rest >= 0 && count < trials) {
            count++;
            term *= odds * (trials - count + 1) / count;
            rest -= term;
        }
        return count;
    }

    private static int reject(int trials, double probability, CounterRandom random) {
        double deviation = Math.sqrt(trials * probability * (1 - probability));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double centre = trials * probability + 0.5;
        double accepted = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * deviation;
        double odds = probability / (1 - probability);
        double mode = Math.floor((trials + 1.0) * probability);
        for (long number = 0; ; number += 2) {
            double u = random.uniform(number) - 0.5;
            double v = random.openUniform(number + 1);
            double distance = 0.5 - Math.abs(u);
            double count = Math.floor((2 * a / distance + b) * u + centre);
            if (distance >= 0.07 && v <= accepted) {
                return (int) count;
            }
            // At a distance of 0 the count is infinite, or not a number, and is refused here.
            if (count >= 0
                    && count <= trials
                    && StrictMath.log(v * alpha / (a / (distance * distance) + b))
                            <= logRatio(trials, odds, mode, count)) {
                return (int) count;
            }
        }
    }

    /** Logarithm of the probability of a count by that of the mode, with factorials by Stirling's formula. */
    private static double logRatio(double trials, double odds, double mode, double count) {
        return (mode + 0.5) * StrictMath.log((mode + 1) / (odds * (trials - mode + 1)))
                + (trials + 1) * StrictMath.log((trials - mode + 1) / (trials - count + 1))
                + (count + 0.5) * StrictMath.log(odds * (trials - count + 1) / (count + 1))
                + stirlingRest(mode)
                + stirlingRest(trials - mode)
                - stirlingRest(count)
                - stirlingRest(trials - count);
    }

    /** What {@code ln k!} exceeds {@code (k + 1/2) ln(k + 1) - (k + 1) + ln(2 pi) / 2} by. */
    private static double stirlingRest(double k) {
        if (k < REST.length) {
            return REST[(int) k];
        }
        double inverse = 1 / (k + 1);
        double square = inverse * inverse;
        return (1.0 / 12 - (1.0 / 360 - square / 1260) * square) * inverse;
    }
}
