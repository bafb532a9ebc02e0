package ganglion.kernel.cause;

import ganglion.kernel.event.SpikeRaster;
import java.util.Arrays;

/** The spikes of a population by neuron. Immutable. */
public final class SpikeTimes {

    private final int[] start;
    private final long[] ticks;

    /** Sorts the spikes of a raster by neuron, in time proportional to spikes and neurons. */
    public SpikeTimes(SpikeRaster spikes) {
        start = new int[spikes.neuronCount() + 1];
        for (int i = 0; i < spikes.size(); i++) {
            start[spikes.neuron(i) + 1]++;
        }
        for (int neuron = 0; neuron < spikes.neuronCount(); neuron++) {
            start[neuron + 1] += start[neuron];
        }
        int[] next = start.clone();
        ticks = new long[spikes.size()];
        for (int i = 0; i < spikes.size(); i++) {
            ticks[next[spikes.neuron(i)]++] = spikes.tick(i);
        }
    }

    /** The ticks at which a neuron fired, ascending. */
    public long[] of(int neuron) {
        return Arrays.copyOfRange(ticks, start[neuron], start[neuron + 1]);
    }

    /** Position of the first of some ascending ticks that is not before another; their number if there is none. */
    public static int firstAtOrAfter(long[] ticks, long tick) {
        int found = Arrays.binarySearch(ticks, tick);
        return found >= 0 ? found : -found - 1;
    }
}
