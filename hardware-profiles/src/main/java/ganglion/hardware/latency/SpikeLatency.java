package ganglion.hardware.latency;

import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import org.HdrHistogram.Histogram;

/** The time from a spike to the last of its synapses on a core, in picoseconds, to three significant digits. */
public final class SpikeLatency {

    private static final int DIGITS = 3;
    private static final double PICOSECONDS_PER_SECOND = 1e12;

    private SpikeLatency() {}

    /** An empty histogram. */
    public static Histogram empty() {
        return new Histogram(DIGITS);
    }

    /**
     * The latencies of all messages of a run without contention: path and processing.
     *
     * @param spikesByNeuron spikes of each neuron, by network-wide number
     */
    public static Histogram withoutContention(PlacedNetwork placed, OperationTimes times, long[] spikesByNeuron) {
        Histogram histogram = empty();
        FanOut fanOut = placed.fanOut();
        for (int neuron = 0; neuron < fanOut.neurons(); neuron++) {
            for (int message = fanOut.first(neuron);
                    spikesByNeuron[neuron] > 0 && message < fanOut.first(neuron + 1);
                    message++) {
                double seconds = times.path(neuron, message, placed.placement()) + times.processing(message);
                histogram.recordValueWithCount(picoseconds(seconds), spikesByNeuron[neuron]);
            }
        }
        return histogram;
    }

    static long picoseconds(double seconds) {
        return Math.round(seconds * PICOSECONDS_PER_SECOND);
    }

    /** Histograms of tick times, in nanoseconds, to three significant digits. */
    public static final class TickHistogram {

        private static final int DIGITS = 3;
        private static final double NANOSECONDS_PER_SECOND = 1e9;

        private TickHistogram() {}

        /** A histogram of times given in seconds; times below a nanosecond count as their nearest whole nanosecond. */
        public static Histogram of(double[] seconds) {
            Histogram histogram = new Histogram(DIGITS);
            for (double time : seconds) {
                histogram.recordValue(Math.round(time * NANOSECONDS_PER_SECOND));
            }
            return histogram;
        }
    }
}
