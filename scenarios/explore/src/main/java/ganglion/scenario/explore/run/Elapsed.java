package ganglion.scenario.explore.run;

import java.util.OptionalDouble;

/** Time that a search has taken, resumed parts included, and how much it may take. */
final class Elapsed {

    private final double before;
    private final OptionalDouble budget;
    private final long start = System.nanoTime();

    /**
     * @param before seconds that it took before it was resumed
     * @param budget seconds that it may take in all; absent for any time
     */
    Elapsed(double before, OptionalDouble budget) {
        this.before = before;
        this.budget = budget;
    }

    double seconds() {
        return before + (System.nanoTime() - start) / 1e9;
    }

    /** Whether less than this is left. */
    boolean leavesLessThan(double seconds) {
        return budget.isPresent() && seconds() + seconds > budget.getAsDouble();
    }

    /** Share of the time that is used; 0 if there is any amount of it. */
    double share() {
        return budget.isEmpty() ? 0 : Math.min(1, seconds() / budget.getAsDouble());
    }
}
