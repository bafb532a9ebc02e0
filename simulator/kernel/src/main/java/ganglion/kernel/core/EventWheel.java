package ganglion.kernel.core;

import java.util.Arrays;

/**
 * What is due in the future, as numbers ({@code id}) that are handed out tick by tick, within a tick in ascending order of
 * what they were given ({@code order}), and of the numbers themselves. A ring of slots, each for a power of two of ticks; a bitmap marks the occupied slots, so that stretches without
 * events are skipped 64 slots at a time. Adding and taking cost O(1), sorting what was not added in order included.
 *
 * <p>The order within a tick is a promise that the engine's determinism rests on: it is the canonical order, so that the
 * sums of a tick come out the same whatever the order in which spikes arrived. Entries are packed into one {@code long}
 * whose numeric order is that order. Most are added in order already; a slot is sorted only when
 * it is first looked at, and only if one was not.
 *
 * <p>Ticks may be any {@code long} from 0 on. Compared are differences of slots, never sums of ticks, so that nothing
 * overflows near {@link Long#MAX_VALUE}, which itself stands for "never".
 *
 * <p>Not thread-safe. Allocates only while it grows.
 */
final class EventWheel {

    /** Beyond this number, slots get longer instead of more: the table of slots must not outgrow the caches. */
    private static final int MOST_SLOTS = 1 << 16;

    /** Bits of an entry that hold its id. */
    private final int idBits;

    /** Bits of an entry that hold its order and, below, its id. */
    private final int keyBits;

    /** Number of slots, a power of two from 64 on. */
    private int slotCount;
    /** Each slot covers 2^shift ticks. */
    private int shift;

    /** Entries of a slot: (tick within the slot, order, id), packed so that their numeric order is that of taking. */
    private long[][] entries;

    private int[] size;
    /** For each slot how many of its entries have been taken: a slot of several ticks is taken tick by tick. */
    private int[] taken;
    /** For each slot whether the entries that are left are in ascending order. */
    private boolean[] sorted;
    /** One bit per slot, set while it holds anything. */
    private long[] occupied;

    private final EntrySort entrySort = new EntrySort();

    /** No entry is due before this tick. */
    private long now;

    /**
     * @param slots first number of slots, a power of two not below 64; grows when an event lies further ahead
     * @param lastOrder the largest order of an event; the smallest is 0
     * @param ids number of ids; they start from 0
     */
    EventWheel(int slots, int lastOrder, int ids) {
        idBits = Integer.SIZE - Integer.numberOfLeadingZeros(ids);
        keyBits = idBits + Integer.SIZE - Integer.numberOfLeadingZeros(lastOrder);
        allocate(slots);
    }

    /** Makes an empty ring. Slots get their arrays when something is first due in them. */
    private void allocate(int slots) {
        slotCount = slots;
        entries = new long[slots][];
        size = new int[slots];
        taken = new int[slots];
        sorted = new boolean[slots];
        occupied = new long[slots >> 6];
    }

    /** Adds an event at a tick not before the latest one taken. */
    void add(long tick, int order, int id) {
        while ((tick >>> shift) - (now >>> shift) >= slotCount) {
            widen();
        }
        add(tick, (long) order << idBits | id);
    }

    private void add(long tick, long key) {
        int slot = (int) (tick >>> shift) & slotCount - 1;
        long entry = (tick & (1L << shift) - 1) << keyBits | key;
        long[] slotEntries = entries[slot];
        int count = size[slot];
        if (slotEntries == null) {
            slotEntries = entries[slot] = new long[4];
        } else if (count == slotEntries.length) {
            slotEntries = entries[slot] = Arrays.copyOf(slotEntries, 2 * count);
        }
        // The slot was empty: one entry is in order by itself.
        if (count == taken[slot]) {
            sorted[slot] = true;
            occupied[slot >> 6] |= 1L << slot;
        } else if (slotEntries[count - 1] > entry) {
            sorted[slot] = false;
        }
        slotEntries[count] = entry;
        size[slot] = count + 1;
    }

    /** States that no event will be added before a tick, and that none is due before it. Never goes back. */
    void advanceTo(long tick) {
        now = Math.max(now, tick);
    }

    private int id(long entry) {
        return (int) entry & (1 << idBits) - 1;
    }

    /** Takes events one by one. */
    @FunctionalInterface
    interface EventConsumer {

        void accept(long tick, int id);
    }

    /** Passes on all events that have not been taken, in any order: for checkpoints. */
    void forEach(EventConsumer consumer) {
        for (int slot = 0; slot < slotCount; slot++) {
            for (int i = taken[slot]; i < size[slot]; i++) {
                consumer.accept(tickOf(slot, entries[slot][i]), id(entries[slot][i]));
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
     * @param ids receives their ids, in ascending order of (order, id)
     */
    void takeNext(IntList ids) {
        int slot = firstOccupied();
        long first = firstEntry(slot);
        now = tickOf(slot, first);
        long[] slotEntries = entries[slot];
        int position = taken[slot];
        int end = size[slot];
        // A slot of several ticks gives up only the entries of its first.
        long tickInSlot = first >>> keyBits;
        do {
            ids.add(id(slotEntries[position++]));
        } while (position < end && slotEntries[position] >>> keyBits == tickInSlot);
        if (position == end) {
            size[slot] = 0;
            taken[slot] = 0;
            occupied[slot >> 6] &= ~(1L << slot);
        } else {
            taken[slot] = position;
        }
    }

    /** The earliest entry of an occupied slot, which is sorted first if need be. */
    private long firstEntry(int slot) {
        if (!sorted[slot]) {
            entrySort.sort(entries[slot], taken[slot], size[slot]);
            sorted[slot] = true;
        }
        return entries[slot][taken[slot]];
    }

    /**
     * The tick of an entry. A slot lies ahead of the current one by its distance round the ring, since nothing is held
     * for longer.
     */
    private long tickOf(int slot, long entry) {
        long currentSlot = now >>> shift;
        long ahead = slot - currentSlot & slotCount - 1;
        return (currentSlot + ahead << shift) + (entry >>> keyBits);
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

    /**
     * Doubles the time that the wheel spans: by more slots up to {@link #MOST_SLOTS}, then by longer ones, as long as an
     * entry has room for the tick within its slot. Happens a few times in a run, when the first event that lies further
     * ahead is added.
     */
    private void widen() {
        long[][] oldEntries = entries;
        int[] oldSize = size;
        int[] oldTaken = taken;
        // Found before anything is replaced: the tick of a slot depends on the old number of slots.
        long[] ticks = new long[slotCount];
        for (int slot = 0; slot < slotCount; slot++) {
            ticks[slot] = tickOf(slot, 0);
        }
        if (slotCount < MOST_SLOTS || shift + 1 + keyBits == Long.SIZE) {
            allocate(2 * slotCount);
        } else {
            shift++;
            allocate(slotCount);
        }
        long keyMask = (1L << keyBits) - 1;
        for (int slot = 0; slot < oldEntries.length; slot++) {
            for (int i = oldTaken[slot]; i < oldSize[slot]; i++) {
                long entry = oldEntries[slot][i];
                add(ticks[slot] + (entry >>> keyBits), entry & keyMask);
            }
        }
    }
}
