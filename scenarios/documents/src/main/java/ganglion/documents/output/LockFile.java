package ganglion.documents.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A file that a process keeps locked while it works on something. The system frees the lock when the process ends, however it
 * ends, so that a lock file that can be locked has no owner. The file is deleted by its owner.
 */
final class LockFile implements AutoCloseable {

    /** Tries to lock a file that this process has just made, and that a cleaner may hold for a moment, see {@link Leftovers}. */
    private static final int TRIES = 100;

    private static final int PAUSE_NANOSECONDS = 1_000_000;

    /**
     * The files that this process has opened, or is about to. A second channel to one of them would, once closed, free the lock
     * of the first.
     */
    private static final Set<Path> RESERVED = ConcurrentHashMap.newKeySet();

    /** The locks that are surely this process's own. */
    private static final Set<LockFile> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final boolean certain;

    private LockFile(Path file, FileChannel channel, boolean certain) {
        this.file = file;
        this.channel = channel;
        this.certain = certain;
    }

    /**
     * Locks a file, which is made if it does not exist.
     *
     * @return empty if this process or another one has locked it
     * @throws IOException if the file cannot be made or opened
     */
    static Optional<LockFile> tryLock(Path file) throws IOException {
        return tryLock(file, FileChannel::tryLock);
    }

    /** Locks an opened file, as {@link FileChannel#tryLock()} does. */
    @FunctionalInterface
    interface Locking {

        /**
         * @return null if another process has the lock
         * @throws IOException if the file system has no locks
         */
        FileLock lock(FileChannel channel) throws IOException;
    }

    /** The same with another way of locking. */
    static Optional<LockFile> tryLock(Path file, Locking locking) throws IOException {
        Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        if (!RESERVED.add(real)) {
            return Optional.empty();
        }
        Optional<LockFile> locked = Optional.empty();
        try {
            locked = opened(real, locking);
        } finally {
            if (locked.isEmpty()) {
                RESERVED.remove(real);
            }
        }
        return locked;
    }

    /** Tries again while others delete the file between its opening and its locking. */
    private static Optional<LockFile> opened(Path file, Locking locking) throws IOException {
        while (true) {
            Optional<OpenedFile> opened = OpenedFile.of(file);
            if (opened.isEmpty()) {
                continue;
            }
            Optional<LockFile> locked = Optional.empty();
            boolean still = false;
            try {
                locked = locked(file, opened.get(), locking);
                still = locked.isPresent() && opened.get().isStill(file);
            } finally {
                if (!still) {
                    opened.get().channel().close();
                }
            }
            if (still && (locked.get().certain || opened.get().made())) {
                HELD.add(locked.get());
            }
            if (still || locked.isEmpty()) {
                return locked;
            }
        }
    }

    /** A file system without locks keeps nobody from working, but nothing is deleted there on the word of a lock. */
    private static Optional<LockFile> locked(Path file, OpenedFile opened, Locking locking) {
        try {
            FileLock lock = locking.lock(opened.channel());
            for (int tries = 1; lock == null && opened.made() && tries < TRIES; tries++) {
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
                lock = locking.lock(opened.channel());
            }
            return Optional.ofNullable(lock).map(held -> new LockFile(file, opened.channel(), true));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new LockFile(file, opened.channel(), false));
        }
    }

    /** The locks that are surely this process's own: it has locked the file, or made it where there are no locks. */
    static List<LockFile> held() {
        return List.copyOf(HELD);
    }

    Path file() {
        return file;
    }

    /** Whether nobody else can have the lock. */
    boolean isCertain() {
        return certain;
    }

    /** Whether it is not given up yet. While another thread holds the monitor of this object, it is not given up. */
    synchronized boolean isOpen() {
        return channel.isOpen();
    }

    /** Gives the lock up and leaves the file. */
    synchronized void leave() {
        if (!channel.isOpen()) {
            return;
        }
        HELD.remove(this);
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is given up at the end of the process at the latest.
            return;
        } finally {
            RESERVED.remove(file);
        }
    }

    /** Deletes the file first, so that nobody finds it unlocked. What was given up before stays as it is. */
    @Override
    public synchronized void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A lock file that is left over is free, and the next process that looks deletes it.
            return;
        } finally {
            leave();
        }
    }
}
