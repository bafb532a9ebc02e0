package ganglion.scenario.explore.trial;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An account of memory: of things that are kept, each under a key, and of work that uses one of them and takes memory of its own. Work waits until
 * there is room for it, and begins alone whatever it takes. Things that no work uses make room for others, the one that was used longest ago
 * first. Thread safe.
 */
final class MemoryRoom {

    private final long mostBytes;
    private final Consumer<String> drop;
    private final Map<String, Thing> things = new LinkedHashMap<>(16, 0.75f, true);
    private long workBytes;
    private int working;

    /**
     * An empty account.
     *
     * @param mostBytes for all things and all work
     * @param drop called with the key of a thing that makes room
     */
    MemoryRoom(long mostBytes, Consumer<String> drop) {
        this.mostBytes = mostBytes;
        this.drop = drop;
    }

    private static final class Thing {

        private long bytes;
        private int users;
    }

    /** The right to use a thing, until it is closed. */
    final class Room implements SampleCache.Stay {

        private final String key;
        private final long bytes;

        private Room(String key, long bytes) {
            this.key = key;
            this.bytes = bytes;
        }

        /** Says what the thing takes, now that it is there. */
        void settle(long thingBytes) {
            settled(key, thingBytes);
        }

        @Override
        public void close() {
            left(this);
        }
    }

    /**
     * Waits until there is room.
     *
     * @param key of the thing that is used
     * @param thingBytes what it takes at most; of a thing that is there already, what it was said to take counts if it is more
     * @param ownBytes what the work takes besides
     */
    synchronized Room enter(String key, long thingBytes, long ownBytes) {
        while (working > 0 && inUse() + ownBytes + more(key, thingBytes) > mostBytes) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for memory", e);
            }
        }
        Thing thing = things.computeIfAbsent(key, any -> new Thing());
        thing.bytes = Math.max(thing.bytes, thingBytes);
        thing.users++;
        working++;
        workBytes += ownBytes;
        makeRoom();
        return new Room(key, ownBytes);
    }

    /** Bytes of a thing that is used. */
    synchronized long ofOne(String key) {
        return things.get(key).bytes;
    }

    /** Bytes of all work and of the things that it uses. */
    synchronized long inUse() {
        return workBytes
                + things.values().stream()
                        .filter(thing -> thing.users > 0)
                        .mapToLong(thing -> thing.bytes)
                        .sum();
    }

    /** What would be in use besides. */
    private long more(String key, long thingBytes) {
        Thing known = things.get(key);
        long bytes = known == null ? thingBytes : Math.max(known.bytes, thingBytes);
        return known == null || known.users == 0 ? bytes : bytes - known.bytes;
    }

    private synchronized void settled(String key, long bytes) {
        things.get(key).bytes = bytes;
        makeRoom();
        notifyAll();
    }

    private synchronized void left(Room room) {
        things.get(room.key).users--;
        working--;
        workBytes -= room.bytes;
        notifyAll();
    }

    private void makeRoom() {
        long all = workBytes
                + things.values().stream().mapToLong(thing -> thing.bytes).sum();
        Iterator<Map.Entry<String, Thing>> oldest = things.entrySet().iterator();
        while (all > mostBytes && oldest.hasNext()) {
            Map.Entry<String, Thing> each = oldest.next();
            if (each.getValue().users == 0) {
                all -= each.getValue().bytes;
                oldest.remove();
                drop.accept(each.getKey());
            }
        }
    }
}
