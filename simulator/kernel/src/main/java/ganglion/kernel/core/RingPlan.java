package ganglion.kernel.core;

import java.util.Arrays;

/**
 * Decides which rows of a core are added to an {@link InputRing} as a whole, ahead of their ticks: rows with several
 * delays each, without plasticity, that end on neurons which add up all their input exactly, if the ring stays small.
 *
 * <p>Exactness is the condition that matters. A ring receives weights when the first of them is due, hence in another
 * order than the canonical one, and mixes with rows that are queued. Only where every order gives the same bits ({@link
 * ExactSums}) may this be done. One inexact projection therefore rules out the ring for its whole target group.
 *
 * <p>The other conditions are about speed: a ring saves queue entries, which pays off only where a row has several
 * delays, and it must stay in the caches.
 */
final class RingPlan {

    /** Most bytes of the ring of one run of neurons; a larger one would not stay in the caches. */
    private static final long MOST_BYTES = 1 << 22;

    /** Bytes of a ring per synapse that uses it, so that it adds little to the memory per synapse. */
    private static final int MOST_BYTES_A_SYNAPSE = 1;

    /** Above this number of row groups per row, one queue entry per spike is cheaper than one per group. */
    private static final int FEWEST_GROUPS_A_ROW = 3;

    private final Inlet[] inlets;
    private final RowGroups groups;
    private final int[] firstGroup;
    private final HostedGroup[] hosts;

    /** For each inlet whether it goes to a ring. */
    private final boolean[] takes;

    private final InputRing[] rings;
    private int slots = 1;

    /**
     * @param groups row groups in canonical order
     * @param firstGroup first row group of each source, and the end of the last
     */
    RingPlan(Inlet[] inlets, RowGroups groups, int[] firstGroup, HostedGroup[] hosts) {
        this.inlets = inlets;
        this.groups = groups;
        this.firstGroup = firstGroup;
        this.hosts = hosts;
        this.takes = new boolean[inlets.length];
        this.rings = new InputRing[hosts.length];
        takeRowsOfManyDelays();
        if (takesAny()) {
            leaveOut(hostsThatAreInexact());
        }
        if (takesAny()) {
            // A power of two above the longest span. Slots are reused by tick modulo their number: with fewer, the last
            // weights of a row would land on the tick being run.
            long ticks = Long.highestOneBit(2 * longestSpan() + 1);
            leaveOut(hostsWithoutRoom(ticks));
            slots = takesAny() ? (int) ticks : 1;
            makeRings();
        }
    }

    /** Number of slots of each ring. */
    int slots() {
        return slots;
    }

    /** The ring of each run of hosted neurons; null where it has none. */
    InputRing[] rings() {
        return rings;
    }

    /** Whether the rows of an inlet go to a ring. */
    boolean takes(int inlet) {
        return takes[inlet];
    }

    /** Whether the rows of any inlet go to a ring. */
    boolean takesAny() {
        for (boolean taken : takes) {
            if (taken) {
                return true;
            }
        }
        return false;
    }

    /** Takes back the choice of all inlets that end on some hosts. */
    private void leaveOut(boolean[] hostsToLeaveOut) {
        for (int inlet = 0; inlet < takes.length; inlet++) {
            takes[inlet] &= !hostsToLeaveOut[inlets[inlet].host()];
        }
    }

    /** Chooses the inlets whose rows have enough delays on average, and whose targets may have a ring. */
    private void takeRowsOfManyDelays() {
        int[] rows = new int[inlets.length];
        int[] pieces = new int[inlets.length];
        for (int position = 0; position + 1 < firstGroup.length; position++) {
            int previous = -1;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                int inlet = groups.inlet(group);
                rows[inlet] += inlet == previous ? 0 : 1;
                pieces[inlet]++;
                previous = inlet;
            }
        }
        for (int inlet = 0; inlet < takes.length; inlet++) {
            Inlet from = inlets[inlet];
            takes[inlet] = from.synapses().bitsBelowDelay() > 0
                    && from.plastic() == null
                    && hosts[from.host()].mayHaveRing()
                    && pieces[inlet] >= (long) FEWEST_GROUPS_A_ROW * rows[inlet];
        }
    }

    /**
     * The hosts whose sums depend on the order. Looks at all weights that end on a host, also those that stay in the
     * queue: they are added to the same sums.
     */
    private boolean[] hostsThatAreInexact() {
        boolean[] inexact = new boolean[hosts.length];
        Arrays.fill(inexact, true);
        ExactSums[] sums = new ExactSums[hosts.length];
        for (int inlet = 0; inlet < takes.length; inlet++) {
            if (takes[inlet]) {
                int host = inlets[inlet].host();
                sums[host] = new ExactSums(hosts[host].size);
                inexact[host] = false;
            }
        }
        for (Inlet from : inlets) {
            inexact[from.host()] |= from.plastic() != null;
        }
        IntList targets = new IntList();
        for (int group = 0; group < groups.count(); group++) {
            Inlet from = inlets[groups.inlet(group)];
            if (!inexact[from.host()]) {
                add(from, groups.start(group), groups.length(group), targets, sums[from.host()]);
            }
        }
        for (int host = 0; host < inexact.length; host++) {
            inexact[host] |= sums[host] == null || !sums[host].areExact();
        }
        return inexact;
    }

    /** Takes in the weights of one row group. */
    private static void add(Inlet from, int start, int length, IntList targets, ExactSums sums) {
        targets.clear();
        int[] list = targets.reserve(length);
        from.synapses().listTargets(start, length, -from.firstTarget(), list, 0);
        for (int i = 0; i < length; i++) {
            sums.add(from.synapses().weightAt(start + i), list[i]);
        }
    }

    /**
     * The largest difference, over all sources, between the delays of what goes to rings: a spike is taken up when its
     * first weight is due, so that only the difference decides how far ahead a ring must reach.
     */
    private long longestSpan() {
        long longest = 0;
        for (int position = 0; position + 1 < firstGroup.length; position++) {
            int smallest = Integer.MAX_VALUE;
            int largest = 0;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                if (takes[groups.inlet(group)]) {
                    smallest = Math.min(smallest, groups.delayTicks(group));
                    largest = Math.max(largest, groups.delayTicks(group));
                }
            }
            longest = Math.max(longest, (long) largest - smallest);
        }
        return longest;
    }

    /** The hosts whose ring would be too large, alone or for the number of synapses that use it. */
    private boolean[] hostsWithoutRoom(long ticks) {
        long[] synapses = new long[hosts.length];
        for (int group = 0; group < groups.count(); group++) {
            synapses[inlets[groups.inlet(group)].host()] += takes[groups.inlet(group)] ? groups.length(group) : 0;
        }
        boolean[] without = new boolean[hosts.length];
        for (Inlet from : inlets) {
            long room = Math.min(MOST_BYTES, MOST_BYTES_A_SYNAPSE * synapses[from.host()]);
            without[from.host()] |=
                    ticks > room / Double.BYTES >> from.synapses().bitsBelowDelay();
        }
        return without;
    }

    /** One ring per host; all inlets of a host share it, since they share its sums. */
    private void makeRings() {
        for (int inlet = 0; inlet < takes.length; inlet++) {
            int host = inlets[inlet].host();
            if (takes[inlet] && rings[host] == null) {
                rings[host] =
                        new InputRing(slots, inlets[inlet].synapses().bitsBelowDelay(), hosts[host].fewestForAll());
            }
        }
    }
}
