package ganglion.kernel.schedule;

import ganglion.kernel.event.SpikeBatch;
import java.util.List;

/**
 * A window for one core to run.
 *
 * @param core number of the core
 * @param until end of the window, exclusive
 * @param arrived spikes of other cores that the core has not been given before
 */
public record Assignment(int core, long until, List<SpikeBatch> arrived) {}
