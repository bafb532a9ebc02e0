package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one spike of each neuron causes: a message to each core that holds a target, and the synapses that it meets there,
 * by the population they belong to. Placement and connectivity are folded into one table, so that counting costs one step
 * per core instead of one per synapse. Messages are numbered consecutively, those of neuron {@code n} from {@code first(n)}
 * to {@code first(n + 1) - 1}, by ascending core; so are the groups of synapses within messages.
 */
public final class FanOut {

    private final Cells cells;
    private final CellWords cellWords;
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

    /** The synapses of one projection out of a population. */
    private record Outlet(Projection projection, int target, Optional<TargetWords> words) {}

    /** Folds a network and its placement; inputs are sources too. */
    FanOut(NetworkTargets targets, Cells cells) {
        Network network = targets.network();
        this.cells = cells;
        this.cellWords = new CellWords(cells, network.neuronCount());
        this.firstMessage = new int[network.neuronCount() + 1];
        this.countByCell = new int[cells.count()];
        this.touched = new int[cells.count()];
        List<List<Outlet>> outgoing = outgoing(targets);
        for (int p = 0; p < outgoing.size(); p++) {
            for (int neuron = 0; neuron < network.populations().get(p).size(); neuron++) {
                for (Outlet outlet : outgoing.get(p)) {
                    count(network, outlet, neuron);
                }
                closeNeuron(network.firstNeuron(p) + neuron);
            }
        }
        addMessageBoundary();
    }

    /** The table of a network that was refused: no messages. */
    private FanOut(int neurons, Cells cells) {
        this.cells = cells;
        this.cellWords = new CellWords(cells, neurons);
        this.firstMessage = new int[neurons + 1];
        this.countByCell = new int[0];
        this.touched = new int[0];
    }

    /** The table of a network that is on no core. */
    static FanOut none(Network network, Cells cells) {
        return new FanOut(network.neuronCount(), cells);
    }

    private static List<List<Outlet>> outgoing(NetworkTargets targets) {
        Network network = targets.network();
        List<List<Outlet>> outgoing = new ArrayList<>();
        network.populations().forEach(population -> outgoing.add(new ArrayList<>()));
        for (Projection projection : network.projections()) {
            outgoing.get(network.index(projection.source()))
                    .add(new Outlet(projection, network.index(projection.target()), targets.words(projection)));
        }
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

    private void count(Network network, Outlet outlet, int source) {
        if (outlet.projection().synapses() instanceof DenseSynapses) {
            for (int cell : cells.ofPopulation(outlet.target())) {
                add(cell, cells.neurons(cell));
            }
        } else if (outlet.words().isPresent()) {
            countWords(outlet.words().get(), source);
        } else {
            countEach(outlet.projection().synapses(), network.firstNeuron(outlet.target()), source);
        }
    }

    /** Counts the neurons of a word by cell, or one by one if they are fewer. */
    private void countWords(TargetWords words, int source) {
        int end = words.first(source + 1);
        for (int entry = words.first(source); entry < end; entry++) {
            int word = words.word(entry);
            long mask = words.mask(entry);
            int from = cellWords.first(word);
            int until = cellWords.first(word + 1);
            if (until - from > Long.bitCount(mask)) {
                for (long bits = mask; bits != 0; bits &= bits - 1) {
                    addNeuron((word << 6) + Long.numberOfTrailingZeros(bits));
                }
                continue;
            }
            for (int piece = from; piece < until; piece++) {
                int synapses = Long.bitCount(mask & cellWords.mask(piece));
                if (synapses > 0) {
                    add(cellWords.cell(piece), synapses);
                }
            }
        }
    }

    private void countEach(Synapses synapses, int firstTarget, int source) {
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            addNeuron(firstTarget + synapses.target(source, i));
        }
    }

    private void addNeuron(int neuron) {
        int cell = cells.of(neuron);
        if (cell != Placement.OUTSIDE) {
            add(cell, 1);
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
