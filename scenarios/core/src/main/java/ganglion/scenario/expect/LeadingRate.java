package ganglion.scenario.expect;

import java.util.Arrays;

/**
 * How probable it is that the neuron with most spikes so far has the highest rate: a bound from below that needs counts alone.
 *
 * <p>The spikes of each neuron count as a Poisson process of a constant rate, of which nothing is known before (Jeffreys' prior). After k spikes in a
 * time t the rate then has a gamma distribution of shape k + 1/2 and scale 1/t (Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, sections 2.6 and 2.8). Of two
 * neurons with m and n spikes, the part that the first has of both rates has a beta distribution of m + 1/2 and n + 1/2, whatever the time (as in Price and
 * Bonett, Comput. Stat. Data Anal. 34, 2000, 345-356). So the first is the faster one with probability
 *
 * <pre>
 *   P(m, n) = 1/2 + sum of T(b) over b = n + 1/2, n + 3/2, ... m - 1/2
 *   T(n + 1/2) = 4^n n!^2 / ((2n)! (2n + 1) pi),   T(b + 1) = T(b) (n + 1/2 + b) / (2 (b + 1))
 * </pre>
 *
 * which are the steps of the regularised incomplete beta function at 1/2. Of more neurons, the probability that the leader is the fastest is at least 1 less the
 * sum of 1 - P(m, n) over all others (Boole's inequality). For one thread.
 */
public final class LeadingRate {

    /** A term below this share of one half changes no double. */
    private static final double NEGLIGIBLE = 1e-18;

    /** The first terms T(n + 1/2) by n, from 0 on; the array grows with the counts that come. */
    private double[] firstTerms = {1 / Math.PI};

    /**
     * The probability that one neuron is faster than another.
     *
     * @param count spikes of the one, no fewer than of the other
     */
    double faster(int count, int other) {
        double term = firstTerm(other);
        double sum = 0.5;
        double a = other + 0.5;
        for (double b = a; b < count && term > NEGLIGIBLE; b++) {
            sum += term;
            term *= (a + b) / (2 * (b + 1));
        }
        return sum;
    }

    private double firstTerm(int count) {
        int known = firstTerms.length;
        if (count >= known) {
            firstTerms = Arrays.copyOf(firstTerms, Math.max(count + 1, 2 * known));
            for (int n = known; n < firstTerms.length; n++) {
                firstTerms[n] = firstTerms[n - 1] * (2.0 * n / (2.0 * n + 1));
            }
        }
        return firstTerms[count];
    }

    /**
     * The probability that a class is the fastest, from below. Of one that does not lead, an upper bound.
     *
     * @param counts spikes of each class, at least one class
     * @return 0 to 1
     */
    public double probability(int[] counts, int of) {
        double doubt = 0;
        double most = 1;
        for (int other = 0; other < counts.length; other++) {
            if (other != of && counts[other] <= counts[of]) {
                doubt += 1 - faster(counts[of], counts[other]);
            } else if (other != of) {
                most = Math.min(most, 1 - faster(counts[other], counts[of]));
            }
        }
        return most < 1 ? most : Math.max(0, 1 - doubt);
    }

    /**
     * Whether the leader is the fastest with at least some probability.
     *
     * @param counts spikes of each neuron
     * @param leader the neuron with most of them
     * @param probability above 0.5
     */
    boolean isCertain(int[] counts, int leader, double probability) {
        double doubt = 0;
        for (int neuron = 0; neuron < counts.length && doubt <= 1 - probability; neuron++) {
            if (neuron != leader) {
                doubt += 1 - faster(counts[leader], counts[neuron]);
            }
        }
        return doubt <= 1 - probability;
    }
}
