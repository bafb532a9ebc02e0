package ganglion.scenario.data;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;
import java.util.Arrays;

/** Brings spikes into the order of a raster and takes doubles out. */
final class RasterMerge {

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
