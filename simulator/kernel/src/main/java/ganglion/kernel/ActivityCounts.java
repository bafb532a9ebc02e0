package ganglion.kernel;

/** Placeholder until the engine lands: exact counts of the engine. */
public record ActivityCounts(long spikes, long synapticEvents, long neuronUpdates) {}
