package ganglion.hardware.validation;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How far estimates are from measurements, as logarithms of their ratios about zero: an estimate is meant to be right, not
 * only right in the mean. A study has one vote.
 *
 * <p>A device has few measurements, so its variance is moderated by those of other devices, as Smyth (2004, "Linear models and
 * empirical Bayes methods for assessing differential expression in microarray experiments", Statistical Applications in
 * Genetics and Molecular Biology 3, article 3) does for genes: with a scaled inverse chi-square prior. Its scale s0^2 is the
 * median of the mean squares of the other devices, which one that is far off does not move (a robust prior, as in Phipson et al.
 * 2016, Annals of Applied Statistics 10, 946-963), and we give it n0 = {@value #PRIOR} degrees of freedom. Then the variance of
 * n own votes is
 *
 * <pre>
 *   s^2 = ( n0 s0^2 + sum of ln^2 ratio ) / ( n0 + n )
 * </pre>
 *
 * <p>and a further logarithm divided by s follows Student's t with n0 + n degrees of freedom.
 *
 * @param votes number of votes
 * @param squares sum of their squared natural logarithms
 */
record RatioSpread(int votes, double squares) {

    /** Degrees of freedom of the prior: a device's own votes weigh more than those of others from the fifth on. */
    static final int PRIOR = 4;

    static RatioSpread of(Collection<Vote> votes) {
        return new RatioSpread(
                votes.size(), votes.stream().mapToDouble(Vote::meanSquare).sum());
    }

    /** Mean of the squared logarithms; absent if there are none. */
    OptionalDouble meanSquare() {
        return votes == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / votes);
    }

    /**
     * The factor within which, either way, the true value lies in 19 of 20 cases.
     *
     * @param others spreads of other devices
     * @return empty if the others have no votes
     */
    OptionalDouble factor(Collection<RatioSpread> others) {
        double[] priors = others.stream()
                .flatMapToDouble(other -> other.meanSquare().stream())
                .toArray();
        if (priors.length == 0) {
            return OptionalDouble.empty();
        }
        double variance = (PRIOR * RatioStatistics.median(priors) + squares) / (PRIOR + votes);
        return OptionalDouble.of(Math.exp(StudentT.quantile(PRIOR + votes) * Math.sqrt(variance)));
    }

    /** Student's t distribution. */
    static final class StudentT {

        /** 97.5 % of a normal distribution lie below this many standard deviations. */
        private static final double NORMAL = 1.959963985;

        private StudentT() {}

        /**
         * The value below which 97.5 % of the distribution lie, so that 95 % are within it either way. By the expansion of Fisher
         * and Cornish in Abramowitz and Stegun (1964), 26.7.5; with four degrees of freedom 0.3 % too small, with more of them less.
         *
         * @param degrees degrees of freedom, at least 4
         */
        static double quantile(int degrees) {
            if (degrees < 4) {
                throw new IllegalArgumentException("found " + degrees + " degrees of freedom, expected at least 4");
            }
            double x = NORMAL;
            double x3 = x * x * x;
            double x5 = x3 * x * x;
            double x7 = x5 * x * x;
            double n = degrees;
            return x
                    + (x3 + x) / (4 * n)
                    + (5 * x5 + 16 * x3 + 3 * x) / (96 * n * n)
                    + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * n * n * n);
        }
    }
}
