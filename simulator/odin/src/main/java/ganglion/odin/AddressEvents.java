package ganglion.odin;

import java.util.Arrays;

/**
 * A list of events on a bus: cycles of the clock with the address that the bus carries. It grows by doubling, so that a run into a list
 * that was used before allocates nothing. Not thread safe.
 */
public final class AddressEvents {

    private static final int FIRST_CAPACITY = 64;

    private long[] cycles = new long[FIRST_CAPACITY];

    private int[] addresses = new int[FIRST_CAPACITY];

    private int size;

    /**
     * Appends an event.
     *
     * @param cycle at least that of the event before
     * @param address what the bus carries, at least 0
     * @throws IllegalArgumentException if the cycle lies before the last one, or a number is negative
     */
    public void add(long cycle, int address) {
        long last = size == 0 ? 0 : cycles[size - 1];
        if (cycle < last || address < 0) {
            throw new IllegalArgumentException("event " + size + ": found cycle " + cycle + " and address " + address
                    + ", expected a cycle of at least " + last + " and an address of at least 0");
        }
        if (size == cycles.length) {
            cycles = Arrays.copyOf(cycles, 2 * size);
            addresses = Arrays.copyOf(addresses, 2 * size);
        }
        cycles[size] = cycle;
        addresses[size] = address;
        size++;
    }

    /** Removes all events, and keeps the room for as many. */
    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /**
     * The cycle of an event.
     *
     * @param index from 0, below {@link #size()}
     */
    public long cycle(int index) {
        return cycles[index];
    }

    /**
     * The address of an event.
     *
     * @param index from 0, below {@link #size()}
     */
    public int address(int index) {
        return addresses[index];
    }
}
