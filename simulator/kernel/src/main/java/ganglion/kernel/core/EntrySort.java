package ganglion.kernel.core;

import java.util.Arrays;

/**
 * Sorts the entries of a slot. Two ascending runs, such as a core's own entries and those of one other core, are merged. Other
 * entries, if there are many, are sorted by counting, eight bits at a time and only in the bits in which they differ, in time
 * proportional to their number; few are left to the library, whose start-up is cheaper.
 *
 * <p>Sorting by counting is stable, which it must be to work digit by digit. Keeps its scratch arrays, so that a run
 * allocates nothing once they have grown.
 */
final class EntrySort {

    /** Below this number of entries, clearing and summing the counts costs more than it saves. */
    private static final int FEWEST_TO_COUNT = 64;

    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Where the next entry of each digit goes. */
    private final int[] next = new int[DIGITS + 1];

    private long[] spare = new long[0];

    /** Sorts numbers that are not negative, in the range from {@code from} to {@code to}, exclusive. */
    void sort(long[] entries, int from, int to) {
        int count = to - from;
        int middle = endOfRun(entries, from, to);
        if (endOfRun(entries, middle, to) == to) {
            merge(entries, from, middle, to);
            return;
        }
        if (count < FEWEST_TO_COUNT) {
            Arrays.sort(entries, from, to);
            return;
        }
        makeRoom(count);
        long differing = 0;
        for (int i = from + 1; i < to; i++) {
            differing |= entries[i] ^ entries[from];
        }
        for (int shift = 0; shift < Long.SIZE && differing >>> shift != 0; shift += DIGIT_BITS) {
            if ((differing >>> shift & DIGITS - 1) != 0) {
                sortByDigit(entries, from, count, shift);
            }
        }
    }

    private void makeRoom(int count) {
        if (spare.length < count) {
            spare = new long[count + (count >> 1)];
        }
    }

    /** The position of the first entry that is smaller than the one before it; the end if there is none. */
    private static int endOfRun(long[] entries, int from, int to) {
        int end = Math.min(from + 1, to);
        while (end < to && entries[end - 1] <= entries[end]) {
            end++;
        }
        return end;
    }

    /** Merges two ascending runs that follow each other. */
    private void merge(long[] entries, int from, int middle, int to) {
        int left = middle - from;
        makeRoom(left);
        System.arraycopy(entries, from, spare, 0, left);
        int first = 0;
        int second = middle;
        int next = from;
        while (first < left && second < to) {
            entries[next++] = spare[first] <= entries[second] ? spare[first++] : entries[second++];
        }
        // What is left of the second run is in its place.
        System.arraycopy(spare, first, entries, next, left - first);
    }

    /** Sorts by one digit and keeps the order of entries that agree in it. */
    private void sortByDigit(long[] entries, int from, int count, int shift) {
        System.arraycopy(entries, from, spare, 0, count);
        Arrays.fill(next, 0);
        for (int i = 0; i < count; i++) {
            next[(int) (spare[i] >>> shift & DIGITS - 1) + 1]++;
        }
        next[0] = from;
        for (int digit = 0; digit < DIGITS; digit++) {
            next[digit + 1] += next[digit];
        }
        for (int i = 0; i < count; i++) {
            entries[next[(int) (spare[i] >>> shift & DIGITS - 1)]++] = spare[i];
        }
    }
}
