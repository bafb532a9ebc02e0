package ganglion.hardware.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<Long, Double> byKey = new TreeMap<>();
        for (int neuron = 0; neuron < fanOut.neurons(); neuron++) {
            long row = (long) (placed.placement().coreOfNeuron()[neuron] + 1) * cores;
            for (int m = fanOut.first(neuron); m < fanOut.first(neuron + 1); m++) {
                byKey.merge(row + fanOut.core(m), spikesByNeuron[neuron], Double::sum);
            }
        }
        List<Flow> flows = new ArrayList<>();
        byKey.forEach((key, messages) -> {
            if (messages > 0) {
                flows.add(new Flow((int) (key / cores) - 1, (int) (key % cores), messages));
            }
        });
        return new CoreTraffic(flows);
    }

    /** Messages that leave a core for another, or come from outside. */
    public double betweenCores() {
        return flows.stream()
                .filter(flow -> flow.source() != flow.target())
                .mapToDouble(Flow::messages)
                .sum();
    }
}
