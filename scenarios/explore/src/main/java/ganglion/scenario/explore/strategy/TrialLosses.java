package ganglion.scenario.explore.strategy;

import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.Wish;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a configuration came to, to be made small.
 *
 * @param values one per objective; not copied
 * @param violation by how much limits are missed in all, as shares of them; 0 if all are kept
 */
public record TrialLosses(double[] values, double violation) {

    /**
     * The losses of what was found.
     *
     * @param found value of an objective; absent if unknown, which is the worst
     */
    public static TrialLosses of(List<Wish> wishes, Function<SearchObjective, OptionalDouble> found) {
        double[] values = new double[wishes.size()];
        double violation = 0;
        for (int i = 0; i < values.length; i++) {
            SearchObjective objective = wishes.get(i).objective();
            OptionalDouble value = found.apply(objective);
            values[i] = value.isPresent() ? objective.loss(value.getAsDouble()) : Double.POSITIVE_INFINITY;
            violation += wishes.get(i).excess(value);
        }
        return new TrialLosses(values, violation);
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
