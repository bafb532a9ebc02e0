package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;
import java.util.List;

/**
 * What one spike of each neuron causes: a message to each core that holds a target, and the synapses that it meets there,
 * by the population they belong to. Placement and connectivity are folded into one table, so that counting costs one step
 * per core instead of one per synapse. Messages are numbered consecutively, those of neuron {@code n} from {@code first(n)}
 * to {@code first(n + 1) - 1}, by ascending core; so are the groups of synapses within messages. Immutable.
 */
public final class FanOut {

    private final Cells cells;
    private final int[] firstMessage;
    private final int[] groupCell;
    private final int[] groupSynapses;

    /** First group of each message; null if each message has one, as where no core holds two populations. */
    private final int[] firstGroup;

    private final int messages;

    /** @param groupsUntil number of groups before each neuron */
    private FanOut(Cells cells, int[] firstMessage, int[] groupsUntil, List<Part> parts) {
        this.cells = cells;
        this.firstMessage = firstMessage;
        this.messages = firstMessage[firstMessage.length - 1];
        int groups = groupsUntil[groupsUntil.length - 1];
        this.groupCell = new int[groups];
        this.groupSynapses = new int[groups];
        int group = 0;
        for (Part part : parts) {
            System.arraycopy(part.groupCell, 0, groupCell, group, part.groups);
            System.arraycopy(part.groupSynapses, 0, groupSynapses, group, part.groups);
            group += part.groups;
        }
        this.firstGroup = groups == messages ? null : firstGroups(groupsUntil);
    }

    /** Folds a network and its placement; inputs are sources too. */
    static FanOut of(Network network, TaskRunner runner, Cells cells) {
        int neurons = network.neuronCount();
        Part[] parts = new Part[Math.max(1, Math.min(runner.parallelism(), neurons))];
        int[] firstMessage = new int[neurons + 1];
        int[] groupsUntil = new int[neurons + 1];
        runner.run(parts.length, p -> {
            int from = (int) ((long) neurons * p / parts.length);
            int until = (int) ((long) neurons * (p + 1) / parts.length);
            parts[p] = new Part();
            parts[p].fold(new SynapseCounter(network, cells), from, until, firstMessage, groupsUntil);
        });
        for (int neuron = 0; neuron < neurons; neuron++) {
            firstMessage[neuron + 1] = Math.addExact(firstMessage[neuron], firstMessage[neuron + 1]);
            groupsUntil[neuron + 1] += groupsUntil[neuron];
        }
        return new FanOut(cells, firstMessage, groupsUntil, List.of(parts));
    }

    /** The table of a network that is on no core: no messages. */
    static FanOut none(Network network, Cells cells) {
        int[] none = new int[network.neuronCount() + 1];
        return new FanOut(cells, none, none, List.of());
    }

    /** A message begins where the core changes, and with each neuron. */
    private int[] firstGroups(int[] groupsUntil) {
        int[] first = new int[messages + 1];
        int message = 0;
        for (int neuron = 0; neuron < neurons(); neuron++) {
            for (int group = groupsUntil[neuron]; group < groupsUntil[neuron + 1]; group++) {
                boolean begins = group == groupsUntil[neuron]
                        || cells.core(groupCell[group]) != cells.core(groupCell[group - 1]);
                if (begins) {
                    first[message++] = group;
                }
            }
        }
        first[messages] = groupCell.length;
        return first;
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
        return cells.core(groupCell[firstGroup(message)]);
    }

    /** How many synapses a message meets on its core. */
    public int synapses(int message) {
        int synapses = 0;
        for (int group = firstGroup(message); group < firstGroup(message + 1); group++) {
            synapses += groupSynapses[group];
        }
        return synapses;
    }

    /** The first group of synapses of a message; for the message after the last, their total number. */
    public int firstGroup(int message) {
        return firstGroup == null ? message : firstGroup[message];
    }

    /** The population, by index, that the synapses of a group belong to. */
    public int population(int group) {
        return cells.population(groupCell[group]);
    }

    /** Number of synapses in a group. */
    public int groupSynapses(int group) {
        return groupSynapses[group];
    }

    /** The groups of successive neurons while they are counted. For one thread. */
    private static final class Part {

        private int[] groupCell = new int[64];
        private int[] groupSynapses = new int[64];
        private int groups;

        /**
         * Counts some neurons.
         *
         * @param messages receives the number of messages of each neuron, at the position after that of the neuron
         * @param groupsOf the same for groups
         */
        void fold(SynapseCounter counter, int from, int until, int[] messages, int[] groupsOf) {
            for (int neuron = from; neuron < until; neuron++) {
                counter.count(neuron);
                messages[neuron + 1] = counter.coreCount();
                groupsOf[neuron + 1] = counter.cellCount();
                ensureRoomFor(counter.cellCount(), (double) (until - from) / (neuron - from + 1));
                for (int i = 0; i < counter.cellCount(); i++) {
                    groupCell[groups] = counter.cell(i);
                    groupSynapses[groups++] = counter.synapses(i);
                }
            }
        }

        /** @param factor how many times as many groups are to be expected as there are so far */
        private void ensureRoomFor(int more, double factor) {
            if (groups + more > groupCell.length) {
                long expected = (long) ((groups + more) * Math.min(factor, 1.5)) + more;
                int capacity = (int) Math.min(Integer.MAX_VALUE - 8, expected);
                groupCell = Arrays.copyOf(groupCell, capacity);
                groupSynapses = Arrays.copyOf(groupSynapses, capacity);
            }
        }
    }
}
