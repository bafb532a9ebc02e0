package ganglion.hardware;

import ganglion.hardware.profile.Operation;
import java.util.List;
import java.util.Map;

/**
 * What a chip does in a run, tick by tick.
 *
 * @param totals exact number of operations of each sort
 * @param joules dynamic energy of each tick, from the figures that are known
 * @param seconds time of each tick; empty if it is not known
 * @param unknownTimes what the time would need, for people
 */
record TickSeries(Map<Operation, Long> totals, double[] joules, double[] seconds, List<String> unknownTimes) {

    long total(Operation operation) {
        return totals.getOrDefault(operation, 0L);
    }
}
