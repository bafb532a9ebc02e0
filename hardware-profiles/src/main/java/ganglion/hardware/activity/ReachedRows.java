package ganglion.hardware.activity;

import ganglion.hardware.placement.TargetWords;

/**
 * The neurons that each source of a population reaches after one delay, as rows of bits side by side: two thirds of the memory of the
 * words of a projection where most words hold a target, and several projections in one row. Immutable.
 */
final class ReachedRows {

    private final int firstWord;
    private final int width;
    private final long[] bits;

    private ReachedRows(int sources, int firstWord, int width) {
        this.firstWord = firstWord;
        this.width = width;
        this.bits = new long[sources * width];
    }

    /** The rows of a projection, if rows take no more than twice the words that hold a target; null if they do. */
    static ReachedRows of(TargetWords words, int sources) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        int entries = words.first(sources);
        for (int entry = 0; entry < entries; entry++) {
            first = Math.min(first, words.word(entry));
            last = Math.max(last, words.word(entry));
        }
        if ((long) sources * (last - first + 1) > 2L * entries) {
            return null;
        }
        ReachedRows rows = new ReachedRows(sources, first, last - first + 1);
        for (int source = 0; source < sources; source++) {
            for (int entry = words.first(source); entry < words.first(source + 1); entry++) {
                rows.bits[source * rows.width + words.word(entry) - first] |= words.mask(entry);
            }
        }
        return rows;
    }

    /** Marks the targets of a source. */
    void mark(int source, long[] set) {
        int row = source * width;
        for (int i = 0; i < width; i++) {
            set[firstWord + i] |= bits[row + i];
        }
    }

    /** Marks the targets of two sources, which reads and writes the set once. */
    void mark(int one, int other, long[] set) {
        int row = one * width;
        int second = other * width;
        for (int i = 0; i < width; i++) {
            set[firstWord + i] |= bits[row + i] | bits[second + i];
        }
    }
}
