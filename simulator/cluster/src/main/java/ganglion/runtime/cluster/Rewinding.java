package ganglion.runtime.cluster;

import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.runtime.RunControl;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The control of a run that may go back to an earlier state: keeps the last state, and tells the caller of nothing twice. A state is
 * taken as often as takes a small share of the time.
 */
final class Rewinding implements RunControl {

    /** How long the run goes on at least between two states, and at most: so much work may have to be done again. */
    private static final long LEAST_NANOSECONDS = 2_000_000_000L;

    private static final long MOST_NANOSECONDS = 60_000_000_000L;

    /** The longest interval after the first state, which takes far longer than later ones because its code is not compiled yet. */
    private static final long MOST_AT_FIRST_NANOSECONDS = 10_000_000_000L;

    /** How much longer than taking a state the run goes on before the next. */
    private static final int TIMES_LONGER = 20;

    private final RunControl caller;
    private final LongSupplier nanoseconds;
    private Optional<RunState> state;

    /** The ticks that the caller has been told of as completed, and as a place of rest. */
    private long completed = -1;

    private long rested = -1;

    /** How far the run is now: it may have gone back. */
    private long current;

    /** When the state was taken, and since when the run goes on. */
    private long stateAt;

    private long goesOnSince;
    private long interval = LEAST_NANOSECONDS;

    /** The shortest time that taking a state has taken since the run began or went back; empty before the first. */
    private OptionalLong shortest = OptionalLong.empty();

    private long askedAt;
    private boolean callerWants;

    /** When the state was taken that the run has gone back to; empty if it runs. */
    private OptionalLong backTo = OptionalLong.empty();

    /**
     * @param from the state that the run begins with
     * @param nanoseconds a monotonic clock
     */
    Rewinding(RunControl caller, Optional<RunState> from, LongSupplier nanoseconds) {
        this.caller = caller;
        this.state = from;
        this.nanoseconds = nanoseconds;
        this.stateAt = nanoseconds.getAsLong();
        this.goesOnSince = stateAt;
    }

    /** The state to go back to; empty for the start. */
    Optional<RunState> state() {
        return state;
    }

    /** The run goes back to the last state. */
    void goBack() {
        backTo = backTo.isPresent() ? backTo : OptionalLong.of(stateAt);
        current = 0;
        askedAt = 0;
        shortest = OptionalLong.empty();
        goesOnSince = nanoseconds.getAsLong();
    }

    /** The run goes on: the nanoseconds since the state was taken that it has gone back to, if it has. */
    OptionalLong goOn() {
        OptionalLong lost = backTo.isPresent()
                ? OptionalLong.of(nanoseconds.getAsLong() - backTo.getAsLong())
                : OptionalLong.empty();
        backTo = OptionalLong.empty();
        goesOnSince = nanoseconds.getAsLong();
        return lost;
    }

    /** What the caller has been told of is all there is again: a state or an end before would not fit it. */
    private boolean hasCaughtUp() {
        return current >= completed;
    }

    @Override
    public void advanced(long tick) {
        current = tick;
        if (tick >= completed) {
            caller.advanced(tick);
        }
    }

    @Override
    public boolean checkpointDue() {
        callerWants = hasCaughtUp() && caller.checkpointDue();
        boolean due = callerWants || nanoseconds.getAsLong() - goesOnSince >= interval;
        if (due && askedAt == 0) {
            askedAt = nanoseconds.getAsLong();
        }
        return due;
    }

    @Override
    public void checkpoint(RunState taken) {
        state = Optional.of(taken);
        if (callerWants) {
            caller.checkpoint(taken);
        }
        stateAt = nanoseconds.getAsLong();
        goesOnSince = stateAt;
        long most = shortest.isEmpty() ? MOST_AT_FIRST_NANOSECONDS : MOST_NANOSECONDS;
        long took = Math.min(stateAt - askedAt, shortest.orElse(Long.MAX_VALUE));
        shortest = OptionalLong.of(took);
        interval = Math.min(most, Math.max(LEAST_NANOSECONDS, TIMES_LONGER * took));
        askedAt = 0;
    }

    @Override
    public long nextRest(long tick) {
        return caller.nextRest(tick);
    }

    @Override
    public void resting(RunningNetwork run) {
        if (run.completedTicks() > rested) {
            caller.resting(run);
            rested = run.completedTicks();
        }
    }

    @Override
    public void completed(RunningNetwork run) {
        if (run.completedTicks() > completed) {
            caller.completed(run);
            completed = run.completedTicks();
        }
    }

    @Override
    public boolean stopRequested() {
        return hasCaughtUp() && caller.stopRequested();
    }
}
