package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;

/**
 * What a core has done in a window, and when it next has something to do.
 *
 * @param emitted the spikes of its neurons within the window
 * @param nextTick the next tick at which the core has something to do, unless spikes of other cores are due before;
 *     {@link Long#MAX_VALUE} if it has nothing to do
 */
public record WindowResult(SpikeBatch emitted, long nextTick) {}
