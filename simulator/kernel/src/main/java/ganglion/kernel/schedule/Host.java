package ganglion.kernel.schedule;

import ganglion.kernel.core.LogicalProcess;
import ganglion.kernel.core.WindowResult;
import ganglion.kernel.event.SpikeBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cores that share a thread. Each has a time of its own. The <em>horizon</em> of a core is the tick before which all its spikes
 * are known. A core may run up to the horizon of each core that reaches it, plus the look-ahead of the pair. Cores of one host
 * see each other's horizons and hand batches over by reference. Hosts tell each other by {@link Mail}, at most one for each
 * neighbour after a round of windows.
 *
 * <p>Time without events is skipped. Nothing can fire in this host before its {@link #quietUntil quiet tick}: the earliest tick
 * at which a core has something to do, or at which a spike of another host can arrive. All its cores are taken there in one
 * step. What several hosts cannot know of each other without much mail, that all of them wait for something later, the
 * conductor finds out from their {@link Report}s; see {@link Conductor}.
 *
 * <p>A state machine without threads or clocks: the sequential engine and the actors drive the same one. Not thread-safe:
 * owned by one actor, or driven by one thread.
 */
public final class Host {

    private final int id;
    private final Wiring wiring;
    private final Links links;
    private final List<? extends LogicalProcess> processes;
    private final int hostCount;
    private final Pace pace;

    /** Numbers of the cores of this host, in the order of {@link Wiring#order}. */
    private final int[] own;

    /** For each core of the network the tick before which all its spikes are known here. */
    private final long[] horizon;

    /** For each core of this host the earliest tick at which it may have something to do; else meaningless. */
    private final long[] ready;

    /** For each core of this host the batches that it has not been given. */
    private final List<List<SpikeBatch>> inboxes = new ArrayList<>();

    /** Cores of other hosts that reach one here, and the smallest look-ahead of each. */
    private final int[] outside;

    private final int[] outsideLookahead;

    /** For each core that reaches one here the cores here that it reaches; null for others. */
    private final int[][] targetsHere;

    /** The look-ahead to each of these. */
    private final int[][] delaysHere;

    /** For each core of this host the most ticks that it runs at once. */
    private final long[] longest;

    /** For each host the spikes to go with the next mail. */
    private final List<List<CoreSpikes>> outgoing = new ArrayList<>();

    /** For each host whether it has sent word of its work and has not been answered. */
    private final boolean[] owed;

    /** For each host whether it was sent word of work here and will answer. */
    private final boolean[] awaited;

    private final long[] sent;
    private final long[] received;

    private final Merger merger = new Merger();

    /** Spikes to go with the next report. */
    private List<CoreSpikes> unreported = new ArrayList<>();

    private long reportedTick;
    private long leave;

    /** The last leave whose end this host has reached and told its neighbours of. */
    private long told;

    private long quiet;

    /** Whether a core has run since the last mails. */
    private boolean worked;

    /**
     * @param id number of this host
     * @param links which cores are on which host
     * @param processes all cores of the network; only those of this host are touched
     * @param from tick at which the run begins, or continues
     */
    Host(int id, Links links, Wiring wiring, List<? extends LogicalProcess> processes, long from, Pace pace) {
        this.id = id;
        this.links = links;
        this.hostCount = links.hostCount();
        this.pace = pace;
        this.wiring = wiring;
        this.processes = processes;
        this.own = Arrays.stream(wiring.order()).filter(this::isHere).toArray();
        this.horizon = new long[wiring.size()];
        Arrays.fill(horizon, from);
        this.ready = new long[wiring.size()];
        for (int core = 0; core < wiring.size(); core++) {
            inboxes.add(isHere(core) ? new ArrayList<>() : null);
            ready[core] = isHere(core) ? processes.get(core).nextTick() : 0;
        }
        this.outside = IntStream.range(0, hostCount)
                .flatMap(host -> Arrays.stream(links.reaching(host, id)))
                .toArray();
        this.targetsHere = new int[wiring.size()][];
        this.delaysHere = new int[wiring.size()][];
        IntStream.concat(Arrays.stream(own), Arrays.stream(outside)).forEach(this::findTargetsHere);
        this.outsideLookahead = Arrays.stream(outside)
                .map(core -> Arrays.stream(delaysHere[core]).min().orElse(Integer.MAX_VALUE))
                .toArray();
        this.longest = new long[wiring.size()];
        for (int core : own) {
            longest[core] = longestWindow(core);
        }
        for (int host = 0; host < hostCount; host++) {
            outgoing.add(new ArrayList<>());
        }
        this.owed = new boolean[hostCount];
        this.awaited = new boolean[hostCount];
        this.sent = new long[hostCount];
        this.received = new long[hostCount];
        this.reportedTick = from;
        this.leave = from;
        this.told = from;
    }

    private void findTargetsHere(int core) {
        int[] targets = wiring.targets()[core];
        int[] here = IntStream.range(0, targets.length)
                .filter(i -> isHere(targets[i]))
                .toArray();
        targetsHere[core] = Arrays.stream(here).map(i -> targets[i]).toArray();
        delaysHere[core] =
                Arrays.stream(here).map(i -> wiring.delays()[core][i]).toArray();
    }

    /**
     * A step, so that what the core reaches is not given more spikes than its queue holds in the cache; and no longer than the
     * look-ahead from cores on other hosts that it reaches itself. If it ran twice as far at once, those would wait meanwhile, then
     * run as far and let this one wait: hosts would run in turn, and stay so.
     */
    private long longestWindow(int core) {
        long longest = pace.stepTicks();
        int[] sources = wiring.sources()[core];
        for (int i = 0; i < sources.length; i++) {
            if (!isHere(sources[i]) && wiring.cycle()[sources[i]] == wiring.cycle()[core]) {
                longest = Math.min(longest, wiring.lookaheads()[core][i]);
            }
        }
        return longest;
    }

    /** Number of this host. */
    public int id() {
        return id;
    }

    private boolean isHere(int core) {
        return links.hostOf(core) == id;
    }

    /** Takes in what the conductor says. */
    public void receive(Leave next) {
        leave = Math.max(leave, next.until());
        quiet = Math.max(quiet, next.quiet());
        for (int core : outside) {
            horizon[core] = Math.max(horizon[core], quiet);
        }
    }

    /** Takes in what another host says. */
    public void receive(Mail mail) {
        received[mail.from()]++;
        owed[mail.from()] |= mail.worked();
        awaited[mail.from()] = false;
        int[] cores = links.reaching(mail.from(), id);
        for (int i = 0; i < cores.length; i++) {
            horizon[cores[i]] = Math.max(horizon[cores[i]], mail.horizons()[i]);
        }
        for (CoreSpikes spikes : mail.spikes()) {
            handOver(spikes);
        }
    }

    /**
     * Runs all windows that can be run, window by window for each core, and says what there is to say.
     *
     * @param output where mails and reports go
     */
    public void run(HostOutput output) {
        boolean moved = true;
        while (moved) {
            moved = round();
            if (worked) {
                tellNeighbours(output);
            }
            if (completed() - reportedTick >= pace.stepTicks() && completed() < leave) {
                report(false, output);
            }
        }
        if (completed() == leave && told < leave) {
            // Cores that had nothing to do have come here without a word, and others may wait for them.
            tellNeighbours(output);
        }
        for (int host = 0; host < hostCount; host++) {
            if (owed[host]) {
                tell(host, output);
            }
        }
        // Whoever has been told of work answers, so that this host is heard of again.
        if (!awaitsAnswer() || completed() == leave) {
            report(true, output);
        }
    }

    private boolean awaitsAnswer() {
        for (boolean answer : awaited) {
            if (answer) {
                return true;
            }
        }
        return false;
    }

    /** Takes every core to its bound, those first that reach others. Returns whether any has got further. */
    private boolean round() {
        long until = Math.min(leave, quietUntil());
        for (int core : own) {
            horizon[core] = Math.max(horizon[core], until);
        }
        boolean moved = false;
        for (int core : own) {
            long bound = bound(core);
            if (bound > horizon[core]) {
                if (ready[core] < bound) {
                    advance(core, bound);
                }
                horizon[core] = bound;
                moved = true;
            }
        }
        return moved;
    }

    /** A tick before which no core of this host has anything to do, and no spike of another host can arrive. */
    private long quietUntil() {
        long next = nextTick();
        for (int i = 0; i < outside.length; i++) {
            if (horizon[outside[i]] < next - outsideLookahead[i]) {
                next = horizon[outside[i]] + outsideLookahead[i];
            }
        }
        return Math.max(quiet, next);
    }

    private long nextTick() {
        long next = Long.MAX_VALUE;
        for (int core : own) {
            next = Math.min(next, ready[core]);
        }
        return next;
    }

    /**
     * The tick up to which a core may run, at most its longest window away. If it may not run, a tick that it has come to already.
     * Ticks are compared as differences, because a sum could overflow.
     */
    private long bound(int core) {
        int[] sources = wiring.sources()[core];
        int[] lookaheads = wiring.lookaheads()[core];
        long start = Math.max(horizon[core], ready[core]);
        long bound = leave - start > longest[core] ? start + longest[core] : leave;
        for (int i = 0; i < sources.length && bound > horizon[core]; i++) {
            if (horizon[sources[i]] < bound - lookaheads[i]) {
                bound = horizon[sources[i]] + lookaheads[i];
            }
        }
        return bound;
    }

    /** Has a core run all ticks before one, and passes its spikes on. */
    private void advance(int core, long until) {
        List<SpikeBatch> arrived = inboxes.get(core);
        if (!arrived.isEmpty()) {
            inboxes.set(core, new ArrayList<>());
        }
        WindowResult result = processes.get(core).advance(until, merger.joined(arrived));
        ready[core] = result.nextTick();
        worked = true;
        if (result.emitted().size() > 0) {
            CoreSpikes spikes = new CoreSpikes(core, result.emitted());
            unreported.add(spikes);
            handOver(spikes);
            for (int host = 0; host < hostCount; host++) {
                if (Arrays.binarySearch(links.reaching(id, host), core) >= 0) {
                    outgoing.get(host).add(spikes);
                }
            }
        }
    }

    /** Puts spikes into the inboxes of the cores here that they reach. */
    private void handOver(CoreSpikes spikes) {
        int[] targets = targetsHere[spikes.core()];
        int[] delays = delaysHere[spikes.core()];
        long first = spikes.spikes().tick(0);
        for (int i = 0; i < targets.length; i++) {
            inboxes.get(targets[i]).add(spikes.spikes());
            ready[targets[i]] = Math.min(ready[targets[i]], first + delays[i]);
        }
    }

    /** All cores of this host have run all ticks before this one. */
    private long completed() {
        long completed = leave;
        for (int core : own) {
            completed = Math.min(completed, horizon[core]);
        }
        return completed;
    }

    /** Tells every host that a core here reaches. */
    private void tellNeighbours(HostOutput output) {
        for (int host = 0; host < hostCount; host++) {
            if (links.reaching(id, host).length > 0) {
                awaited[host] |= worked && links.reaching(host, id).length > 0;
                tell(host, output);
            }
        }
        worked = false;
        if (completed() == leave) {
            told = leave;
        }
    }

    private void tell(int host, HostOutput output) {
        owed[host] = false;
        int[] outwards = links.reaching(id, host);
        if (outwards.length > 0) {
            long[] horizons = new long[outwards.length];
            for (int i = 0; i < horizons.length; i++) {
                horizons[i] = horizon[outwards[i]];
            }
            sent[host]++;
            output.send(host, new Mail(id, worked, horizons, outgoing.get(host)));
            outgoing.set(host, new ArrayList<>());
        }
    }

    private void report(boolean waiting, HostOutput output) {
        reportedTick = completed();
        output.report(new Report(id, reportedTick, waiting, nextTick(), sent.clone(), received.clone(), unreported));
        unreported = new ArrayList<>();
    }
}
