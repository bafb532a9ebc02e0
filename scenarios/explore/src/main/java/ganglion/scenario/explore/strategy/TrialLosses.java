package ganglion.scenario.explore.strategy;

import ganglion.scenario.explore.Search;

/**
 * What a configuration came to, to be made small.
 *
 * @param values one per objective; not copied
 * @param violation by how much limits are missed in all, as shares of them; 0 if all are kept
 */
public record TrialLosses(double[] values, double violation) {

    /**
     * The losses of what was found: the share of wrong decisions, and the logarithm of the energy, so that equal factors are equal distances.
     *
     * @param joules energy of a decision
     */
    public static TrialLosses of(Search.Goal goal, double accuracy, double joules) {
        double violation = excess(goal.leastAccuracy() - accuracy, goal.leastAccuracy())
                + excess(joules - goal.mostJoules(), goal.mostJoules());
        return new TrialLosses(new double[] {1 - accuracy, Math.log(Math.max(joules, Double.MIN_NORMAL))}, violation);
    }

    /** By how much a limit is missed, as a share of it. */
    private static double excess(double miss, double limit) {
        return miss <= 0 ? 0 : miss / limit;
    }

    /**
     * Whether this is better under the rule of constrained domination (Deb et al. 2002, IEEE Transactions on Evolutionary Computation 6,
     * doi:10.1109/4235.996017): what keeps the limits is better than what does not, of two that do not the one that misses less, and of two
     * that do the one that is at least as good in everything and better in something.
     */
    public boolean dominates(TrialLosses other) {
        if (violation > 0 || other.violation > 0) {
            return violation < other.violation;
        }
        boolean better = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > other.values[i]) {
                return false;
            }
            better |= values[i] < other.values[i];
        }
        return better;
    }
}
