package ganglion.kernel.cause;

import ganglion.kernel.cause.NeuronHistory.Arrivals;
import java.util.List;

/** The events that reach a neuron from the last to the first, fetched in stretches of time, each longer than the one before. */
final class Backlog {

    private static final long SHORTEST = 1 << 12;
    private static final int GROWTH = 4;

    private final Arrivals arrivals;
    private final long first;
    private long stretch = SHORTEST;

    /** The first tick of what has been fetched. */
    private long from = Long.MAX_VALUE;

    private List<EventPart> fetched = List.of();
    private int left;

    /** @param first no event that matters comes before it */
    Backlog(Arrivals arrivals, long first) {
        this.arrivals = arrivals;
        this.first = first;
    }

    /** Takes the last event that is left of a tick; null if there is none. Ticks must be asked for one after the other, back in time. */
    EventPart at(long tick) {
        if (tick < from) {
            from = Math.max(first, tick - stretch + 1);
            stretch *= GROWTH;
            fetched = arrivals.within(from, tick);
            left = fetched.size();
        }
        return left > 0 && fetched.get(left - 1).arrivalTick() == tick ? fetched.get(--left) : null;
    }
}
