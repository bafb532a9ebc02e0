package ganglion.scenario.expect;

import ganglion.kernel.event.SpikeRaster;

/** A raster as one spike train per neuron. */
final class SpikeTrains {

    private SpikeTrains() {}

    /** The ticks of each neuron's spikes, in order. */
    static long[][] of(SpikeRaster raster) {
        int[] counts = raster.countsByNeuron(0, Long.MAX_VALUE);
        long[][] trains = new long[counts.length][];
        for (int neuron = 0; neuron < counts.length; neuron++) {
            trains[neuron] = new long[counts[neuron]];
        }
        int[] next = new int[counts.length];
        for (int i = 0; i < raster.size(); i++) {
            int neuron = raster.neuron(i);
            trains[neuron][next[neuron]++] = raster.tick(i);
        }
        return trains;
    }
}
