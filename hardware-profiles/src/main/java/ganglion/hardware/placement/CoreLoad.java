package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import java.util.ArrayList;
import java.util.List;

/**
 * A core in use, and what it did in a run.
 *
 * @param core number through all chips
 * @param chip its chip
 * @param x column of its tile
 * @param y row of its tile, counted from the south
 * @param populations its neurons by population
 * @param synapses synapses into it
 * @param messagesSent messages that it sent in the run, to itself included
 * @param messagesReceived messages that it received in the run, inputs included
 */
public record CoreLoad(
        int core,
        int chip,
        int x,
        int y,
        List<Slice> populations,
        long synapses,
        long messagesSent,
        long messagesReceived) {

    /**
     * Neurons of one population on one core.
     *
     * @param name of the population
     * @param neurons how many
     */
    public record Slice(String name, int neurons) {}

    /** Takes a copy of the list. */
    public CoreLoad {
        populations = List.copyOf(populations);
    }

    /** The cores in use by number, from the spikes of each neuron by network-wide number. */
    public static List<CoreLoad> of(PlacedNetwork placed, long[] spikesByNeuron) {
        Placement placement = placed.placement();
        int count = placement.cores().size();
        long[] sent = new long[count];
        long[] received = new long[count];
        FanOut fanOut = placed.fanOut();
        int[] coreOfNeuron = placement.coreOfNeuron();
        for (int neuron = 0; neuron < coreOfNeuron.length; neuron++) {
            for (int m = fanOut.first(neuron); m < fanOut.first(neuron + 1); m++) {
                received[fanOut.core(m)] += spikesByNeuron[neuron];
                if (coreOfNeuron[neuron] != Placement.OUTSIDE) {
                    sent[coreOfNeuron[neuron]] += spikesByNeuron[neuron];
                }
            }
        }
        List<List<Slice>> slices = slices(placed, count);
        Mesh mesh = placement.mesh();
        List<CoreLoad> cores = new ArrayList<>();
        for (int core = 0; core < count; core++) {
            if (!slices.get(core).isEmpty()) {
                int tile = placement.tile(core);
                cores.add(new CoreLoad(
                        core,
                        placement.chip(core),
                        mesh.x(tile),
                        mesh.y(tile),
                        slices.get(core),
                        placement.cores().get(core).synapses(),
                        sent[core],
                        received[core]));
            }
        }
        return cores;
    }

    private static List<List<Slice>> slices(PlacedNetwork placed, int cores) {
        List<List<Slice>> slices = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            slices.add(new ArrayList<>());
        }
        Cells cells = placed.cells();
        for (int cell = 0; cell < cells.count(); cell++) {
            String name = placed.network().population(cells.population(cell)).name();
            slices.get(cells.core(cell)).add(new Slice(name, cells.neurons(cell)));
        }
        return slices;
    }
}
