package ganglion.documents.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * An empty file that a process keeps locked while it works on something. The system frees the lock when the process ends, however
 * it ends, so that a lock file that can be locked has no owner. The file is deleted by its owner.
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
            locked = locked(real, locking);
            locked.filter(LockFile::isCertain).ifPresent(HELD::add);
        } finally {
            if (locked.isEmpty()) {
                RESERVED.remove(real);
            }
        }
        return locked;
    }

    /**
     * Tries again while others delete the file before it is locked. Windows gives files no keys, so that a lock may be one of a file
     * that has no name any more, and two processes go on; that is no worse than on a file system without locks.
     */
    private static Optional<LockFile> locked(Path file, Locking locking) throws IOException {
        while (true) {
            boolean made = isMade(file);
            FileChannel channel = null;
            Optional<LockFile> locked = Optional.empty();
            boolean still = false;
            try {
                Optional<Object> key = keyOf(file);
                channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                locked = locked(file, channel, made ? TRIES : 1, locking);
                still = keyOf(file).equals(key);
            } catch (NoSuchFileException e) {
                continue;
            } finally {
                if (channel != null && (!still || locked.isEmpty())) {
                    channel.close();
                }
            }
            if (still) {
                return locked;
            }
        }
    }

    private static boolean isMade(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** What the file system knows a lock file by, whatever its name; empty if it gives no keys. */
    private static Optional<Object> keyOf(Path file) throws IOException {
        BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!about.isRegularFile() || about.size() > 0) {
            throw new IOException("cannot be written: found " + file
                    + ", which is not a lock of Ganglion and stays as it is; expected an empty file or nothing there");
        }
        return Optional.ofNullable(about.fileKey());
    }

    /** A file system without locks keeps nobody from working, but nothing is deleted there on the word of a lock. */
    private static Optional<LockFile> locked(Path file, FileChannel channel, int tries, Locking locking) {
        try {
            FileLock lock = locking.lock(channel);
            for (int done = 1; lock == null && done < tries; done++) {
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
                lock = locking.lock(channel);
            }
            return Optional.ofNullable(lock).map(held -> new LockFile(file, channel, true));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new LockFile(file, channel, false));
        }
    }

    /** The locks that are surely this process's own. */
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
