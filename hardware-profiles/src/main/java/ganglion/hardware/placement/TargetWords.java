package ganglion.hardware.placement;

import ganglion.kernel.network.Synapses;
import java.util.Arrays;

/**
 * The targets of each source of a projection as bits of words, by network-wide number. One step counts or marks up to
 * 64 of them. An entry holds targets of one word that are reached with one delay; of two synapses between the same neurons
 * with the same delay, each has its own entry, so that bits are as many as synapses. Immutable.
 */
public final class TargetWords {

    /** Number of synapses after which a projection may turn out too scattered. */
    private static final int TRIAL = 4096;

    private final int[] rowStart;
    private int[] word;
    private long[] mask;
    private int[] delayTicks;
    private int entries;

    /** Delay of all entries; 0 if they differ. */
    private int commonDelayTicks;

    private TargetWords(int sources) {
        rowStart = new int[sources + 1];
        word = new int[TRIAL];
        mask = new long[TRIAL];
        delayTicks = new int[TRIAL];
    }

    /**
     * The targets of a projection; null if they are so scattered that visiting synapses one by one is as fast.
     *
     * @param firstTarget network-wide number of the first neuron of the target population
     */
    static TargetWords of(Synapses synapses, int firstTarget) {
        TargetWords words = new TargetWords(synapses.sourceSize());
        Pieces pieces = words.new Pieces(synapses, firstTarget);
        long seen = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            synapses.forEachPiece(source, 0, synapses.targetSize(), pieces);
            words.rowStart[source + 1] = words.entries;
            seen += synapses.outDegree(source);
            if (2L * words.entries > seen && (seen >= TRIAL || seen == synapses.count())) {
                return null;
            }
        }
        words.close();
        return words;
    }

    /** Turns synapses of one row and one delay, in ascending order of target, into entries. */
    private final class Pieces implements Synapses.PieceConsumer {

        private final Synapses synapses;
        private final int firstTarget;
        private int[] targets = new int[0];

        Pieces(Synapses synapses, int firstTarget) {
            this.synapses = synapses;
            this.firstTarget = firstTarget;
        }

        @Override
        public void accept(int delay, int position, int count) {
            if (count > targets.length) {
                targets = new int[2 * count];
            }
            synapses.listTargets(position, count, firstTarget, targets, 0);
            ensureRoomFor(count);
            int current = targets[0] >> 6;
            long bits = 0;
            for (int i = 0; i < count; i++) {
                int next = targets[i] >> 6;
                long bit = 1L << targets[i];
                if (next != current || (bits & bit) != 0) {
                    addEntry(current, bits, delay);
                    current = next;
                    bits = 0;
                }
                bits |= bit;
            }
            addEntry(current, bits, delay);
        }
    }

    private void addEntry(int ofWord, long bits, int delay) {
        word[entries] = ofWord;
        mask[entries] = bits;
        delayTicks[entries++] = delay;
    }

    private void ensureRoomFor(int more) {
        if (entries + more > word.length) {
            int capacity = Math.max(entries + more, entries + (entries >> 1));
            word = Arrays.copyOf(word, capacity);
            mask = Arrays.copyOf(mask, capacity);
            delayTicks = Arrays.copyOf(delayTicks, capacity);
        }
    }

    private void close() {
        commonDelayTicks = entries == 0 ? 1 : delayTicks[0];
        for (int i = 1; i < entries; i++) {
            if (delayTicks[i] != commonDelayTicks) {
                commonDelayTicks = 0;
                break;
            }
        }
        word = Arrays.copyOf(word, entries);
        mask = Arrays.copyOf(mask, entries);
        delayTicks = commonDelayTicks > 0 ? null : Arrays.copyOf(delayTicks, entries);
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
