package ganglion.runtime.cluster;

import ganglion.kernel.SpikeConsumer;

/**
 * Which spikes of a run have been handed over. When a run goes back to an earlier state, it fires the same spikes again, which must
 * not be handed over twice. Not thread-safe.
 */
final class HandOver {

    private final long memoryTicks;

    /** All spikes before this tick have been handed over. */
    private long until;

    private long count;

    /** @param memoryTicks for how many ticks states need spikes */
    HandOver(long memoryTicks) {
        this.memoryTicks = memoryTicks;
    }

    /** For how long spikes are kept: the run may go back to an earlier state at any time. */
    long keepTicks(long wanted) {
        return Math.max(memoryTicks, wanted);
    }

    /** Number of spikes that have been handed over. */
    long count() {
        return count;
    }

    /**
     * Passes on spikes that have not been passed on.
     *
     * @param completedTicks the tick before which all are passed on now
     */
    SpikeConsumer after(long completedTicks, SpikeConsumer consumer) {
        long from = until;
        until = Math.max(until, completedTicks);
        return (tick, population, neuron) -> {
            if (tick >= from) {
                count++;
                consumer.spike(tick, population, neuron);
            }
        };
    }
}
