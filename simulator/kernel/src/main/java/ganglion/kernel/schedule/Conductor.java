package ganglion.kernel.schedule;

import ganglion.kernel.event.SpikeBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a run, brings it to rest, and ends it. No spike and no horizon passes it on its way from core to core: {@link Host}s
 * tell each other, and the conductor from time to time how far they have come. It does two things for them that they cannot do
 * by themselves.
 *
 * <p>It gives leave to run some ticks further than what all hosts have completed, which bounds the spikes that wait
 * anywhere. And when all hosts wait and no mail is on its way, it tells them the earliest tick at which any has something to
 * do: idle time is skipped in one step, by all. That no mail is on its way is seen from the numbers of mails that were sent and
 * taken in between each two hosts, as in Mattern's algorithms for global virtual time (1993).
 *
 * <p>A state machine without threads or clocks: the sequential engine and the actors drive the same one. Not thread-safe.
 */
public final class Conductor {

    private final long ticks;
    private final Pace pace;

    /** The latest report of each host; null before the first. */
    private Report[] reports = {};

    /** For each core all its batches, until they are taken. */
    private final List<List<SpikeBatch>> emitted = new ArrayList<>();

    private long completed;
    private long leave;

    /** Nothing will be done before this tick; and what the hosts have been told of it. */
    private long quiet;

    private long toldQuiet;
    private boolean stopping;

    /** Whether leave has been given since the run began or last went on. */
    private boolean begun;

    /** The run comes to rest once all ticks before this one are complete, and none after. */
    private long restTick = Long.MAX_VALUE;

    /**
     * A conductor before its first leave.
     *
     * @param cores what reaches each core of the network
     * @param nextTick the earliest tick at which any core has something to do
     * @param from tick at which the run begins, or continues
     * @param ticks length of the run, from its start
     */
    public Conductor(Wiring cores, long nextTick, long from, long ticks) {
        this(cores.size(), Pace.of(cores), nextTick, from, ticks);
    }

    Conductor(int cores, Pace pace, long nextTick, long from, long ticks) {
        this.ticks = ticks;
        this.pace = pace;
        this.completed = from;
        this.leave = from;
        this.quiet = Math.max(from, nextTick);
        this.toldQuiet = from;
        for (int core = 0; core < cores; core++) {
            emitted.add(new ArrayList<>());
        }
    }

    /** Says how many hosts will report. To be called before the first leave. */
    public void expect(int hosts) {
        reports = new Report[hosts];
    }

    /** Every tick before this one is complete, on all cores. */
    public long completedTicks() {
        return completed;
    }

    /** Gives no more leave. The run ends when all cores have come to the end of the last one, and so at the same tick. */
    public void stop() {
        stopping = true;
    }

    /** Whether no core has anything more to run: at the end, after {@link #stop}, or at the tick of {@link #proceedTo}. */
    public boolean isAtRest() {
        return completed == end() || stopping && begun && completed >= leave;
    }

    /** Whether all ticks of the run are complete. */
    public boolean isAtEnd() {
        return completed == ticks;
    }

    /** Continues to the end, once the run has come to rest. */
    public void proceed() {
        proceedTo(Long.MAX_VALUE);
    }

    /**
     * Continues, before the first leave or once the run has come to rest, and comes to rest again when all ticks before
     * one are complete, and none after.
     */
    public void proceedTo(long tick) {
        stopping = false;
        begun = false;
        restTick = tick;
    }

    /** The tick that no core may run. */
    private long end() {
        return Math.min(ticks, restTick);
    }

    /** The batches of spikes that each core has reported, in order of time. Some may come after the completed ticks. */
    public List<List<SpikeBatch>> emitted() {
        return emitted;
    }

    /** Takes in what a host says. */
    public void report(Report report) {
        reports[report.host()] = report;
        for (CoreSpikes spikes : report.spikes()) {
            emitted.get(spikes.core()).add(spikes.spikes());
        }
        long all = Long.MAX_VALUE;
        for (Report latest : reports) {
            all = Math.min(all, latest == null ? completed : latest.completed());
        }
        completed = Math.max(completed, Math.min(all, end()));
        if (allWait()) {
            long next = Long.MAX_VALUE;
            for (Report latest : reports) {
                next = Math.min(next, latest.nextTick());
            }
            quiet = Math.max(quiet, next);
        }
        skip();
    }

    /** Counts idle ticks as complete: nothing will be done before the quiet tick. */
    private void skip() {
        completed = Math.max(completed, Math.min(quiet, end()));
    }

    /**
     * Whether every host waits and has taken in all mail that was sent to it. Equal counts make the latest reports a consistent cut
     * (Mattern 1993) across which no mail is on its way. What hosts do after it, because of a new leave, cannot come before the
     * earliest tick that they reported.
     */
    private boolean allWait() {
        for (Report to : reports) {
            if (to == null || !to.waiting()) {
                return false;
            }
        }
        for (Report to : reports) {
            for (Report from : reports) {
                if (from.sent()[to.host()] != to.received()[from.host()]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What all hosts are to be told next; empty while there is nothing, or at rest. */
    public Optional<Leave> next() {
        skip();
        if (isAtRest()) {
            return Optional.empty();
        }
        long until = stopping && begun ? leave : completed + Math.min(pace.leadTicks(), end() - completed);
        boolean further = until - leave >= pace.stepTicks() || until > leave && until == end();
        if (!further && quiet == toldQuiet) {
            return Optional.empty();
        }
        leave = Math.max(leave, until);
        toldQuiet = quiet;
        begun = true;
        return Optional.of(new Leave(leave, quiet));
    }
}
