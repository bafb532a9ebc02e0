package ganglion.kernel.connectivity;

/**
 * Writes the targets of neurons, which come one target after the other, into the rows of their sources. Written at once,
 * each would wait for a place in memory of its own: rows lie far apart, and there are more of them than the caches have
 * lines. So targets are collected in bins, one for some neighbouring sources, and a full bin is written together: its few
 * rows get several targets each, side by side. Within a row the order is that of adding. Not thread-safe; one per task.
 */
final class RowScatter {

    /** Rows of a bin: their ends fill half of a first-level cache of 32 KiB, and less than the table of pages. */
    private static final int ROWS_SHIFT = 8;

    /** Up to this many rows, the ends of all stay in a second-level cache, and bins gain nothing. */
    private static final int FEWEST_ROWS = 1 << 14;

    /** Most bins: the ends of all must stay in a second-level cache. Beyond, bins have more rows. */
    private static final int MOST_BINS = 1024;

    /** Targets collected per row of a bin: a cache line of 64 bytes. */
    private static final int TARGETS_PER_ROW = 16;

    /** Of this many synapses, bins hold one: they take 6 bytes for each, beside 4 for every synapse of the rows. */
    private static final int SYNAPSES_PER_BINNED = 16;

    /** For each source the place in {@link #targets} of the next target. */
    private final int[] next;

    private final int[] targets;

    /** A source's bin is its number without these bits. */
    private final int shift;

    /** Targets that a bin holds; 0 if they are written at once. */
    private final int capacity;

    private final int[] binned;

    /** Sources of the binned targets, counted from the first of the bin. */
    private final char[] sources;

    private final int[] sizes;

    /**
     * @param next for each source where its first target goes; advanced with each target that is written
     * @param targets the rows
     * @param tasks number of tasks that share the rows, each with bins of its own
     */
    RowScatter(int[] next, int[] targets, int tasks) {
        this.next = next;
        this.targets = targets;
        int rowsShift = ROWS_SHIFT;
        while (next.length - 1 >> rowsShift >= MOST_BINS) {
            rowsShift++;
        }
        this.shift = rowsShift;
        int bins = (next.length >> shift) + 1;
        long affordable = targets.length / ((long) SYNAPSES_PER_BINNED * tasks * bins);
        // Sources are counted in 16 bits; more than that many rows of a bin would not stay in a cache anyway.
        boolean useful = next.length > FEWEST_ROWS && shift < Character.SIZE && affordable >= 1L << shift;
        this.capacity = useful ? (int) Math.min(affordable, (long) TARGETS_PER_ROW << shift) : 0;
        this.binned = new int[bins * capacity];
        this.sources = new char[bins * capacity];
        this.sizes = new int[bins];
    }

    /** Adds a target to the row of each of some sources. */
    void add(int target, Partners from) {
        if (capacity == 0) {
            for (int i = 0; i < from.size(); i++) {
                targets[next[from.get(i)]++] = target;
            }
            return;
        }
        for (int i = 0; i < from.size(); i++) {
            int source = from.get(i);
            int bin = source >> shift;
            int place = bin * capacity + sizes[bin];
            binned[place] = target;
            sources[place] = (char) (source - (bin << shift));
            if (++sizes[bin] == capacity) {
                write(bin);
            }
        }
    }

    /** Writes what is still in the bins. */
    void finish() {
        for (int bin = 0; bin < sizes.length; bin++) {
            write(bin);
        }
    }

    private void write(int bin) {
        int first = bin << shift;
        int start = bin * capacity;
        for (int i = start; i < start + sizes[bin]; i++) {
            targets[next[first + sources[i]]++] = binned[i];
        }
        sizes[bin] = 0;
    }
}
