package ganglion.odin;

/**
 * A queue of ODIN's scheduler, as {@code fifo.v} (revision 17819318) works: it counts up to 32 entries, whatever the number of places that
 * store one.
 *
 * <p>The main queue has 32 places. Queues of bursts have 4, with pointers of 5 bits all the same: entries that are pushed at pointers 4 to
 * 31 are not stored. What is read there is undefined in the language of the hardware description; here it is the place that the lower bits
 * of the pointer give, as in Verilator and in a circuit of 4 registers.
 */
final class OdinQueue {

    /** Entries that it counts. */
    static final int CAPACITY = 32;

    private final int[] places;

    private int read;

    private int size;

    /** An empty queue with a number of places that is a power of 2. */
    OdinQueue(int places) {
        this.places = new int[places];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    /** Empties it; what its places hold stays. */
    void clear() {
        read = 0;
        size = 0;
    }

    /** Whether an entry pushed now would have a place that stores it. */
    boolean stores() {
        return (read + size & CAPACITY - 1) < places.length;
    }

    /** What the queue shows: its oldest entry, or if it is empty what its memory holds there. */
    int front() {
        return places[read & places.length - 1];
    }

    /** Appends an entry; the queue must not be full. */
    void push(int entry) {
        int write = read + size & CAPACITY - 1;
        if (write < places.length) {
            places[write] = entry;
        }
        size++;
    }

    /** Removes the oldest entry, if there is one. */
    void pop() {
        if (size > 0) {
            read = read + 1 & CAPACITY - 1;
            size--;
        }
    }
}
