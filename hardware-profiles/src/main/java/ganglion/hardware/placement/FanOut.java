package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one spike of each neuron sets off: a message to each core that holds a target, and the synapses that it meets there,
 * by the population they belong to. Placement and connectivity folded into one table, so that counting costs one step for
 * each core and not one for each synapse. Messages are numbered through, those of neuron {@code n} from {@code first(n)} to
 * {@code first(n + 1) - 1}, by ascending core; so are the groups of synapses within messages.
 */
public final class FanOut {

    private final Cells cells;
    private final int[] firstMessage;
    private int[] targetCore = new int[64];
    private int[] synapseCount = new int[64];
    private int[] firstGroup = new int[64];
    private int messages;
    private int[] groupCell = new int[64];
    private int[] groupSynapses = new int[64];
    private int groups;

    /** Synapses of the current neuron by cell; zero outside the cells listed in {@link #touched}. */
    private final int[] countByCell;

    private final int[] touched;
    private int touchedSize;

    /** Folds a network and its placement; inputs are sources too. */
    public FanOut(Network network, Cells cells) {
        this.cells = cells;
        this.firstMessage = new int[network.neuronCount() + 1];
        this.countByCell = new int[cells.count()];
        this.touched = new int[cells.count()];
        List<List<Projection>> outgoing = outgoing(network);
        for (int p = 0; p < outgoing.size(); p++) {
            for (int neuron = 0; neuron < network.populations().get(p).size(); neuron++) {
                for (Projection projection : outgoing.get(p)) {
                    count(network, projection, neuron);
                }
                closeNeuron(network.firstNeuron(p) + neuron);
            }
        }
        addMessageBoundary();
    }

    private static List<List<Projection>> outgoing(Network network) {
        List<List<Projection>> outgoing = new ArrayList<>();
        network.populations().forEach(population -> outgoing.add(new ArrayList<>()));
        network.projections()
                .forEach(projection ->
                        outgoing.get(network.index(projection.source())).add(projection));
        return outgoing;
    }

    /** Number of neurons, inputs included. */
    public int neurons() {
        return firstMessage.length - 1;
    }

    /** Number of messages that all neurons together send when each fires once. */
    public int messages() {
        return messages;
    }

    /** The first message of a neuron; for the neuron after the last, {@link #messages()}. */
    public int first(int neuron) {
        return firstMessage[neuron];
    }

    /** The core that a message goes to. */
    public int core(int message) {
        return targetCore[message];
    }

    /** How many synapses a message meets on its core. */
    public int synapses(int message) {
        return synapseCount[message];
    }

    /** The first group of synapses of a message; for the message after the last, their total number. */
    public int firstGroup(int message) {
        return firstGroup[message];
    }

    /** The population, by index, that the synapses of a group belong to. */
    public int population(int group) {
        return cells.population(groupCell[group]);
    }

    /** Number of synapses in a group. */
    public int groupSynapses(int group) {
        return groupSynapses[group];
    }

    private void count(Network network, Projection projection, int source) {
        Synapses synapses = projection.synapses();
        int target = network.index(projection.target());
        if (synapses instanceof DenseSynapses) {
            for (int cell : cells.ofPopulation(target)) {
                add(cell, cells.neurons(cell));
            }
            return;
        }
        int firstTarget = network.firstNeuron(target);
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            int cell = cells.of(firstTarget + synapses.target(source, i));
            if (cell != Placement.OUTSIDE) {
                add(cell, 1);
            }
        }
    }

    private void add(int cell, int synapses) {
        if (countByCell[cell] == 0) {
            touched[touchedSize++] = cell;
        }
        countByCell[cell] += synapses;
    }

    private void closeNeuron(int neuron) {
        Arrays.sort(touched, 0, touchedSize);
        int core = Placement.OUTSIDE;
        for (int i = 0; i < touchedSize; i++) {
            int cell = touched[i];
            if (cells.core(cell) != core) {
                core = cells.core(cell);
                addMessageBoundary();
                targetCore[messages] = core;
                synapseCount[messages++] = 0;
            }
            addGroup(cell, countByCell[cell]);
            countByCell[cell] = 0;
        }
        touchedSize = 0;
        firstMessage[neuron + 1] = messages;
    }

    private void addMessageBoundary() {
        if (messages == targetCore.length) {
            targetCore = Arrays.copyOf(targetCore, 2 * messages);
            synapseCount = Arrays.copyOf(synapseCount, 2 * messages);
            firstGroup = Arrays.copyOf(firstGroup, 2 * messages);
        }
        firstGroup[messages] = groups;
    }

    private void addGroup(int cell, int synapses) {
        if (groups == groupCell.length) {
            groupCell = Arrays.copyOf(groupCell, 2 * groups);
            groupSynapses = Arrays.copyOf(groupSynapses, 2 * groups);
        }
        groupCell[groups] = cell;
        groupSynapses[groups++] = synapses;
        synapseCount[messages - 1] += synapses;
    }
}
