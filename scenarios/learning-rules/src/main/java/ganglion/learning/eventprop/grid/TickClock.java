package ganglion.learning.eventprop.grid;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A grid of ticks under the steps of samples.
 *
 * @param ticksPerStep at least 1
 */
record TickClock(int ticksPerStep) {

    /** @throws IllegalArgumentException if there is no tick to a step */
    TickClock {
        if (ticksPerStep < 1) {
            throw new IllegalArgumentException(ticksPerStep + " ticks to a step, expected 1 or more");
        }
    }

    /** Length of a tick, in steps. */
    double tick() {
        return 1.0 / ticksPerStep;
    }

    /** A delay in whole ticks, at least one. */
    int ticksOf(double delay) {
        return (int) Math.max(1, Math.rint(delay * ticksPerStep));
    }

    /** Spikes at the nearest ticks; two of one neuron at the same tick are one there. */
    SpikeRaster raster(TimedSpikes spikes, int neurons) {
        long[][] all = new long[spikes.size()][];
        Arrays.setAll(all, k -> new long[] {(long) Math.rint(spikes.time(k) * ticksPerStep), spikes.neuron(k)});
        Arrays.sort(all, Comparator.<long[]>comparingLong(spike -> spike[0]).thenComparingLong(spike -> spike[1]));
        SpikeRaster.Builder builder = SpikeRaster.builder(neurons);
        for (int k = 0; k < all.length; k++) {
            if (k == 0 || !Arrays.equals(all[k], all[k - 1])) {
                builder.add(all[k][0], (int) all[k][1]);
            }
        }
        return builder.build();
    }
}
