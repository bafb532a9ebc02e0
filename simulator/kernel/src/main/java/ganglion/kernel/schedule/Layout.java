package ganglion.kernel.schedule;

import ganglion.kernel.core.LogicalProcess;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which host has which core: what all hosts of a run must agree on, wherever they are. Immutable; safe to share between
 * threads.
 */
public final class Layout {

    private final Wiring wiring;
    private final Links links;
    private final Pace pace;

    /**
     * @param hostOf number of the host of each core
     * @param hostCount number of hosts, at least 1; they are numbered from 0
     */
    public Layout(Wiring wiring, int[] hostOf, int hostCount) {
        this(wiring, hostOf, hostCount, Pace.of(wiring));
    }

    Layout(Wiring wiring, int[] hostOf, int hostCount, Pace pace) {
        this.wiring = wiring;
        this.links = new Links(hostOf, hostCount, wiring);
        this.pace = pace;
    }

    /**
     * Deals the cores out to hosts in turn, so that cores with successive numbers, which have like shares of the work, run at
     * the same time.
     *
     * @param count number of hosts, at least 1; no more are made than there are cores, and at least one
     */
    public static Layout inTurn(Wiring wiring, int count) {
        return inTurn(wiring, count, Pace.of(wiring));
    }

    static Layout inTurn(Wiring wiring, int count, Pace pace) {
        int hosts = Math.max(1, Math.min(count, wiring.size()));
        int[] hostOf =
                IntStream.range(0, wiring.size()).map(core -> core % hosts).toArray();
        return new Layout(wiring, hostOf, hosts, pace);
    }

    /** Number of hosts. */
    public int hostCount() {
        return links.hostCount();
    }

    /**
     * A host before its first leave.
     *
     * @param processes by number of core; only those of this host are touched, others may be null
     * @param from tick at which the run begins, or continues
     */
    public Host host(int id, List<? extends LogicalProcess> processes, long from) {
        return new Host(id, links, wiring, processes, from, pace);
    }

    /** All hosts, by number. */
    public List<Host> hosts(List<? extends LogicalProcess> processes, long from) {
        return IntStream.range(0, hostCount())
                .mapToObj(id -> host(id, processes, from))
                .toList();
    }
}
