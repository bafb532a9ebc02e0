package ganglion.kernel.core;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;
import java.util.List;

/**
 * Takes some neurons of a network through time, one window after another, given the spikes of all other cores that can
 * reach them within the window. At each tick at which anything happens, first all input of the tick is summed, in canonical
 * order, then the reached neurons are visited, then their spikes are queued.
 *
 * <p>Not thread safe: owned by one actor, or driven by one thread. Allocates nothing per spike or synaptic event.
 */
public final class NeuroCore {

    /** At 4 to 12 bytes each they take up little of the second cache. */
    private static final int SYNAPSES_AHEAD = 4096;

    private static final int FEWEST_SLOTS = 64;
    private static final int MOST_FIRST_SLOTS = 4096;

    private final int id;
    private final HostedGroup[] groups;
    private final IncomingRows rows;
    private final EventWheel wheel;
    private final RingRows ringRows;
    private final IntList due = new IntList();
    private final Visit visit = new Visit();

    private long[] emittedTicks = new long[64];
    private int[] emittedNeurons = new int[64];
    private int emittedCount;

    private long synapticEvents;

    /** Means nothing: it only makes sure that what is read ahead is read. */
    private long readAhead;

    private long neuronUpdates;

    /**
     * @param id number of the core
     * @param hosted its neurons, in ascending order of population and position
     * @param traced indices of the populations whose membrane potentials are recorded at every tick
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

    /** Visits to neurons so far, spike sources excepted; one that several rows reach at once may count several times. */
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
     * @param until end of the window, exclusive
     * @param arrived batches of other cores' spikes that have not been handed in before, in any order. No spike may reach
     *     this core before the window; spikes that reach it after the window are kept.
     */
    public WindowResult advance(long until, List<SpikeBatch> arrived) {
        for (SpikeBatch batch : arrived) {
            for (int i = 0; i < batch.size(); i++) {
                rows.enqueue(batch.tick(i), batch.neuron(i), wheel);
            }
        }
        emittedCount = 0;
        long tick = nextTick();
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

    private void sumInput(long tick) {
        int next = 0;
        while (next < due.size()) {
            int from = next;
            next = readAhead(from);
            deliver(from, next, tick);
        }
    }

    /** Has so many of the rows that are due read ahead as the nearest caches hold; the position of the next row. */
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

    private void listForRevisit(int local) {
        HostedGroup host = hostOf(local);
        host.reached.add(local - host.offset);
        host.wishes++;
    }

    private HostedGroup hostOf(int local) {
        int h = groups.length - 1;
        while (groups[h].offset > local) {
            h--;
        }
        return groups[h];
    }

    private void visit(int host, long tick) {
        HostedGroup group = groups[host];
        boolean wantsVisit = group.nextOwnTick() == tick;
        if (!wantsVisit && group.reach == 0 && group.reached.size() == 0) {
            return;
        }
        group.traceUntil(tick);
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

    private void addEmitted(long tick, int neuron) {
        if (emittedCount == emittedTicks.length) {
            emittedTicks = Arrays.copyOf(emittedTicks, 2 * emittedCount);
            emittedNeurons = Arrays.copyOf(emittedNeurons, 2 * emittedCount);
        }
        emittedTicks[emittedCount] = tick;
        emittedNeurons[emittedCount++] = neuron;
    }
}
