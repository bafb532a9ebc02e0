package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;
import java.util.List;

/**
 * What a scheduler knows of a core: it has a time of its own, and is taken through it window by window. The name is that of
 * conservative parallel simulation (Chandy and Misra 1979).
 */
public interface LogicalProcess {

    /** The next tick at which it has something to do; {@link Long#MAX_VALUE} if none is known. */
    long nextTick();

    /**
     * Runs all ticks before {@code until} that have not been run.
     *
     * @param until end of the window, exclusive
     * @param arrived batches of others' spikes that have not been handed in before, in any order. No spike may be due
     *     before the start of the window; those due after its end are kept.
     * @return the spikes of the window, and when there is next something to do
     */
    WindowResult advance(long until, List<SpikeBatch> arrived);
}
