package ganglion.scenario.explore;

import java.util.OptionalDouble;

/**
 * An objective and its limit.
 *
 * @param objective what is wanted
 * @param limit the worst value that is still of use, in the unit of the objective: the least accuracy, or the bound that the others must be
 *     below; absent if any will do
 */
public record Wish(SearchObjective objective, OptionalDouble limit) {

    /** By how much a value misses the limit, as a share of the limit; 0 if it does not. What is unknown keeps no limit: it misses it infinitely. */
    public double excess(OptionalDouble value) {
        if (limit.isEmpty()) {
            return 0;
        }
        if (value.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double bound = limit.getAsDouble();
        double miss = objective.isLessBetter() ? value.getAsDouble() - bound : bound - value.getAsDouble();
        return miss <= 0 ? 0 : miss / Math.max(Math.abs(bound), Double.MIN_NORMAL);
    }
}
