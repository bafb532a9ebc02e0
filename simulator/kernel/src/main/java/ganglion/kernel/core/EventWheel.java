package ganglion.kernel.core;

import java.util.Arrays;

/**
 * What is due in the future, as numbers ({@code id}) to be handed out tick by tick, in ascending order within a tick. A ring
 * of slots, each for a power of two of ticks; a bitmap tells which slots hold anything, so that stretches without events
 * are skipped 64 slots at a time. Adding and taking cost O(1), sorting what was not added in order included.
 */
final class EventWheel {

    private static final int ID_BITS = 31;

    /** Ids are below this number; room is left for the neurons that want to be visited again. */
    static final int MOST_IDS = 1 << 30;

    private static final int MOST_SLOTS = 1 << 16;

    private int slotCount;
    /** Each slot covers 2^shift ticks. */
    private int shift;

    /** Entries of a slot: (tick within the slot, id), packed so that their numeric order is the order of taking. */
    private long[][] entries;

    private int[] size;
    private int[] taken;
    private boolean[] sorted;
    private long[] occupied;
    private final EntrySort entrySort = new EntrySort();

    /** No entry is due before this tick. */
    private long now;

    /** @param slots first number of slots, a power of two not below 64; grows when an event lies further ahead */
    EventWheel(int slots) {
        allocate(slots);
    }

    private void allocate(int slots) {
        slotCount = slots;
        entries = new long[slots][];
        size = new int[slots];
        taken = new int[slots];
        sorted = new boolean[slots];
        occupied = new long[slots >> 6];
    }

    /** Adds an event at a tick not before the latest one taken. */
    void add(long tick, int id) {
        while ((tick >>> shift) - (now >>> shift) >= slotCount) {
            widen();
        }
        int slot = (int) (tick >>> shift) & slotCount - 1;
        long entry = (tick & (1L << shift) - 1) << ID_BITS | id;
        long[] slotEntries = entries[slot];
        int count = size[slot];
        if (slotEntries == null) {
            slotEntries = entries[slot] = new long[4];
        } else if (count == slotEntries.length) {
            slotEntries = entries[slot] = Arrays.copyOf(slotEntries, 2 * count);
        }
        if (count == taken[slot]) {
            sorted[slot] = true;
            occupied[slot >> 6] |= 1L << slot;
        } else if (slotEntries[count - 1] > entry) {
            sorted[slot] = false;
        }
        slotEntries[count] = entry;
        size[slot] = count + 1;
    }

    /** Tells that no event will be added before a tick, and that none is due before it. */
    void advanceTo(long tick) {
        now = Math.max(now, tick);
    }

    /** Takes events one by one. */
    @FunctionalInterface
    interface EventConsumer {

        void accept(long tick, int id);
    }

    /** Names all events that have not been taken, in any order. */
    void forEach(EventConsumer consumer) {
        for (int slot = 0; slot < slotCount; slot++) {
            for (int i = taken[slot]; i < size[slot]; i++) {
                consumer.accept(tickOf(slot, entries[slot][i]), (int) entries[slot][i] & Integer.MAX_VALUE);
            }
        }
    }

    /** The tick of the earliest event; {@link Long#MAX_VALUE} if there is none. */
    long nextTick() {
        int slot = firstOccupied();
        return slot < 0 ? Long.MAX_VALUE : tickOf(slot, firstEntry(slot));
    }

    /**
     * Takes all events of the earliest tick.
     *
     * @param ids receives their ids in ascending order
     */
    void takeNext(IntList ids) {
        int slot = firstOccupied();
        long first = firstEntry(slot);
        now = tickOf(slot, first);
        long[] slotEntries = entries[slot];
        int position = taken[slot];
        int end = size[slot];
        long tickInSlot = first >>> ID_BITS;
        do {
            ids.add((int) slotEntries[position++] & Integer.MAX_VALUE);
        } while (position < end && slotEntries[position] >>> ID_BITS == tickInSlot);
        if (position == end) {
            size[slot] = 0;
            taken[slot] = 0;
            occupied[slot >> 6] &= ~(1L << slot);
        } else {
            taken[slot] = position;
        }
    }

    private long firstEntry(int slot) {
        if (!sorted[slot]) {
            entrySort.sort(entries[slot], taken[slot], size[slot]);
            sorted[slot] = true;
        }
        return entries[slot][taken[slot]];
    }

    private long tickOf(int slot, long entry) {
        long currentSlot = now >>> shift;
        long ahead = slot - currentSlot & slotCount - 1;
        return (currentSlot + ahead << shift) + (entry >>> ID_BITS);
    }

    /** The occupied slot that comes first from {@link #now} on, or -1. */
    private int firstOccupied() {
        int start = (int) (now >>> shift) & slotCount - 1;
        int word = start >> 6;
        long bits = occupied[word] & -1L << start;
        for (int i = 0; i <= occupied.length; i++) {
            if (bits != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(bits);
            }
            word = word + 1 & occupied.length - 1;
            bits = occupied[word];
        }
        return -1;
    }

    /** Doubles the time that the wheel spans: by more slots while memory allows, then by longer slots. */
    private void widen() {
        long[][] oldEntries = entries;
        int[] oldSize = size;
        int[] oldTaken = taken;
        long[] ticks = new long[slotCount];
        for (int slot = 0; slot < slotCount; slot++) {
            ticks[slot] = tickOf(slot, 0);
        }
        if (slotCount < MOST_SLOTS) {
            allocate(2 * slotCount);
        } else {
            shift++;
            allocate(slotCount);
        }
        for (int slot = 0; slot < oldEntries.length; slot++) {
            for (int i = oldTaken[slot]; i < oldSize[slot]; i++) {
                long entry = oldEntries[slot][i];
                add(ticks[slot] + (entry >>> ID_BITS), (int) entry & Integer.MAX_VALUE);
            }
        }
    }
}
