package ganglion.scenario.explore.progress;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** Time that a search has taken, resumed parts included, and how much it may take. */
public final class Elapsed {

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
    public Elapsed(double before, OptionalDouble budget) {
        this(before, budget, () -> System.nanoTime() / 1e9);
    }

    /**
     * The same by another clock.
     *
     * @param clock seconds since any time
     */
    public Elapsed(double before, OptionalDouble budget, DoubleSupplier clock) {
        this.before = before;
        this.budget = budget;
        this.clock = clock;
        this.start = clock.getAsDouble();
    }

    /** Seconds that the search has taken. */
    public double seconds() {
        return before + clock.getAsDouble() - start;
    }

    /** Whether less than this is left. */
    public boolean leavesLessThan(double seconds) {
        return budget.isPresent() && seconds() + seconds > budget.getAsDouble();
    }

    /** Seconds of the budget that are left, not less than 0; absent if it may take any time. */
    public OptionalDouble left() {
        return budget.isEmpty() ? budget : OptionalDouble.of(Math.max(0, budget.getAsDouble() - seconds()));
    }

    /** Share of the time that is used; 0 if there is any amount of it. */
    public double share() {
        return budget.isEmpty() ? 0 : Math.min(1, seconds() / budget.getAsDouble());
    }
}
