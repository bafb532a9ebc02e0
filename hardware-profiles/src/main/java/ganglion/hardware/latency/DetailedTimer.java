package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Time of a barrier-synchronised tick with contention. Each core goes through its neurons in order and sends messages as
 * they fire; a message waits for links that are full and for the core that it goes to. With {@code A} the number of messages
 * along a path of {@code h} hops, {@code m} their mean processing time, and {@code s} the time it is sent:
 *
 * <pre>
 *   s        &lt;- s + (A - capacity) m            if A exceeds the capacity of the path's buffers
 *   arrival   = s + max(hop times, A m / (h + 1))
 *   received  = max(core free, arrival)          core free &lt;- received + processing
 * </pre>
 *
 * The tick is over when the last core has sent and processed its last message; the barrier follows. Inputs that are on no
 * core enter one after another, at the rate at which a core sends. Not thread safe.
 *
 * <p>Source: SANA-FE 2.2.1, "detailed" timing (its scheduler, without the cycle-accurate network), equations and order.
 */
public final class DetailedTimer implements TickTimer {

    private static final int NO_MESSAGE = -1;

    private final PlacedNetwork placed;
    private final OperationTimes times;
    private final double barrierSeconds;
    private final int linkBuffer;
    private final Histogram latency;
    private final double quietSeconds;
    private final int[][] neuronsOfCore;
    private final long[] firedAt;

    /**
     * The messages of each sender in this tick, in order, and the time since its previous message; cores, then the inputs.
     */
    private final int[] firstSent;

    private int[] sentMessage = new int[256];
    private double[] sentAfter = new double[256];
    private int sent;

    private final int[] next;
    private final double[] freeAt;
    private final SendQueue queue;
    private final MeshTraffic traffic;
    private double last;

    /**
     * @param barrierSeconds time of the barrier at the end of every tick
     * @param linkBuffer messages that one link can hold
     * @param latency records the time from sending to processing of each message, in picoseconds
     */
    public DetailedTimer(
            PlacedNetwork placed, OperationTimes times, double barrierSeconds, int linkBuffer, Histogram latency) {
        this.placed = placed;
        this.times = times;
        this.barrierSeconds = barrierSeconds;
        this.linkBuffer = linkBuffer;
        this.latency = latency;
        this.quietSeconds = OperationTimes.largest(times.quietSeconds()) + barrierSeconds;
        int cores = placed.placement().cores().size();
        this.neuronsOfCore = placed.placement().neuronsByCore();
        this.firedAt = new long[placed.fanOut().neurons()];
        Arrays.fill(firedAt, -1);
        this.firstSent = new int[cores + 2];
        this.next = new int[cores + 1];
        this.freeAt = new double[cores];
        this.queue = new SendQueue(cores + 1);
        this.traffic = new MeshTraffic(
                placed.placement().mesh(), placed.placement().mesh().cores() + 1);
    }

    @Override
    public double seconds(PlacedTick tick) {
        if (tick.idle()) {
            return quietSeconds;
        }
        for (int i = 0; i < tick.firedCount(); i++) {
            firedAt[tick.fired(i)] = tick.tick();
        }
        generate(tick);
        start();
        while (!queue.isEmpty()) {
            int sender = queue.core();
            double time = queue.time();
            queue.pop();
            send(sender, time);
        }
        return last + barrierSeconds;
    }

    private void generate(PlacedTick tick) {
        sent = 0;
        for (int core = 0; core < neuronsOfCore.length; core++) {
            firstSent[core] = sent;
            generate(core, tick);
        }
        firstSent[neuronsOfCore.length] = sent;
        for (int i = 0; i < tick.firedCount(); i++) {
            if (placed.placement().coreOfNeuron()[tick.fired(i)] == Placement.OUTSIDE) {
                addMessages(tick.fired(i), 0);
            }
        }
        firstSent[neuronsOfCore.length + 1] = sent;
    }

    private void generate(int core, PlacedTick tick) {
        Cells cells = placed.cells();
        double since = 0;
        for (int neuron : neuronsOfCore[core]) {
            int cell = cells.of(neuron);
            boolean fires = firedAt[neuron] == tick.tick();
            if (cell != Placement.OUTSIDE) {
                since += fires ? times.firing(cell) : tick.isActive(neuron) ? times.active(cell) : times.idle(cell);
            }
            if (fires) {
                since = addMessages(neuron, since);
            }
        }
        if (since != 0) {
            add(NO_MESSAGE, since);
        }
    }

