package ganglion.kernel.core;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/**
 * A run of neurons in its core: its state, where its input lies, and what reaches it at the tick being run.
 *
 * <p>The core counts the synaptic events of a tick first ({@link #reach}) and compares them with {@link #fewestForAll}.
 * Below, the reached neurons are listed during delivery and visited one by one; from there on, all neurons are visited
 * in loops that the compiler vectorises, and no list is made.
 *
 * <p>Not thread-safe: owned by one core. Fields that the delivery loop touches are package-private on purpose, so that
 * it needs no calls.
 */
final class HostedGroup {

    /** State of the neurons, which count ticks from {@link #startTick}. */
    private final NeuronGroup neurons;

    /** The first tick that the neurons live through. */
    private final long startTick;

    /** Position of the first neuron in its population. */
    private final int first;

    /** Number of neurons. */
    final int size;

    /** Number of neurons that count as updated when all are visited: none in a spike source. */
    final int countedSize;

    /** Number of the first neuron's input among the inputs of the core, by which its neurons ask for visits. */
    final int offset;

    /** Number of summed inputs: one per neuron and channel. */
    final int inputs;

    /** Network-wide number of the first neuron. */
    final int firstNeuron;

    /**
     * Number of synaptic events per tick from which all neurons are visited. Below it, the reached neurons are listed.
     */
    private final int fewestForAll;

    /**
     * Where the summed input of the current tick is: in an array that begins with the group's first neuron, so that loops over
     * neurons need no copy of it; or in a ring, from which it is copied.
     */
    private double[] input;

    /** Position of the first neuron's input in {@link #input}. */
    private int inputStart;

    /** Synaptic events at the current tick, but for those that were added to a ring before. */
    int reach;

    /** Synaptic events at the current tick that were counted when they were added to a ring. */
    private int reachAhead;

    /** Whether more were added to a ring that were not counted. */
    private boolean reachedUncounted;

    /** Neurons that asked to be visited at the current tick. */
    int wishes;

    /**
     * Neurons to visit at the current tick, by position in the group, if they are visited one by one. May repeat a
     * neuron: a group ignores the second visit, which is cheaper than to keep the list free of repeats.
     */
    final IntList reached = new IntList();

    /** Rows that are still to be added to the input of the current tick. */
    private final PendingRows pending = new PendingRows();

    /** Potentials at {@code tick * size + neuron}, with room for more; null if not traced. */
    private double[] trace;
    /** Number of ticks that have been recorded. */
    private long tracedTicks;

    /**
     * Makes the state of the neurons as it is before their first tick.
     *
     * @param run which neurons
     * @param offset number of their first input among the inputs of the core
     * @param traced whether their membrane potentials are recorded at every tick
     */
    HostedGroup(Network network, HostedNeurons run, int offset, boolean traced) {
        Population population = network.population(run.population());
        this.neurons = Actors.of(population.model(), run);
        this.startTick = population.startTick();
        this.first = run.first();
        this.size = run.size();
        this.countedSize = population.model().takesInput() ? run.size() : 0;
        this.offset = offset;
        this.inputs = run.size() * population.model().inputChannels();
        this.input = new double[inputs];
        this.firstNeuron = network.firstNeuron(run.population()) + run.first();
        this.fewestForAll = size / neurons.wholeShare();
        this.trace = traced ? new double[0] : null;
    }

    /** The one of a core's groups that holds a core-wide input number; groups ascend by {@link #offset}. */
    static HostedGroup holding(int input, HostedGroup[] groups) {
        int low = 0;
        int high = groups.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (groups[middle].offset <= input) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return groups[low];
    }

    /** Index of the one of a core's groups that a neuron of the network is in; -1 if it is in none. */
    static int hosting(int neuron, HostedGroup[] groups) {
        int low = 0;
        int high = groups.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (groups[middle].firstNeuron + groups[middle].size <= neuron) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < groups.length && groups[low].firstNeuron <= neuron ? low : -1;
    }

    /** Takes summed input from a ring, to which that of a tick has been added in part, and lists whom it reaches. */
    void takeInputFrom(InputRing ring, long tick) {
        input = ring.values();
        inputStart = ring.start(tick);
        reachAhead = ring.reach(tick);
        reachedUncounted = ring.isUncounted(tick);
        if (!reachedUncounted && reachAhead < fewestForAll) {
            ring.listNeurons(tick, reached);
        }
    }

    /** The array that holds the summed input of the current tick, so far as it has been added. */
    double[] input() {
        pending.flush();
        return input;
    }

    /** Adds a row of a matrix to the summed input, at the latest when {@link #input} is asked for. */
    void addRow(DenseSynapses matrix, int position, int length, int firstTarget) {
        pending.add(matrix, position, length, input, inputStart - firstTarget);
    }

