package ganglion.scenario.record;

import ganglion.kernel.SpikeConsumer;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.scenario.model.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Writes the rows of spikes.csv for the neurons that are recorded. */
final class SpikeTable implements SpikeConsumer {

    private final List<Population> populations;
    private final TimeColumns time;
    private final TableStream out;

    /** Per population: null for none, else its recorded neurons in ascending order; empty for all. */
    private final int[][] recorded;

    private long startTick = -1;
    private String start = "";

    SpikeTable(Network network, Recording recording, TimeColumns time, TableStream out) {
        this.populations = network.populations();
        this.time = time;
        this.out = out;
        this.recorded = new int[populations.size()][];
        Set<String> names = Set.copyOf(recording.spikes());
        for (int p = 0; p < recorded.length; p++) {
            String name = populations.get(p).name();
            if (names.contains(name)) {
                recorded[p] = recording.neurons().getOrDefault(name, new int[0]);
            }
        }
    }

    @Override
    public void spike(long tick, int population, int neuron) {
        int[] neurons = recorded[population];
        if (neurons == null || neurons.length > 0 && Arrays.binarySearch(neurons, neuron) < 0) {
            return;
        }
        if (tick != startTick) {
            startTick = tick;
            start = time.at(tick);
        }
        out.row(start + populations.get(population).name() + "," + neuron);
    }
}
