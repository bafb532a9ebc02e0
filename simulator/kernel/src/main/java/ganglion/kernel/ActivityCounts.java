package ganglion.kernel;

/**
 * What an engine did in a run.
 *
 * @param spikes spikes emitted, those of spike sources included
 * @param synapticEvents weights applied: for each spike and synapse behind it, one if it arrived within the run
 * @param neuronUpdates visits to neurons. An event-driven engine visits what is reached, and more than that, or several
 *     times what several rows reach, where it is faster, so that this number, unlike all else, depends on the partition
 */
public record ActivityCounts(long spikes, long synapticEvents, long neuronUpdates) {}