    /** Position of the first neuron's input in {@link #input}. */
    int inputStart() {
        return inputStart;
    }

    /** Number of synaptic events per tick from which all neurons are visited and none is listed. */
    int fewestForAll() {
        return fewestForAll;
    }

    /** The next tick at which the whole group wants to be visited; {@link NeuronGroup#NEVER} if it does not. */
    long nextOwnTick() {
        long own = neurons.nextOwnTick();
        return own == NeuronGroup.NEVER ? own : startTick + own;
    }

    /** The tick at which a neuron wants to be visited again. */
    long revisitTick(Visit visit, int index) {
        return startTick + visit.revisitTick(index);
    }

    /** Saves the state as it is before a tick. */
    void saveState(long tick, long[] words, int offsetOfFirst) {
        neurons.saveState(ownTick(tick - 1), words, offsetOfFirst);
    }

    /** Takes over what {@link #saveState} saved. */
    void restoreState(long tick, long[] words, int offsetOfFirst) {
        neurons.restoreState(ownTick(tick - 1), words, offsetOfFirst);
    }

    /**
     * The neurons' own count of a tick, from their start; -1 for all ticks before it, which stands for the initial
     * state.
     */
    private long ownTick(long tick) {
        return Math.max(-1, tick - startTick);
    }

    /** Whether the reached neurons are listed at the current tick. */
    boolean isSparse() {
        return !reachedUncounted && reach + reachAhead < fewestForAll;
    }

    /** Whether nothing reaches any neuron at the current tick, and none has asked for a visit. */
    boolean isUntouched() {
        return !reachedUncounted && reach + reachAhead == 0 && reached.size() == 0;
    }

    /** Number of visits to listed neurons at the current tick: one for each synapse that reaches one, and each request. */
    int listedVisits() {
        return reach + reachAhead + wishes;
    }

    /** Forgets what reached the neurons, at the end of a tick. */
    void forgetReach() {
        reach = 0;
        wishes = 0;
        reached.clear();
    }

    /** Whether membrane potentials are recorded at every tick. */
    boolean isTraced() {
        return trace != null;
    }

    /** Whether the neurons are alive at a tick. */
    boolean hasStarted(long tick) {
        return tick >= startTick;
    }

    /** Discards the input of neurons that have not started yet. */
    void loseInput() {
        Arrays.fill(input(), inputStart, inputStart + inputs, 0);
    }

    /** Visits all neurons; their own count of ticks begins at the start of the population. */
    void visitAll(long tick, Visit visit) {
        neurons.visitAll(tick - startTick, input(), inputStart, visit);
    }

    /** The same if few neurons have input, all of which are listed as reached. */
    void visitAllReached(long tick, Visit visit) {
        neurons.visitAllReached(tick - startTick, input(), inputStart, reached.values(), reached.size(), visit);
    }

    /**
     * Visits the listed neurons. They come in the order in which rows reached them, so that their spikes have to be
     * sorted before they are emitted; few neurons are listed, and fewer fire.
     */
    void visitReached(long tick, Visit visit) {
        neurons.visit(tick - startTick, input(), inputStart, reached.values(), reached.size(), visit);
        visit.sortFired();
    }

    /**
     * Records the membrane potentials of all ticks before {@code until} that have not been recorded. Ticks at which the
     * group was not visited are recorded too: the group brings itself up to each of them, one after the other.
     */
    void traceUntil(long until) {
        if (trace == null) {
            return;
        }
        int needed = Math.toIntExact(until * size);
        if (needed > trace.length) {
            trace = Arrays.copyOf(trace, Math.max(needed, trace.length + (trace.length >> 1)));
        }
        for (; tracedTicks < until; tracedTicks++) {
            neurons.membranePotentials(ownTick(tracedTicks), trace, (int) tracedTicks * size);
        }
    }

    /** Membrane potentials after a tick at which the core has arrived; before the neurons start, those they start with. */
    void potentials(long tick, double[] values, int offsetOfFirst) {
        neurons.membranePotentials(ownTick(tick), values, offsetOfFirst);
    }

    /** A state after a tick at which the core has arrived. */
    void states(int state, long tick, double[] values, int offsetOfFirst) {
        neurons.states(state, ownTick(tick), values, offsetOfFirst);
    }

    /** Takes over the potentials of all ticks before one; ignored if not traced. */
    void restoreTrace(long ticks, double[] potentials) {
        if (trace != null) {
            trace = potentials;
            tracedTicks = ticks;
        }
    }

    /** Potentials at {@code tick * size + neuron}; null if not traced. */
    double[] trace() {
        return trace == null ? null : Arrays.copyOf(trace, (int) tracedTicks * size);
    }
}
