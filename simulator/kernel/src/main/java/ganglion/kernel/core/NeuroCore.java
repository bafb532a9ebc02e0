package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.WorkClock;
import ganglion.kernel.neuron.WorkClock.Work;
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
 * <p>The sums follow one canonical order. What arrives through varied projections is added first, by the tick at which it
 * was fired (earliest first), source population, source neuron, projection, synapse; then what arrives through uniform
 * projections, whose synapses are all alike, one weight after the other. Floating-point addition is not associative, so any
 * other order would give other bits. Because the order is a property of the network and its spikes, a core on one thread and the same core among
 * thousands add the same numbers in the same order. Batches may therefore arrive in any order.
 *
 * <p>Where rows of synapses have many delays, their targets take input from a ring of sums, one for each tick to come. All
 * spikes that were fired at a tick are added to it when the smallest delay is over: the core then knows all of them, since
 * it is never run further than that ahead of a core that reaches the ring.
 *
 * <p>Not thread-safe: owned by one actor, or driven by one thread. Allocates nothing per spike or synaptic event;
 * arrays only grow, to the largest size that a window has needed.
 */
public final class NeuroCore implements LogicalProcess {

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
    /** Rows to take up, by number, and above the numbers of rows the neurons that asked for a visit. */
    private final EventWheel wheel;
    /** What is to be done at the current tick: rows below {@link IncomingRows#count}, requested visits above. */
    private final IntList due = new IntList();

