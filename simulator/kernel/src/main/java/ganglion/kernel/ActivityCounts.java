package ganglion.kernel;

/**
 * What an engine did in a run: the counts that energy and time are estimated from.
 *
 * @param spikes spikes emitted, those of spike sources included
 * @param synapticEvents weights applied: one per spike and synapse behind it, if it arrived within the run
 * @param neuronUpdates visits to neurons. An event-driven engine visits the neurons that are reached. Where it is
 *     faster, it visits more than those, or one neuron several times, so that this number, unlike all others, depends
 *     on the partition
 */
public record ActivityCounts(long spikes, long synapticEvents, long neuronUpdates) {

    /** The same with another number of spikes. */
    public ActivityCounts withSpikes(long count) {
        return new ActivityCounts(count, synapticEvents, neuronUpdates);
    }

    /** The sum of what two engines, or two parts of one, did. */
    public ActivityCounts plus(ActivityCounts other) {
        return new ActivityCounts(
                spikes + other.spikes, synapticEvents + other.synapticEvents, neuronUpdates + other.neuronUpdates);
    }
}
