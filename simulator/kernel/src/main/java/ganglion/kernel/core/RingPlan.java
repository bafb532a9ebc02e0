package ganglion.kernel.core;

import java.util.Arrays;

/**
 * Decides which rows of a core are added to an {@link InputRing} as a whole: those with several delays each, without
 * plasticity, that end on neurons which add up all their input exactly, if the ring stays small.
 */
final class RingPlan {

    /** Room for the ring of one run of neurons: beyond that it would not stay in the caches. */
    private static final long MOST_BYTES = 1 << 22;

    /** Room for a ring by the number of synapses that use it, so that memory a synapse hardly grows. */
    private static final int MOST_BYTES_A_SYNAPSE = 1;

    /** From so many row groups a row on, one entry a spike pays off against one a group. */
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

    boolean takesAny() {
        for (boolean taken : takes) {
            if (taken) {
                return true;
            }
        }
        return false;
    }

    private void leaveOut(boolean[] hostsToLeaveOut) {
        for (int inlet = 0; inlet < takes.length; inlet++) {
            takes[inlet] &= !hostsToLeaveOut[inlets[inlet].host()];
        }
    }

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

    private static void add(Inlet from, int start, int length, IntList targets, ExactSums sums) {
        targets.clear();
        int[] list = targets.reserve(length);
        from.synapses().listTargets(start, length, -from.firstTarget(), list, 0);
        for (int i = 0; i < length; i++) {
            sums.add(from.synapses().weightAt(start + i), list[i]);
        }
    }

    /** The largest difference between the delays of what a source sends to rings. */
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
