package ganglion.kernel.schedule;

import ganglion.kernel.event.SpikeBatch;

/**
 * The spikes of a core in one of its windows.
 *
 * @param core number of the core
 * @param spikes at least one
 */
public record CoreSpikes(int core, SpikeBatch spikes) {}
