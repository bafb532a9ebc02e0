package ganglion.hardware.placement;

import ganglion.kernel.network.StoredSynapses;
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

    /** Entries of {@link TargetWords} of successive sources while they are read. For one thread. */
    private static final class EntryRows implements StoredSynapses.PieceConsumer {

        /** Number of synapses after which a projection may turn out too scattered. */
        private static final int TRIAL = 4096;

        /** Of which a row is being read. */
        private StoredSynapses synapses;

        private final int firstTarget;
        private int[] targets = new int[0];
        private int[] word = new int[TRIAL];
        private long[] mask = new long[TRIAL];
        private int[] delayTicks = new int[0];
        private int entries;

        /** Delay of all entries so far; 0 if they differ, -1 if there are none. */
        private int commonDelayTicks = -1;

        private boolean scattered;

        private EntryRows(int firstTarget) {
            this.firstTarget = firstTarget;
        }

        /**
         * Reads some rows.
         *
         * @param rowEntries receives the number of entries of each source, at the position after that of the source
         */
        static EntryRows of(Synapses synapses, int firstTarget, int fromSource, int untilSource, int[] rowEntries) {
            EntryRows rows = new EntryRows(firstTarget);
            List<StoredSynapses> parts = synapses.within(0, synapses.targetSize());
            long seen = 0;
            for (int source = fromSource; source < untilSource && !rows.scattered; source++) {
                int before = rows.entries;
                for (StoredSynapses part : parts) {
                    rows.synapses = part;
                    part.forEachPiece(source, 0, synapses.targetSize(), rows);
                }
                rowEntries[source + 1] = rows.entries - before;
                seen += synapses.outDegree(source);
                rows.scattered = 2L * rows.entries > seen && (seen >= TRIAL || source == untilSource - 1);
            }
            return rows;
        }

        /** Whether words hold so few targets each that they save nothing; the rows are not complete then. */
        boolean isScattered() {
            return scattered;
        }

        /** Delay of all entries of successive parts; 0 if they differ. */
        static int commonDelayTicks(List<EntryRows> parts) {
            int[] delays = parts.stream()
                    .mapToInt(part -> part.commonDelayTicks)
                    .filter(delay -> delay >= 0)
                    .distinct()
                    .toArray();
            return delays.length == 0 ? 1 : delays.length == 1 ? delays[0] : 0;
        }

        int entries() {
            return entries;
        }

        /** @param delays of each entry; null if all are the same */
        void copyTo(int[] words, long[] masks, int[] delays, int at) {
            System.arraycopy(word, 0, words, at, entries);
            System.arraycopy(mask, 0, masks, at, entries);
            if (delays != null && commonDelayTicks > 0) {
                Arrays.fill(delays, at, at + entries, commonDelayTicks);
            } else if (delays != null) {
                System.arraycopy(delayTicks, 0, delays, at, entries);
            }
        }

        /** Turns synapses of one row and one delay, in ascending order of target, into entries. */
        @Override
        public void accept(int delay, int position, int count) {
            if (count > targets.length) {
                targets = new int[2 * count];
            }
            synapses.listTargets(position, count, firstTarget, targets, 0);
            ensureRoomFor(count);
            int before = entries;
            entries = addWords(targets, count, word, mask, before);
            noteDelay(delay, before);
        }

        /** Adds entries at a position and returns the position after them. */
        private static int addWords(int[] targets, int count, int[] word, long[] mask, int at) {
            int next = at;
            int current = targets[0] >> 6;
            long bits = 0;
            for (int i = 0; i < count; i++) {
                int target = targets[i];
                long bit = 1L << target;
                if (target >> 6 != current || (bits & bit) != 0) {
                    word[next] = current;
                    mask[next++] = bits;
                    current = target >> 6;
                    bits = 0;
                }
                bits |= bit;
            }
            word[next] = current;
            mask[next++] = bits;
            return next;
        }

        /** Delays are kept one by one only once two have been seen. */
        private void noteDelay(int delay, int before) {
            if (commonDelayTicks < 0) {
                commonDelayTicks = delay;
            } else if (commonDelayTicks > 0 && commonDelayTicks != delay) {
                delayTicks = new int[word.length];
                Arrays.fill(delayTicks, 0, before, commonDelayTicks);
                commonDelayTicks = 0;
            }
            if (commonDelayTicks == 0) {
                Arrays.fill(delayTicks, before, entries, delay);
            }
        }

        private void ensureRoomFor(int more) {
            if (entries + more > word.length) {
                int capacity = Math.max(entries + more, entries + (entries >> 1));
                word = Arrays.copyOf(word, capacity);
                mask = Arrays.copyOf(mask, capacity);
                if (commonDelayTicks == 0) {
                    delayTicks = Arrays.copyOf(delayTicks, capacity);
                }
            }
        }
    }
}
