package ganglion.kernel.schedule;

import ganglion.kernel.core.NeuroCore;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Hands out rounds of windows that cores can run at the same time, and passes their spikes on. The caller asks for a
 * round, has every assignment in it run, in any order, reports each result, and asks again, until a round is empty.
 *
 * <p>Time is cut into chunks. Within a chunk the stages of the {@link Wiring} run one after the other, because spikes
 * travel only forwards between them: a stage has all its input for the chunk once the stage before has finished it.
 * Within a stage, cores that reach each other advance in windows no longer than the smallest delay between them. A
 * spike fired in a window is then due at its end at the earliest, so that cores need not wait for each other inside a
 * window.
 *
 * <p>Only cores that have something to do take part in a round, and a round starts at the earliest tick at which one
 * has: idle cores and idle time cost nothing. When a spike is passed on, its arrival is estimated by the smallest delay
 * of the network. The estimate may be early, never late: a core may be given an empty window, but never a spike in its
 * past.
 *
 * <p>A state machine without threads, clocks or arithmetic of neurons: the sequential engine and the actors are driven
 * by the same one. Not thread-safe.
 */
public final class Conductor {

    /**
     * How far a stage may run ahead of the stages behind it, in ticks: bounds the spikes that wait in between. Long
     * enough for a window to outweigh the cost of passing it on.
     */
    private static final long CHUNK_TICKS = 1024;

    private final Wiring wiring;
    private final long ticks;

    /** For each core the earliest tick at which it may have something to do. */
    private final long[] ready;

    /** The same, counting only the spikes in its inbox. */
    private final long[] inboxReady;

    /** For each core the batches that it has not been given yet. */
    private final List<List<SpikeBatch>> inboxes = new ArrayList<>();
    /** For each core all its batches, until they are taken. */
    private final List<List<SpikeBatch>> emitted = new ArrayList<>();
    /** Index of the stage that runs; the number of stages at the end of a chunk. */
    private int stage;

    private long chunkStart;
    private long chunkEnd;
    private boolean stopping;
    /** Whether the first chunk has been started. */
    private boolean begun;

    private boolean finished;

    /** The run comes to rest once all ticks before this one are complete, and none after. */
    private long restTick = Long.MAX_VALUE;

    /**
     * A conductor before its first round.
     *
     * @param network the network that runs
     * @param partition which core hosts which neurons
     * @param cores all cores of the partition, by number, before their first window
     * @param from tick at which the run begins, or continues
     * @param ticks length of the run, from its start
     */
    public Conductor(Network network, Partition partition, List<NeuroCore> cores, long from, long ticks) {
        this.wiring = Wiring.of(network, partition, cores);
        this.ticks = ticks;
        this.ready = cores.stream().mapToLong(NeuroCore::nextTick).toArray();
        this.inboxReady = new long[ready.length];
        Arrays.fill(inboxReady, Long.MAX_VALUE);
        for (int core = 0; core < ready.length; core++) {
            inboxes.add(new ArrayList<>());
            emitted.add(new ArrayList<>());
        }
        this.chunkStart = from;
        this.chunkEnd = from;
        this.stage = wiring.stages().size();
    }

    /** Every tick before this one is complete, on all cores. */
    public long completedTicks() {
        return chunkStart;
    }

    /** Lets the current chunk be completed, and then ends the run, so that all cores end at the same tick. */
    public void stop() {
        stopping = true;
    }

    /** Whether no core has anything more to run: at the end, after {@link #stop}, or at the tick of {@link #proceedTo}. */
    public boolean isAtRest() {
        return finished;
    }

    /** Whether all ticks of the run are complete. */
    public boolean isAtEnd() {
        return chunkStart == ticks;
    }

    /** Continues to the end, once the run has come to rest. */
    public void proceed() {
        proceedTo(Long.MAX_VALUE);
    }

    /**
     * Continues, before the first round or once the run has come to rest, and comes to rest again when all ticks before
     * one are complete, and none after.
     */
    public void proceedTo(long tick) {
        stopping = false;
        restTick = tick;
        startChunk();
    }

    /** The batches of spikes that each core has emitted, in order of time. */
    public List<List<SpikeBatch>> emitted() {
        return emitted;
    }

    /** The windows to run next, for different cores each; empty at the end of the run. */
    public List<Assignment> nextRound() {
        while (!finished) {
            if (stage == wiring.stages().size()) {
                startChunk();
                continue;
            }
            Wiring.Stage current = wiring.stages().get(stage);
            long from = earliestReady(current.cores());
            if (from < chunkEnd) {
                // Compared as a difference: the look-ahead of a stage without cycles is Long.MAX_VALUE, to which no
                // tick can be added.
                boolean windowEndsFirst = current.lookaheadTicks() < chunkEnd - from;
                return round(current, windowEndsFirst ? from + current.lookaheadTicks() : chunkEnd);
            }
            stage++;
        }
        return List.of();
    }

    /** The earliest tick at which any of some cores may have something to do. */
    private long earliestReady(int[] cores) {
        long earliest = Long.MAX_VALUE;
        for (int core : cores) {
            earliest = Math.min(earliest, ready[core]);
        }
        return earliest;
    }

    /**
     * Starts the next chunk at the earliest tick at which any core has something to do, so that idle time is skipped in
     * one step. The end of the run and a tick to rest at cut a chunk short.
     */
    private void startChunk() {
        long from = Arrays.stream(ready).min().orElse(Long.MAX_VALUE);
        chunkStart = Math.min(Math.min(ticks, restTick), from);
        chunkEnd = chunkStart + Math.min(CHUNK_TICKS, Math.min(ticks, restTick) - chunkStart);
        // A run that is stopped before it has begun still runs its first chunk, so that it has a result.
        finished = stopping && begun || chunkStart == ticks || chunkStart == restTick;
        stage = 0;
        begun = true;
    }

    /**
     * Assigns a window to each core of a stage that has something to do in it. What the others are sent stays in their
     * inboxes.
     */
    private List<Assignment> round(Wiring.Stage current, long until) {
        List<Assignment> round = new ArrayList<>();
        for (int core : current.cores()) {
            if (ready[core] < until) {
                round.add(new Assignment(core, until, inboxes.get(core)));
                inboxes.set(core, new ArrayList<>());
                inboxReady[core] = Long.MAX_VALUE;
            }
        }
        return round;
    }

    /**
     * Takes the result of an assignment of the current round, and passes the spikes on.
     *
     * <p>Results of a round may be reported in any order. Batches are therefore kept per core, and the cores' queues
     * sort what they get from several. A batch goes to every core that its own can reach, even if none of its spikes
     * does: to look at each spike here would cost more than it saves there.
     *
     * @param core number of the core that has run
     * @param result what it reported
     */
    public void completed(int core, WindowResult result) {
        // The core knows nothing of what was put into its inbox while it ran.
        ready[core] = Math.min(result.nextTick(), inboxReady[core]);
        SpikeBatch batch = result.emitted();
        if (batch.size() == 0) {
            return;
        }
        emitted.get(core).add(batch);
        long arrival = batch.tick(0) + wiring.smallestDelayTicks();
        for (int target : wiring.targets()[core]) {
            inboxes.get(target).add(batch);
            inboxReady[target] = Math.min(inboxReady[target], arrival);
            ready[target] = Math.min(ready[target], arrival);
        }
    }
}
