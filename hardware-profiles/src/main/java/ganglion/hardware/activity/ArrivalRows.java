package ganglion.hardware.activity;

import ganglion.kernel.network.Synapses;

/**
 * The targets of each source as bits, so that one step marks up to 64 of them: what makes counting cheaper than delivering.
 * Where targets lie so scattered that this would not save work, synapses are walked through one by one.
 */
final class ArrivalRows implements ArrivalRule.Arrivals {

    private final int[] rowStart;
    private final int[] delayTicks;
    private final int[] word;
    private final long[] mask;

    private ArrivalRows(int sources, int entries) {
        rowStart = new int[sources + 1];
        delayTicks = new int[entries];
        word = new int[entries];
        mask = new long[entries];
    }

    /** @param spikes number of spikes that are going to be marked: few do not pay for a table */
    static ArrivalRule.Arrivals of(Synapses synapses, int firstTarget, int spikes) {
        long entries = fill(synapses, firstTarget, null);
        boolean pays = 2 * entries <= synapses.count() && spikes >= 2L * synapses.sourceSize();
        if (!pays) {
            return (rule, tick, source) -> markEach(rule, tick, synapses, source, firstTarget);
        }
        ArrivalRows rows = new ArrivalRows(synapses.sourceSize(), (int) entries);
        fill(synapses, firstTarget, rows);
        return rows;
    }

    /** Counts the entries, and writes them where there are rows to write them to. */
    private static long fill(Synapses synapses, int firstTarget, ArrivalRows rows) {
        int entries = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int word = -1;
            int delay = -1;
            int degree = synapses.outDegree(source);
            for (int i = 0; i < degree; i++) {
                int target = firstTarget + synapses.target(source, i);
                int delayTicks = synapses.delayTicks(source, i);
                if (target >> 6 != word || delayTicks != delay) {
                    word = target >> 6;
                    delay = delayTicks;
                    entries++;
                }
                if (rows != null) {
                    rows.word[entries - 1] = word;
                    rows.delayTicks[entries - 1] = delay;
                    rows.mask[entries - 1] |= 1L << target;
                }
            }
            if (rows != null) {
                rows.rowStart[source + 1] = entries;
            }
        }
        return entries;
    }

    @Override
    public void mark(ArrivalRule rule, long tick, int source) {
        int delay = -1;
        long[] set = null;
        for (int i = rowStart[source]; i < rowStart[source + 1]; i++) {
            if (delayTicks[i] != delay) {
                delay = delayTicks[i];
                set = rule.at(tick + delay);
            }
            set[word[i]] |= mask[i];
        }
    }

    private static void markEach(ArrivalRule rule, long tick, Synapses synapses, int source, int firstTarget) {
        int delay = -1;
        long[] set = null;
        int degree = synapses.outDegree(source);
        for (int i = 0; i < degree; i++) {
            if (synapses.delayTicks(source, i) != delay) {
                delay = synapses.delayTicks(source, i);
                set = rule.at(tick + delay);
            }
            int target = firstTarget + synapses.target(source, i);
            set[target >> 6] |= 1L << target;
        }
    }
}
