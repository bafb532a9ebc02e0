package ganglion.live.keep;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.Arrays;
import java.util.List;

/**
 * How the spikes of a kept stretch compare with those of the session.
 *
 * @param live spikes of the session in the stretch
 * @param different spikes of one of the two that the other lacks
 */
record KeptSpikes(long live, long different) {

    /**
     * Compares.
     *
     * @param spikes of the kept scenario by population, whose tick 0 is the moment's first
     */
    static KeptSpikes of(Moment moment, Network network, List<SpikeRaster> spikes) {
        long live = 0;
        long common = 0;
        long kept = 0;
        int[][] byTick = byTick(moment, network, spikes);
        for (HeardTick tick : moment.ticks()) {
            if (tick.tick() < moment.fromTick()) {
                continue;
            }
            int[] again = byTick[(int) (tick.tick() - moment.start())];
            live += tick.spikes().length;
            kept += again.length;
            common += Arrays.stream(again)
                    .filter(neuron -> Arrays.binarySearch(tick.spikes(), neuron) >= 0)
                    .count();
        }
        return new KeptSpikes(live, live + kept - 2 * common);
    }

    private static int[][] byTick(Moment moment, Network network, List<SpikeRaster> spikes) {
        int ticks = moment.ticks().size();
        int[] counts = new int[ticks];
        for (SpikeRaster raster : spikes) {
            for (int i = 0; i < raster.size() && raster.tick(i) < ticks; i++) {
                counts[(int) raster.tick(i)]++;
            }
        }
        int[][] byTick = new int[ticks][];
        Arrays.setAll(byTick, tick -> new int[counts[tick]]);
        int[] filled = new int[ticks];
        for (int p = 0; p < spikes.size(); p++) {
            SpikeRaster raster = spikes.get(p);
            for (int i = 0; i < raster.size() && raster.tick(i) < ticks; i++) {
                int tick = (int) raster.tick(i);
                byTick[tick][filled[tick]++] = network.firstNeuron(p) + raster.neuron(i);
            }
        }
        return byTick;
    }

    /** One line. */
    String words() {
        return different == 0
                ? "its " + live + " spikes are those of the session"
                : different + " spikes differ from the " + live
                        + " of the session, because the scenario and its other inputs begin shortly before the stretch, at rest";
    }
}
