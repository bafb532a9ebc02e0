package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;
import java.util.List;

/**
 * Takes some neurons of a network through time, one window after another, given the spikes of all other cores that can
 * reach them within the window.
 *
 * <p>Each tick at which anything happens has three phases: sum the input of the tick, visit the neurons it reaches,
 * queue the spikes they fire. The phases must not mix. All input of a tick is in the sum before any threshold is
 * compared, so that the order in which neurons are visited cannot show; and a delay of at least one tick means that a
 * spike queued in the last phase is never due in the same tick.
 *
 * <p>The sums follow one canonical order: source population, source neuron, projection, delay, synapse. Floating-point
 * addition is not associative, so any other order would give other bits. Because the order is a property of the
 * network, a core on one thread and the same core among thousands add the same numbers in the same order. Batches may
 * therefore arrive in any order.
 *
 * <p>Not thread-safe: owned by one actor, or driven by one thread. Allocates nothing per spike or synaptic event;
 * arrays only grow, to the largest size that a window has needed.
 */
public final class NeuroCore {

    /**
     * Synapses that are read ahead before they are delivered. At 4 to 12 bytes each, this many fill only part of the
     * second-level cache, so that the first of them are still there when they are delivered.
     */
    private static final int SYNAPSES_AHEAD = 4096;

    /** Fewest slots of the event wheel: one word of its bitmap. */
    private static final int FEWEST_SLOTS = 64;
    /** Most slots that the wheel starts with; it grows when a delay needs more. */
    private static final int MOST_FIRST_SLOTS = 4096;

    private final int id;
    /** The hosted runs of neurons, in ascending order of population and position. */
    private final HostedGroup[] groups;
    /** The rows of synapses that end on these neurons. */
    private final IncomingRows rows;
    /** Rows that are due, by id, and above the ids of rows the neurons that asked for a visit. */
    private final EventWheel wheel;
    /** Those of them that are added ahead of their ticks. */
    private final RingRows ringRows;
    /** What is due at the current tick: ids of rows below {@link IncomingRows#idCount}, requested visits above. */
    private final IntList due = new IntList();

    /** What the group visited last reports; reused. */
    private final Visit visit = new Visit();

    /** Spikes of the current window in order of (tick, neuron), reused from window to window. */
    private long[] emittedTicks = new long[64];

    private int[] emittedNeurons = new int[64];
    private int emittedCount;

    private long synapticEvents;

    /** Keeps the prefetch from being optimised away. The value means nothing. */
    private long readAhead;

    private long neuronUpdates;

    /**
     * Lays out a core: makes the state of its neurons and finds the rows of synapses that end on them. Reads the
     * network and shares its synapses, but changes nothing in it, so that the cores of a network can be built by
     * several threads.
     *
     * @param id number of the core
     * @param network the whole network
     * @param hosted its neurons, in ascending order of population and position
     * @param traced indices of the populations whose membrane potentials are recorded at every tick
     * @throws IllegalArgumentException if more synapses end on the neurons than one core can number
     */
    public NeuroCore(int id, Network network, List<HostedNeurons> hosted, List<Integer> traced) {
        this.id = id;
        this.groups = new HostedGroup[hosted.size()];
        int offset = 0;
        for (int h = 0; h < groups.length; h++) {
            HostedNeurons run = hosted.get(h);
            groups[h] = new HostedGroup(network, run, offset, traced.contains(run.population()));
            offset += groups[h].inputs;
        }
        this.rows = IncomingRowsBuilder.build(network, hosted, groups);
        this.ringRows = rows.ringRows();
        double[] input = new double[offset];
        for (HostedGroup group : groups) {
            group.takeInputFrom(input);
        }
        this.wheel =
                new EventWheel(Math.min(MOST_FIRST_SLOTS, Math.max(FEWEST_SLOTS, 2 * Integer.highestOneBit(offset))));
    }

    /** Number of the core in its partition. */
    public int id() {
        return id;
    }

    /** Number of neurons, anywhere in the network, that have synapses on this core. */
    public int sourceCount() {
        return rows.sourceCount();
    }