    /** Every tick before this one has been run. */
    private long now;

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
     * @param network the whole network, or the part of it with the synapses that end on the hosted neurons, once it has been
     *     {@linkplain ganglion.kernel.network.NetworkSummary#applyTo agreed on}
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
        this.wheel = new EventWheel(
                Math.min(MOST_FIRST_SLOTS, Math.max(FEWEST_SLOTS, 2 * Integer.highestOneBit(offset))),
                rows.lastOrder(),
                Math.addExact(rows.count(), offset));
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

    /** After how many ticks a spike of the neuron at the same position is first taken up: at the earliest, its smallest delay. */
    public int leadTicks(int position) {
        return rows.leadTicks(position);
    }

    @Override
    public long nextTick() {
        long next = wheel.nextTick();
        for (int host = 0; host < groups.length; host++) {
            next = Math.min(next, groups[host].nextOwnTick());
            if (rows.ringRows(host) != null) {
                next = Math.min(next, rows.ringRows(host).nextTick(now));
            }
        }
        return next;
    }

    /** Synaptic events so far: one for each synapse and spike that arrived. */
    public long synapticEvents() {
        long events = synapticEvents;
        for (int host = 0; host < groups.length; host++) {
            if (rows.ringRows(host) != null) {
                events += rows.ringRows(host).eventsBefore(now);
            }
        }
        return events;
    }

    /**
     * Visits to neurons so far, spike sources excepted. A neuron that several rows reach at one tick may count several
     * times.
     */
    public long neuronUpdates() {
        return neuronUpdates;
    }

    /** Where the time goes. */
    public WorkClock clock() {
        return visit.clock();
    }

    /** The recorded membrane potentials of the hosted run at an index; null if its population is not traced. */
    public double[] trace(int hostedIndex) {
        return groups[hostedIndex].trace();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A spike that is due exactly at {@code until} waits for the next window: other cores may still send input for
     * that tick.
     */
    @Override
    public WindowResult advance(long until, List<SpikeBatch> arrived) {
        takeIn(arrived);
        emittedCount = 0;
        long tick = nextTick();
        // From event to event: ticks at which nothing happens are never looked at.
        while (tick < until) {
            runTick(tick);
            tick = nextTick();
        }
        resumeAt(until);
        return new WindowResult(SpikeBatch.copyOf(emittedTicks, emittedNeurons, emittedCount), tick);
    }

    /**
     * Queues what other cores' spikes cause here. What is known of each source lies in no cache when a core has many: it is
     * looked at for all spikes first, which the processor does for many at once.
     */
    private void takeIn(List<SpikeBatch> arrived) {
        for (SpikeBatch batch : arrived) {
            for (int i = 0; i < batch.size(); i++) {
                readAhead += rows.readAheadSource(batch.neuron(i));
            }
        }
        for (SpikeBatch batch : arrived) {
            for (int i = 0; i < batch.size(); i++) {
                rows.enqueue(batch.tick(i), batch.neuron(i), wheel);
            }
        }
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
        return new CoreTransfer(groups, rows, wheel, this::resumeAt);
    }

    /** States that all ticks before one have been run. */
    private void resumeAt(long tick) {
        wheel.advanceTo(tick);
        now = Math.max(now, tick);
    }

    /**
     * Runs one tick. Rings come first: they say where the input of this tick lies and how much of it has been added
     * already.
     */
    private void runTick(long tick) {
        visit.clock().begin();
        due.clear();
        if (wheel.nextTick() == tick) {
            wheel.takeNext(due);
        }
        for (int host = 0; host < groups.length; host++) {
            if (rows.ringRows(host) != null) {
                rows.ringRows(host).begin(tick);
            }
        }
        int ahead = countAhead();
        takeUp(0, ahead, tick);
        for (int host = 0; host < groups.length; host++) {
            if (rows.ringRows(host) != null) {
                groups[host].takeInputFrom(rows.ringRows(host).ring(), tick);
            }
        }
        countReach(ahead);
        takeUp(ahead, due.size(), tick);
        for (int host = 0; host < groups.length; host++) {
            if (rows.countsAny()) {
                rows.addCounted(host, tick, groups[host]);
            }
            visit(host, tick);
            if (rows.ringRows(host) != null) {
                rows.ringRows(host).ring().forget(tick);
            }
        }
        visit.clock().end();
        now = tick + 1;
    }

    /** Number of rows that go to rings: they come first of what is due. */
    private int countAhead() {
        int next = 0;
        while (next < due.size() && due.get(next) < rows.count() && rows.isAhead(due.get(next))) {
            next++;
        }
        return next;
    }

    /**
     * Counts the synaptic events of the tick for each group, before any is delivered: the count decides whether a
     * delivery lists the neurons it reaches, and all deliveries of a tick must decide alike.
     *
     * @param from position of the first of them in {@link #due}
     */
    private void countReach(int from) {
        for (int i = from; i < due.size(); i++) {
            int row = due.get(i);
            if (row < rows.count()) {
                groups[rows.host(row)].reach += rows.length(row);
            }
        }
    }

    /**
     * Adds up input, a stretch of rows at a time: first every cache line of the stretch is touched, which the processor
     * does for many lines at once, then the rows are added from the cache. Rows lie far apart in memory, so that without
     * this each would wait for its first line.
     */
    private void takeUp(int from, int until, long tick) {
        int next = from;
        while (next < until) {
            int start = next;
            next = readAhead(start, until);
            add(start, next, tick);
        }
    }

    /**
     * Reads ahead the next rows, up to {@link #SYNAPSES_AHEAD} synapses.
     *
     * @return the position in {@link #due} of the first row that was not read ahead
     */
    private int readAhead(int from, int until) {
        long synapses = 0;
        int next = from;
        while (next < until && synapses < SYNAPSES_AHEAD) {
            int row = due.get(next++);
            if (row < rows.count()) {
                synapses += rows.length(row);
                readAhead += counts(row) ? rows.bitInput(rows.host(row)).readAhead(row) : rows.readAhead(row);
            }
        }
        return next;
    }

    /**
     * Adds rows in the order in which they are due. The wheel hands them out in canonical order, so that this loop is
     * where the canonical order of sums comes from.
     */
    private void add(int from, int until, long tick) {
        for (int i = from; i < until; i++) {
            int row = due.get(i);
            if (row >= rows.count()) {
                listForRevisit(row - rows.count());
            } else if (rows.isAhead(row)) {
                rows.addAhead(row, tick);
            } else if (counts(row)) {
                rows.bitInput(rows.host(row)).take(row);
            } else {
                HostedGroup group = groups[rows.host(row)];
                if (group.isSparse()) {
                    rows.deliverListing(row, tick, group);
                } else {
                    rows.deliver(row, tick, group);
                }
            }
        }
    }

    /** Whether a row is counted with others as bits: where so many reach its run of neurons that this saves time. */
    private boolean counts(int row) {
        if (!rows.countsAny()) {
            return false;
        }
        int host = rows.host(row);
        return rows.bitInput(host) != null && rows.bitInput(host).counts(groups[host].reach);
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
        if (!wantsVisit && group.isUntouched()) {
            return;
        }
        visit.clock().lap(Work.DELIVERY);
        if (group.isTraced()) {
            // Traces must be complete before the state changes: a traced potential is that after the tick before.
            group.traceUntil(tick);
            visit.clock().lap(Work.RECORDING);
        }
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
            neuronUpdates += group.countedSize == 0 ? 0 : group.listedVisits();
        }
        visit.clock().lap(group.countedSize == 0 ? Work.DRIVE : Work.UPDATES);
        synapticEvents += group.reach;
        group.forgetReach();
        emit(host, tick);
    }

    /**
     * Records and queues the spikes of a group. Groups are visited in ascending order and fire in ascending order,
     * which keeps the spikes of a window sorted by (tick, neuron) without sorting them.
     */
    private void emit(int host, long tick) {
        HostedGroup group = groups[host];
        for (int i = 0; i < visit.firedCount(); i++) {
            readAhead += rows.readAheadSource(group.firstNeuron + visit.fired(i));
        }
        for (int i = 0; i < visit.firedCount(); i++) {
            int neuron = group.firstNeuron + visit.fired(i);
            addEmitted(tick, neuron);
            rows.targetFired(host, visit.fired(i), tick);
            rows.enqueue(tick, neuron, wheel);
        }
        for (int i = 0; i < visit.revisitCount(); i++) {
            wheel.add(
                    group.revisitTick(visit, i),
                    rows.lastOrder(),
                    rows.count() + group.offset + visit.revisitNeuron(i));
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
