package ganglion.kernel.core;

import java.util.Arrays;

/**
 * The row groups of a core: for each when it is taken up, the position and number of its synapses, and its inlet. The four fields
 * of a group are stored side by side, because a core looks at all four of a few groups that lie far apart: one cache
 * line per group instead of four.
 */
final class RowGroups {

    private static final int DELAY = 0;
    private static final int START = 1;
    private static final int LENGTH = 2;
    private static final int INLET = 3;
    private static final int FIELDS = 4;

    /** Most groups whose fields fit into one array. */
    private static final int MOST_GROUPS = 1 << 28;

    private int[] fields = new int[16 * FIELDS];
    private int size;

    /** @throws IllegalArgumentException if there are more than one core can hold */
    void add(int delayTicks, int start, int length, int inlet) {
        if (size == fields.length) {
            grow();
        }
        fields[size + DELAY] = delayTicks;
        fields[size + START] = start;
        fields[size + LENGTH] = length;
        fields[size + INLET] = inlet;
        size += FIELDS;
    }

    /** Grows by half, up to the largest number of groups. */
    private void grow() {
        int groups = count();
        if (groups == MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "more than " + MOST_GROUPS + " rows of synapses end on one core; use more threads");
        }
        fields = Arrays.copyOf(fields, FIELDS * Math.min(MOST_GROUPS, groups + (groups >> 1)));
    }

    /** The same without room for more. */
    RowGroups trimmed() {
        fields = Arrays.copyOf(fields, size);
        return this;
    }

    /** Number of groups. */
    int count() {
        return size / FIELDS;
    }

    /** After how many ticks a row group is taken up: its delay, unless it is taken up ahead of it. */
    int delayTicks(int group) {
        return fields[group * FIELDS + DELAY];
    }

    /** Position of the first synapse in its projection. */
    int start(int group) {
        return fields[group * FIELDS + START];
    }

    /** Number of synapses. */
    int length(int group) {
        return fields[group * FIELDS + LENGTH];
    }

    /** Index of the inlet that a group belongs to. */
    int inlet(int group) {
        return fields[group * FIELDS + INLET];
    }
}