    /** Adds the messages of a spike; returns the time since the last of them. */
    private double addMessages(int neuron, double since) {
        FanOut fanOut = placed.fanOut();
        double passed = since;
        for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
            add(message, passed + times.messageOut());
            passed = 0;
        }
        return passed;
    }

    private void add(int message, double after) {
        if (sent == sentMessage.length) {
            sentMessage = Arrays.copyOf(sentMessage, 2 * sent);
            sentAfter = Arrays.copyOf(sentAfter, 2 * sent);
        }
        sentMessage[sent] = message;
        sentAfter[sent++] = after;
    }

    private void start() {
        traffic.clear();
        Arrays.fill(freeAt, 0);
        last = 0;
        for (int sender = 0; sender < next.length; sender++) {
            next[sender] = firstSent[sender];
            if (next[sender] < firstSent[sender + 1]) {
                queue.push(sender, sentAfter[next[sender]]);
            }
        }
    }

    private void send(int sender, double time) {
        last = Math.max(last, time);
        traffic.leaveUntil(time);
        int message = sentMessage[next[sender]];
        double leaves = message == NO_MESSAGE ? time : route(sender, message, time);
        if (++next[sender] < firstSent[sender + 1]) {
            double following = leaves + sentAfter[next[sender]];
            last = Math.max(last, following);
            queue.push(sender, following);
        }
    }

    /** Sends one message; returns when it left its core, which is later if the links were full. */
    private double route(int sender, int message, double time) {
        Placement placement = placed.placement();
        boolean outside = sender == neuronsOfCore.length;
        int targetCore = placed.fanOut().core(message);
        int sourceTile = outside ? 0 : placement.tile(sender);
        int targetTile = placement.tile(targetCore);
        int[] path = traffic.path(outside ? placement.mesh().cores() : sender, targetTile);
        double along = traffic.along(path);
        double capacity = (double) path.length * linkBuffer;
        double leaves = time;
        if (along > capacity) {
            leaves += (along - capacity) * traffic.meanProcessing();
        }
        double way = Math.max(times.path(sourceTile, targetTile), along * traffic.meanProcessing() / path.length);
        double processing = times.processing(message);
        double received = Math.max(freeAt[targetCore], leaves + way);
        freeAt[targetCore] = received + processing;
        last = Math.max(last, freeAt[targetCore]);
        latency.recordValue(SpikeLatency.picoseconds(freeAt[targetCore] - time));
        traffic.enter(path, processing, received);
        return leaves;
    }

    /**
     * The cores that have messages to send, the earliest at the top. A binary heap whose moves are those of
     * the C++ standard library in its GNU form (bits/stl_heap.h), so that cores with equal times are served in the same order as
     * in SANA-FE, whose results depend on it. Not thread safe.
     */
    static final class SendQueue {

        private final int[] cores;
        private final double[] times;
        private int size;

        SendQueue(int capacity) {
            cores = new int[capacity];
            times = new double[capacity];
        }

        boolean isEmpty() {
            return size == 0;
        }

        int core() {
            return cores[0];
        }

        double time() {
            return times[0];
        }

        void push(int core, double time) {
            size++;
            rise(size - 1, core, time);
        }

        void pop() {
            size--;
            int core = cores[size];
            double time = times[size];
            int hole = 0;
            int child = 0;
            while (child < (size - 1) / 2) {
                child = 2 * (child + 1);
                if (times[child] > times[child - 1]) {
                    child--;
                }
                move(child, hole);
                hole = child;
            }
            if ((size & 1) == 0 && child == (size - 2) / 2) {
                child = 2 * (child + 1);
                move(child - 1, hole);
                hole = child - 1;
            }
            if (size > 0) {
                rise(hole, core, time);
            }
        }

        private void rise(int from, int core, double time) {
            int hole = from;
            int parent = (hole - 1) / 2;
            while (hole > 0 && times[parent] > time) {
                move(parent, hole);
                hole = parent;
                parent = (hole - 1) / 2;
            }
            cores[hole] = core;
            times[hole] = time;
        }

        private void move(int from, int to) {
            cores[to] = cores[from];
            times[to] = times[from];
        }
    }
}
