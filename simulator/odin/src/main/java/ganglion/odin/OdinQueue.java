package ganglion.odin;

/**
 * A queue of either chip, as its {@code fifo.v} works: it counts its entries, whatever the number of places that store one.
 *
 * <p>Queues of ODIN's bursts (revision 17819318) have 4 places, with pointers of 5 bits all the same: entries that are pushed at pointers 4
 * to 31 are not stored. What is read there is undefined in the language of the hardware description; here it is the place that the lower
 * bits of the pointer give, as in Verilator and in a circuit of 4 registers.
 */
final class OdinQueue {

    private final int capacity;

    private final int[] places;

    /** The cycle for which the input was given that set off what a place holds. */
    private final long[] origins;

    private int read;

    private int size;

    /** An empty queue that counts a number of entries and has a number of places, each a power of 2. */
    OdinQueue(int capacity, int places) {
        this.capacity = capacity;
        this.places = new int[places];
        this.origins = new long[places];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == capacity;
    }

    /** Empties it; what its places hold stays. */
    void clear() {
        read = 0;
        size = 0;
    }

    /** Whether an entry pushed now would have a place that stores it. */
    boolean stores() {
        return (read + size & capacity - 1) < places.length;
    }

    /** What the queue shows: its oldest entry, or if it is empty what its memory holds there. */
    int front() {
        return places[read & places.length - 1];
    }

    /** The cycle of the input that set off {@link #front}. */
    long origin() {
        return origins[read & places.length - 1];
    }

    /** Appends an entry with the cycle of the input that set it off; the queue must not be full. */
    void push(int entry, long origin) {
        int write = read + size & capacity - 1;
        if (write < places.length) {
            places[write] = entry;
            origins[write] = origin;
        }
        size++;
    }

    /** Removes the oldest entry, if there is one. */
    void pop() {
        if (size > 0) {
            read = read + 1 & capacity - 1;
            size--;
        }
    }
}
