package ganglion.documents.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that a process keeps locked while it works on something. The system frees the lock when the process ends, however it
 * ends, so that a lock file that can be locked has no owner. The file is deleted by its owner.
 */
final class LockFile implements AutoCloseable {

    /** What this process holds. A second channel to one of these files would, once closed, free the lock of the first. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

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
        Path real = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        Optional<LockFile> locked = Optional.empty();
        try {
            locked = opened(real);
        } finally {
            if (locked.isEmpty()) {
                HELD.remove(real);
            }
        }
        return locked;
    }

    /** Tries again while others delete the file between its opening and its locking. */
    private static Optional<LockFile> opened(Path file) throws IOException {
        while (true) {
            Optional<Attempt> attempt = Attempt.of(file);
            if (attempt.isEmpty()) {
                continue;
            }
            FileChannel channel = attempt.get().channel();
            Optional<LockFile> locked = locked(file, channel);
            if (locked.isPresent() && attempt.get().isStill(file)) {
                return locked;
            }
            channel.close();
            if (locked.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** A file system without locks keeps nobody from working, but nothing is deleted there on the word of a lock. */
    private static Optional<LockFile> locked(Path file, FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new LockFile(file, channel, true));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new LockFile(file, channel, false));
        }
    }

    /**
     * An opened file.
     *
     * @param key what the file system knows the file by, whatever its name
     */
    private record Attempt(FileChannel channel, Object key) {

        /** Where files have no keys, an open file cannot be deleted either. */
        private static final Object NO_KEY = "";

        /** Empty if the file came or went meanwhile. */
        static Optional<Attempt> of(Path file) throws IOException {
            Optional<Object> before = keyOf(file);
            try {
                if (before.isPresent()) {
                    return Optional.of(new Attempt(open(file, StandardOpenOption.WRITE), before.get()));
                }
                FileChannel channel = open(file, StandardOpenOption.CREATE_NEW);
                Optional<Object> made = keyOf(file);
                if (made.isEmpty()) {
                    channel.close();
                }
                return made.map(key -> new Attempt(channel, key));
            } catch (FileAlreadyExistsException e) {
                return Optional.empty();
            } catch (NoSuchFileException e) {
                if (before.isEmpty()) {
                    throw e; // no file can be made there
                }
                return Optional.empty();
            }
        }

        private static FileChannel open(Path file, OpenOption how) throws IOException {
            Set<OpenOption> options = new HashSet<>(List.of(how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            return FileChannel.open(file, options);
        }

        /** Empty if there is no such file. */
        private static Optional<Object> keyOf(Path file) throws IOException {
            try {
                BasicFileAttributes about =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return Optional.of(about.fileKey() == null ? NO_KEY : about.fileKey());
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        boolean isStill(Path file) throws IOException {
            return keyOf(file).filter(key::equals).isPresent();
        }
    }

    /** The files that this process has locked. */
    static List<Path> held() {
        return List.copyOf(HELD);
    }

    /** Whether nobody else can have the lock. */
    boolean isCertain() {
        return certain;
    }

    /** Gives the lock up and leaves the file. */
    void leave() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is given up at the end of the process at the latest.
            return;
        } finally {
            HELD.remove(file);
        }
    }

    /** Deletes the file first, so that nobody finds it unlocked. */
    @Override
    public void close() {
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