    /** Network-wide number of a neuron that has synapses on this core, ascending with the position. */
    public int source(int position) {
        return rows.source(position);
    }

    /** The next tick at which the core has something to do; {@link Long#MAX_VALUE} if none is known. */
    public long nextTick() {
        long next = Math.min(wheel.nextTick(), ringRows.nextTick());
        for (HostedGroup group : groups) {
            next = Math.min(next, group.nextOwnTick());
        }
        return next;
    }

    /** Synaptic events delivered so far: one for each synapse and spike that arrived. */
    public long synapticEvents() {
        return synapticEvents;
    }

    /**
     * Visits to neurons so far, spike sources excepted. A neuron that several rows reach at one tick may count several
     * times.
     */
    public long neuronUpdates() {
        return neuronUpdates;
    }

    /** The recorded membrane potentials of the hosted run at an index; null if its population is not traced. */
    public double[] trace(int hostedIndex) {
        return groups[hostedIndex].trace();
    }

    /**
     * Runs all ticks before {@code until} that have not been run.
     *
     * <p>A spike that is due exactly at {@code until} waits for the next window: other cores may still send input for
     * that tick.
     *
     * @param until end of the window, exclusive
     * @param arrived batches of other cores' spikes that have not been handed in before, in any order. No spike may be
     *     due before the start of the window; those due after its end are kept.
     * @return the spikes of the window, and when the core next has something to do
     */
    public WindowResult advance(long until, List<SpikeBatch> arrived) {
        for (SpikeBatch batch : arrived) {
            for (int i = 0; i < batch.size(); i++) {
                rows.enqueue(batch.tick(i), batch.neuron(i), wheel);
            }
        }
        emittedCount = 0;
        long tick = nextTick();
        // From event to event: ticks at which nothing happens are never looked at.
        while (tick < until) {
            runTick(tick);
            tick = nextTick();
        }
        wheel.advanceTo(until);
        ringRows.advanceTo(until);
        return new WindowResult(SpikeBatch.copyOf(emittedTicks, emittedNeurons, emittedCount), tick);
    }

    /** Completes membrane traces and plastic weights up to a tick, exclusive, up to which the core has been advanced. */
    public void finish(long until) {
        for (HostedGroup group : groups) {
            group.traceUntil(until);
        }
        rows.catchUp(until);
    }

    /** The way to take the core's state out of it, or to put one in. */
    public CoreTransfer transfer() {
        return new CoreTransfer(groups, rows, wheel);
    }

    /**
     * Runs one tick. The ring begins before the sums, because it says where the input of this tick lies and how much of
     * it has been added already; it ends after the visits, which read that input.
     */
    private void runTick(long tick) {
        due.clear();
        if (wheel.nextTick() == tick) {
            wheel.takeNext(due);
        }
        ringRows.begin(tick, groups);
        countReach();
        sumInput(tick);
        ringRows.listNeurons(tick, groups);
        for (int host = 0; host < groups.length; host++) {
            visit(host, tick);
        }
        ringRows.end(tick);
    }

    /**
     * Counts the synaptic events of the tick for each group, before any is delivered: the count decides whether a
     * delivery lists the neurons it reaches, and all deliveries of a tick must decide alike.
     */
    private void countReach() {
        int ids = rows.idCount();
        int rowGroup = 0;
        for (int i = 0; i < due.size(); i++) {
            int id = due.get(i);
            if (id < ids) {
                rowGroup = rows.groupOf(id, rowGroup);
                groups[rows.host(rowGroup)].reach += rows.length(rowGroup, id);
            }
        }
    }

    /**
     * Adds up the input of the tick, a stretch of rows at a time: first every cache line of the stretch is touched,
     * which the processor does for many lines at once, then the rows are delivered from the cache. Rows lie far apart
     * in memory, so that without this each would wait for its first line.
     */
    private void sumInput(long tick) {
        int next = 0;
        while (next < due.size()) {
            int from = next;
            next = readAhead(from);
            deliver(from, next, tick);
        }
    }

