package ganglion.hardware.cost;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The operations, energies and times of a run, tick by tick; one tick stands for all where they are alike.
 *
 * @param totals exact number of operations of each kind
 * @param priced the terms of the energy
 * @param joules dynamic energy of each tick, from the figures that are known
 * @param seconds time of each tick; empty if it is not known
 * @param unknownTimes figures that the time would need, human-readable
 * @param overruns number of ticks that took too long
 * @param spikeLatency time from spike to synapse, in picoseconds; empty if unknown
 */
record TickSeries(
        Map<Operation, Long> totals,
        List<PricedCount> priced,
        double[] joules,
        double[] seconds,
        List<String> unknownTimes,
        long overruns,
        Histogram spikeLatency) {

    /**
     * Operations of one kind with their energy.
     *
     * @param key stable name
     * @param label human-readable name
     * @param count number of operations, a mean where samples are
     * @param energy energy of one operation
     */
    record PricedCount(String key, String label, double count, EnergyFigure energy) {}

    /** How many ticks take longer than they may. */
    static long longer(double[] seconds, double limitSeconds) {
        return Arrays.stream(seconds).filter(each -> each > limitSeconds).count();
    }

    long total(Operation operation) {
        return totals.getOrDefault(operation, 0L);
    }
}
