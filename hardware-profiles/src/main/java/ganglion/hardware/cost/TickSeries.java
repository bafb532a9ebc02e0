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
 * @param times how long the chip works
 * @param spikeLatency time from spike to synapse, in picoseconds; empty if unknown
 */
record TickSeries(
        Map<Operation, Long> totals, List<PricedCount> priced, double[] joules, Times times, Histogram spikeLatency) {

    /**
     * Operations of one kind with their energy.
     *
     * @param key stable name
     * @param label human-readable name
     * @param count number of operations, a mean where samples are
     * @param energy energy of one operation
     */
    record PricedCount(String key, String label, double count, EnergyFigure energy) {}

    /**
     * @param seconds by tick, how long the chip works on what begins in it; empty if it is not known
     * @param latencies by tick, seconds until that is done, waiting for earlier work included; of counted work the longest of an input
     * @param late number of ticks of which that is longer than a tick
     * @param unknown figures that the times would need, human-readable
     */
    record Times(double[] seconds, double[] latencies, long late, List<String> unknown) {

        /** Of estimated latencies: those that are longer than the limit are late. */
        static Times of(double[] seconds, double[] latencies, double limitSeconds, List<String> unknown) {
            long late =
                    Arrays.stream(latencies).filter(each -> each > limitSeconds).count();
            return new Times(seconds, latencies, late, unknown);
        }
    }

    long total(Operation operation) {
        return totals.getOrDefault(operation, 0L);
    }
}
