package ganglion.hardware.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages from each core to each core, and from outside to each core.
 *
 * @param flows by source core and then target core; a core's messages to itself are among them
 */
public record CoreTraffic(List<Flow> flows) {

    /**
     * Messages from one core to one core.
     *
     * @param source core that they come from; {@link Placement#OUTSIDE} for inputs
     * @param target core that they go to
     * @param messages their number or weight
     */
    public record Flow(int source, int target, double messages) {}

    /** Takes a copy of the list. */
    public CoreTraffic {
        flows = List.copyOf(flows);
    }

    /** The traffic of a run, from the spikes of each neuron by network-wide number. */
    public static CoreTraffic of(PlacedNetwork placed, double[] spikesByNeuron) {
        int cores = placed.placement().cores().size();
        FanOut fanOut = placed.fanOut();
        int[][] neuronsBySource = neuronsBySource(placed.placement().coreOfNeuron(), cores);
        double[] byTarget = new double[cores];
        List<Flow> flows = new ArrayList<>();
        for (int source = 0; source <= cores; source++) {
            Arrays.fill(byTarget, 0);
            for (int neuron : neuronsBySource[source]) {
                for (int m = fanOut.first(neuron); m < fanOut.first(neuron + 1); m++) {
                    byTarget[fanOut.core(m)] += spikesByNeuron[neuron];
                }
            }
            for (int target = 0; target < cores; target++) {
                if (byTarget[target] > 0) {
                    flows.add(new Flow(source - 1, target, byTarget[target]));
                }
            }
        }
        return new CoreTraffic(flows);
    }

    /** Neurons on each core, ascending, at one place after its number; those outside come first. */
    private static int[][] neuronsBySource(int[] coreOfNeuron, int cores) {
        int[] counts = new int[cores + 1];
        for (int core : coreOfNeuron) {
            counts[core + 1]++;
        }
        int[][] neurons = new int[cores + 1][];
        Arrays.setAll(neurons, source -> new int[counts[source]]);
        for (int neuron = coreOfNeuron.length - 1; neuron >= 0; neuron--) {
            int source = coreOfNeuron[neuron] + 1;
            neurons[source][--counts[source]] = neuron;
        }
        return neurons;
    }
}
