package ganglion.scenario.explore.run;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** Time that a search has taken, resumed parts included, and how much it may take. */
final class Elapsed {

    private final double before;
    private final OptionalDouble budget;
    private final DoubleSupplier clock;
    private final double start;

    /**
     * Time from now on.
     *
     * @param before seconds that it took before it was resumed
     * @param budget seconds that it may take in all; absent for any time
     */
    Elapsed(double before, OptionalDouble budget) {
        this(before, budget, () -> System.nanoTime() / 1e9);
    }

    /**
     * The same by another clock.
     *
     * @param clock seconds since any time
     */
    Elapsed(double before, OptionalDouble budget, DoubleSupplier clock) {
        this.before = before;
        this.budget = budget;
        this.clock = clock;
        this.start = clock.getAsDouble();
    }

    /** Seconds that the search has taken. */
    double seconds() {
        return before + clock.getAsDouble() - start;
    }

    /** Whether less than this is left. */
    boolean leavesLessThan(double seconds) {
        return budget.isPresent() && seconds() + seconds > budget.getAsDouble();
    }
}
