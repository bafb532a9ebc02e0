package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;

/**
 * What a core has to say at the end of a window.
 *
 * @param emitted the spikes of its neurons within the window
 * @param nextTick the next tick at which the core has something to do, unless other cores' spikes reach it before; {@link
 *     Long#MAX_VALUE} if it has nothing to do
 */
public record WindowResult(SpikeBatch emitted, long nextTick) {}
