package ganglion.kernel.core;

import java.util.Arrays;

/**
 * A growing list of numbers that is cleared and reused, so that the loop over ticks allocates nothing and boxes
 * nothing. {@link #reserve} and {@link #extend} let inner loops write into the array directly.
 */
final class IntList {

    private int[] values = new int[64];
    private int size;

    /** Adds a number; amortised O(1). */
    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /**
     * Makes room for {@code count} more numbers.
     *
     * @return the array to write them into, from {@link #size} on; it replaces any array that was returned before
     */
    int[] reserve(int count) {
        if (size + count > values.length) {
            values = Arrays.copyOf(values, Math.max(2 * values.length, size + count));
        }
        return values;
    }

    /** Takes in numbers that were written into the {@link #reserve reserved} room. */
    void extend(int count) {
        size += count;
    }

    /** Adds all numbers of another list. */
    void addAll(IntList others) {
        System.arraycopy(others.values, 0, reserve(others.size), size, others.size);
        size += others.size;
    }

    /** The array that holds the numbers; valid until more are added. */
    int[] values() {
        return values;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** Forgets the numbers and keeps the room. */
    void clear() {
        size = 0;
    }

    /** A copy of the numbers, no longer than needed. */
    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
