package ganglion.scenario.data;

import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.util.Arrays;

/**
 * Spikes as a file lists them: a time and a neuron each, in any order.
 *
 * @param seconds times of the spikes
 * @param neurons their neurons, from 0
 */
public record EventTrain(double[] seconds, int[] neurons) {

    private static final double MOST_TICKS = 1e15;

    /** @throws IllegalArgumentException if there are not as many times as neurons */
    public EventTrain {
        if (seconds.length != neurons.length) {
            throw new IllegalArgumentException("found " + seconds.length + " times and " + neurons.length + " neurons");
        }
    }

    /** Number of spikes. */
    public int size() {
        return seconds.length;
    }

    /**
     * The spikes at the ticks nearest to their times. Of spikes of a neuron within one tick the first counts.
     *
     * @param size number of neurons
     * @throws TableException if a time or a neuron is out of range
     */
    public SpikeRaster toRaster(int size, Clock clock) throws TableException {
        for (int i = 0; i < seconds.length; i++) {
            double ticks = seconds[i] / clock.tickSeconds();
            if (!(ticks >= 0 && ticks <= MOST_TICKS)) {
                throw new TableException("spike " + i + ": found the time " + seconds[i] + " s, expected 0 s or more");
            }
            if (neurons[i] < 0 || neurons[i] >= size) {
                throw new TableException(
                        "spike " + i + ": found neuron " + neurons[i] + ", expected 0 to " + (size - 1));
            }
        }
        return RasterMerge.of(this, size, clock);
    }

    /** Brings spikes into the order of a raster and takes doubles out. */
    static final class RasterMerge {

        private RasterMerge() {}

        static SpikeRaster of(EventTrain events, int size, Clock clock) {
            long[] ticks = new long[events.size()];
            long last = 0;
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] = clock.nearestTick(events.seconds()[i]);
                last = Math.max(last, ticks[i]);
            }
            return of(ticks, events.neurons(), size, last);
        }

        /** @param last the latest tick */
        static SpikeRaster of(long[] ticks, int[] neurons, int size, long last) {
            SpikeRaster.Builder spikes = SpikeRaster.builder(size);
            if (last > Long.MAX_VALUE / Math.max(1, size) - 1) {
                throw new IllegalArgumentException("found a tick of " + last + ", too late for " + size + " neurons");
            }
            long[] keys = new long[ticks.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = ticks[i] * size + neurons[i];
            }
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    spikes.add(keys[i] / size, (int) (keys[i] % size));
                }
            }
            return spikes.build();
        }
    }
}
