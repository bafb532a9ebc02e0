package ganglion.kernel.core;

import ganglion.kernel.network.Synapses;

/**
 * Decides which rows of a core are added to the {@link InputRing} as a whole: those of inlets without plasticity whose rows
 * have several delays each, where they end on neurons that add up all their input exactly, and if the ring stays small.
 */
final class RingPlan {

    /** Room for the ring. */
    private static final long MOST_BYTES = 1 << 22;

    private static final int MOST_SLOTS = 1 << 12;

    /** From so many row groups a row on, each as long as the next, one entry a spike pays off against one a group. */
    private static final int FEWEST_GROUPS = 2;

    private final Inlet[] inlets;
    private final RowGroups groups;
    private final int[] firstGroup;
    private final boolean[] takes;
    private int slots = 1;

    /**
     * @param groups row groups in canonical order
     * @param firstGroup first row group of each source, and the end of the last
     * @param inputCount number of inputs of the core
     */
    RingPlan(Inlet[] inlets, RowGroups groups, int[] firstGroup, int inputCount) {
        this.inlets = inlets;
        this.groups = groups;
        this.firstGroup = firstGroup;
        this.takes = rowsOfManyDelays();
        if (any(takes)) {
            leaveOutInexact();
        }
        if (any(takes)) {
            long needed = longestSpan() + 1;
            long rounded = Long.highestOneBit(2 * needed - 1);
            boolean fits = rounded <= MOST_SLOTS && rounded * inputCount * Double.BYTES <= MOST_BYTES;
            if (fits) {
                slots = (int) rounded;
            } else {
                java.util.Arrays.fill(takes, false);
            }
        }
    }

    /** Number of slots of the ring. */
    int slots() {
        return slots;
    }

    /** Whether the rows of an inlet go to the ring. */
    boolean takes(int inlet) {
        return takes[inlet];
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }

    private boolean[] rowsOfManyDelays() {
        long[] rows = new long[inlets.length];
        long[] pieces = new long[inlets.length];
        for (int position = 0; position + 1 < firstGroup.length; position++) {
            int previous = -1;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                int inlet = groups.inlet(group);
                rows[inlet] += inlet == previous ? 0 : 1;
                pieces[inlet] += groups.delayTicks(group) == IncomingRows.OWN_DELAYS ? groups.length(group) : 1;
                previous = inlet;
            }
        }
        boolean[] many = new boolean[inlets.length];
        for (int inlet = 0; inlet < many.length; inlet++) {
            many[inlet] = inlets[inlet].plastic() == null && rows[inlet] > 0 && pieces[inlet] >= FEWEST_GROUPS * rows[inlet];
        }
        return many;
    }

    private void leaveOutInexact() {
        ExactSums[] sums = new ExactSums[inlets.length];
        int hosts = 0;
        for (Inlet inlet : inlets) {
            hosts = Math.max(hosts, inlet.host() + 1);
        }
        boolean[] exact = new boolean[hosts];
        ExactSums[] byHost = new ExactSums[hosts];
        for (int inlet = 0; inlet < inlets.length; inlet++) {
            if (takes[inlet]) {
                exact[inlets[inlet].host()] = true;
                byHost[inlets[inlet].host()] = new ExactSums(inlets[inlet].endTarget() - inlets[inlet].firstTarget());
            }
        }
        for (Inlet inlet : inlets) {
            exact[inlet.host()] &= inlet.plastic() == null;
        }
        int[] targets = new int[0];
        for (int group = 0; group < groups.count(); group++) {
            Inlet inlet = inlets[groups.inlet(group)];
            if (exact[inlet.host()]) {
                int count = groups.length(group);
                if (targets.length < count) {
                    targets = new int[2 * count];
                }
                inlet.synapses().listTargets(groups.start(group), count, -inlet.firstTarget(), targets, 0);
                for (int i = 0; i < count; i++) {
                    byHost[inlet.host()].add(inlet.synapses().weightAt(groups.start(group) + i), targets[i]);
                }
            }
        }
        for (int inlet = 0; inlet < inlets.length; inlet++) {
            int host = inlets[inlet].host();
            takes[inlet] &= exact[host] && byHost[host].areExact();
        }
    }

    private long longestSpan() {
        long longest = 0;
        for (int position = 0; position + 1 < firstGroup.length; position++) {
            int smallest = Integer.MAX_VALUE;
            int largest = 0;
            for (int group = firstGroup[position]; group < firstGroup[position + 1]; group++) {
                if (takes[groups.inlet(group)]) {
                    smallest = Math.min(smallest, firstDelay(inlets, groups, group));
                    largest = Math.max(largest, lastDelay(inlets, groups, group));
                }
            }
            longest = Math.max(longest, (long) largest - smallest);
        }
        return longest;
    }

    /** The smallest delay within a row group. */
    static int firstDelay(Inlet[] inlets, RowGroups groups, int group) {
        int delay = groups.delayTicks(group);
        Synapses synapses = inlets[groups.inlet(group)].synapses();
        return delay == IncomingRows.OWN_DELAYS ? synapses.ownDelayTicks(groups.start(group)) : delay;
    }

    private static int lastDelay(Inlet[] inlets, RowGroups groups, int group) {
        int delay = groups.delayTicks(group);
        Synapses synapses = inlets[groups.inlet(group)].synapses();
        int last = groups.start(group) + groups.length(group) - 1;
        return delay == IncomingRows.OWN_DELAYS ? synapses.ownDelayTicks(last) : delay;
    }
}