    /**
     * Reads ahead the next rows that are due, up to {@link #SYNAPSES_AHEAD} synapses.
     *
     * @return the position in {@link #due} of the first row that was not read ahead
     */
    private int readAhead(int from) {
        int ids = rows.idCount();
        int rowGroup = 0;
        long synapses = 0;
        int next = from;
        while (next < due.size() && synapses < SYNAPSES_AHEAD) {
            int id = due.get(next++);
            if (id < ids) {
                rowGroup = rows.groupOf(id, rowGroup);
                synapses += rows.length(rowGroup, id);
                readAhead += rows.readAhead(rowGroup, id);
            }
        }
        return next;
    }

    /**
     * Delivers rows in the order in which they are due. Ids ascend in canonical order and the wheel hands them out in
     * ascending order, so that this loop is where the canonical order of sums comes from.
     */
    private void deliver(int from, int until, long tick) {
        int ids = rows.idCount();
        int rowGroup = 0;
        for (int i = from; i < until; i++) {
            int id = due.get(i);
            if (id < ids) {
                rowGroup = rows.groupOf(id, rowGroup);
                HostedGroup group = groups[rows.host(rowGroup)];
                if (group.isSparse()) {
                    rows.deliverListing(rowGroup, id, tick, group, wheel);
                } else {
                    rows.deliver(rowGroup, id, tick, group, wheel);
                }
            } else {
                listForRevisit(id - ids);
            }
        }
    }

    /** Puts a neuron that asked for a visit at this tick on the list of its group. */
    private void listForRevisit(int local) {
        HostedGroup host = HostedGroup.holding(local, groups);
        host.reached.add(local - host.offset);
        host.wishes++;
    }

    /**
     * Visits the neurons of one group that the tick concerns, in the cheapest way: all of them where many are reached,
     * the listed ones where few are. Both ways give the same bits; see {@link ganglion.kernel.neuron.NeuronGroup}.
     */
    private void visit(int host, long tick) {
        HostedGroup group = groups[host];
        boolean wantsVisit = group.nextOwnTick() == tick;
        // Most groups of a core are untouched at most ticks.
        if (!wantsVisit && group.reach == 0 && group.reached.size() == 0) {
            return;
        }
        group.traceUntil(tick);
        // Traces must be complete before the state changes: a traced potential is that after the tick before.
        if (!group.hasStarted(tick)) {
            group.loseInput();
        } else if (!group.isSparse()) {
            group.visitAll(tick, visit);
            neuronUpdates += group.countedSize;
        } else if (wantsVisit) {
            group.visitAllReached(tick, visit);
            neuronUpdates += group.countedSize;
        } else {
            group.visitReached(tick, visit);
            neuronUpdates += group.countedSize == 0 ? 0 : group.reach + group.wishes;
        }
        synapticEvents += group.reach;
        group.reach = 0;
        group.wishes = 0;
        group.reached.clear();
        emit(host, tick);
    }

    /**
     * Records and queues the spikes of a group. Groups are visited in ascending order and fire in ascending order,
     * which keeps the spikes of a window sorted by (tick, neuron) without sorting them.
     */
    private void emit(int host, long tick) {
        HostedGroup group = groups[host];
        for (int i = 0; i < visit.firedCount(); i++) {
            int neuron = group.firstNeuron + visit.fired(i);
            addEmitted(tick, neuron);
            rows.targetFired(host, visit.fired(i), tick);
            rows.enqueue(tick, neuron, wheel);
        }
        for (int i = 0; i < visit.revisitCount(); i++) {
            wheel.add(group.revisitTick(visit, i), rows.idCount() + group.offset + visit.revisitNeuron(i));
        }
        visit.clear();
    }

    /** Records a spike for the batch of this window. */
    private void addEmitted(long tick, int neuron) {
        if (emittedCount == emittedTicks.length) {
            emittedTicks = Arrays.copyOf(emittedTicks, 2 * emittedCount);
            emittedNeurons = Arrays.copyOf(emittedNeurons, 2 * emittedCount);
        }
        emittedTicks[emittedCount] = tick;
        emittedNeurons[emittedCount++] = neuron;
    }
}
