package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one spike of each neuron sets off: the cores that it is sent to, and how many synapses it meets on each. Placement
 * and connectivity folded into one table, so that counting costs one step per core and not one per synapse.
 */
public final class FanOut {

    private final int[] rowStart;
    private int[] targetCores = new int[64];
    private int[] synapseCounts = new int[64];
    private int size;

    private final Placement placement;
    /** Synapses of the current neuron by core; zero outside the cores listed in {@link #touched}. */
    private final int[] countByCore;

    private final int[] touched;
    private int touchedSize;

    /** Folds a network and its placement; inputs are sources too. */
    public FanOut(Network network, Placement placement) {
        this.placement = placement;
        this.rowStart = new int[network.neuronCount() + 1];
        this.countByCore = new int[placement.cores().size()];
        this.touched = new int[placement.cores().size()];
        List<List<Projection>> outgoing = outgoing(network);
        for (int p = 0; p < outgoing.size(); p++) {
            for (int neuron = 0; neuron < network.populations().get(p).size(); neuron++) {
                for (Projection projection : outgoing.get(p)) {
                    int firstTarget = network.firstNeuron(network.index(projection.target()));
                    count(projection.synapses(), neuron, firstTarget);
                }
                closeRow(network.firstNeuron(p) + neuron);
            }
        }
    }

    private static List<List<Projection>> outgoing(Network network) {
        List<List<Projection>> outgoing = new ArrayList<>();
        network.populations().forEach(population -> outgoing.add(new ArrayList<>()));
        network.projections()
                .forEach(projection ->
                        outgoing.get(network.index(projection.source())).add(projection));
        return outgoing;
    }

    /** Number of cores that a spike of a neuron is sent to. */
    public int cores(int neuron) {
        return rowStart[neuron + 1] - rowStart[neuron];
    }

    /** The {@code index}-th core that a spike of a neuron is sent to, in ascending order. */
    public int core(int neuron, int index) {
        return targetCores[rowStart[neuron] + index];
    }

    /** How many synapses a spike of a neuron meets on its {@code index}-th core. */
    public int synapses(int neuron, int index) {
        return synapseCounts[rowStart[neuron] + index];
    }

    private void count(Synapses synapses, int source, int firstTarget) {
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            int core = placement.coreOfNeuron()[firstTarget + synapses.target(source, i)];
            if (core == Placement.OUTSIDE) {
                continue;
            }
            if (countByCore[core]++ == 0) {
                touched[touchedSize++] = core;
            }
        }
    }

    private void closeRow(int neuron) {
        Arrays.sort(touched, 0, touchedSize);
        while (size + touchedSize > targetCores.length) {
            targetCores = Arrays.copyOf(targetCores, 2 * targetCores.length);
            synapseCounts = Arrays.copyOf(synapseCounts, targetCores.length);
        }
        for (int i = 0; i < touchedSize; i++) {
            targetCores[size] = touched[i];
            synapseCounts[size++] = countByCore[touched[i]];
            countByCore[touched[i]] = 0;
        }
        touchedSize = 0;
        rowStart[neuron + 1] = size;
    }
}
