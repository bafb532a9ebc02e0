package ganglion.hardware.cost;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a chip does in a run, tick by tick.
 *
 * @param totals exact number of operations of each sort
 * @param priced what is added up
 * @param joules dynamic energy of each tick, from the figures that are known
 * @param seconds time of each tick; empty if it is not known
 * @param unknownTimes what the time would need, for people
 * @param overruns ticks that took too long, the first of them
 * @param overrunTicks number of all these
 * @param spikeLatency time from spike to synapse, in picoseconds; empty if unknown
 */
record TickSeries(
        Map<Operation, Long> totals,
        List<PricedCount> priced,
        double[] joules,
        double[] seconds,
        List<String> unknownTimes,
        List<Overrun> overruns,
        long overrunTicks,
        Histogram spikeLatency) {

    /**
     * Operations of one sort and what each costs.
     *
     * @param key stable name
     * @param label name for people
     * @param count how many
     * @param energy what one costs
     */
    record PricedCount(String key, String label, long count, EnergyFigure energy) {}

    long total(Operation operation) {
        return totals.getOrDefault(operation, 0L);
    }
}
