package ganglion.hardware.placement;

import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.Arrays;
import java.util.List;

/**
 * The targets of each source of a projection as bits of words, by network-wide number. One step counts or marks up to
 * 64 of them. An entry holds targets of one word that are reached with one delay; of two synapses between the same neurons
 * with the same delay, each has its own entry, so that bits are as many as synapses. Immutable.
 */
public final class TargetWords {

    private final int[] rowStart;
    private final int[] word;
    private final long[] mask;
    private final int[] delayTicks;

    /** Delay of all entries; 0 if they differ. */
    private final int commonDelayTicks;

    private TargetWords(int[] rowStart, List<EntryRows> parts, int commonDelayTicks) {
        int entries = rowStart[rowStart.length - 1];
        this.rowStart = rowStart;
        this.commonDelayTicks = commonDelayTicks;
        this.word = new int[entries];
        this.mask = new long[entries];
        this.delayTicks = commonDelayTicks > 0 ? null : new int[entries];
        int next = 0;
        for (EntryRows part : parts) {
            part.copyTo(word, mask, delayTicks, next);
            next += part.entries();
        }
    }

    /**
     * The targets of a projection; null if they are so scattered that visiting synapses one by one is as fast.
     *
     * @param firstTarget network-wide number of the first neuron of the target population
     * @param runner reads several parts of the sources at the same time
     */
    static TargetWords of(Synapses synapses, int firstTarget, TaskRunner runner) {
        int sources = synapses.sourceSize();
        int[] rowStart = new int[sources + 1];
        int parts = Math.max(1, Math.min(runner.parallelism(), sources));
        EntryRows[] rows = new EntryRows[parts];
        runner.run(parts, part -> {
            int from = (int) ((long) sources * part / parts);
            int until = (int) ((long) sources * (part + 1) / parts);
            rows[part] = EntryRows.of(synapses, firstTarget, from, until, rowStart);
        });
        if (Arrays.stream(rows).anyMatch(EntryRows::isScattered)) {
            return null;
        }
        int commonDelayTicks = EntryRows.commonDelayTicks(List.of(rows));
        for (int source = 0; source < sources; source++) {
            rowStart[source + 1] += rowStart[source];
        }
        return new TargetWords(rowStart, List.of(rows), commonDelayTicks);
    }

    /** The first entry of a source; for the source after the last, the number of entries. */
    public int first(int source) {
        return rowStart[source];
    }

    /** Number of the word of an entry: that of its neurons, divided by 64. */
    public int word(int entry) {
        return word[entry];
    }

    /** Bit {@code n % 64} for each neuron {@code n} of an entry. */
    public long mask(int entry) {
        return mask[entry];
    }

    /** Delay of the synapses of an entry. */
    public int delayTicks(int entry) {
        return delayTicks == null ? commonDelayTicks : delayTicks[entry];
    }

    /** Delay of all synapses, in ticks; 0 if they have different ones. */
    public int commonDelayTicks() {
        return commonDelayTicks;
    }

    /** Marks all targets of a source in a set of neurons. */
    public void mark(int source, long[] set) {
        int end = rowStart[source + 1];
        for (int i = rowStart[source]; i < end; i++) {
            set[word[i]] |= mask[i];
        }
    }
}
