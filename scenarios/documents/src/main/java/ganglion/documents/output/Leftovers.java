package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What killed processes left in a folder: hidden places, locks, and recordings of runs that no checkpoint can continue.
 * Nothing is touched whose lock another process holds.
 */
public final class Leftovers {

    /** Ending of the hidden folder in which a run records. */
    public static final String RECORDING = ".recording";

    /** Ending of the file from which a run continues. */
    public static final String CHECKPOINT = ".checkpoint";

    private static final String MARK = ".ganglion-";
    private static final int ID_LENGTH = "-01234567-0123-0123-0123-0123456789ab".length();

    /** Folders that this process has looked through. */
    private static final Set<Path> CLEARED = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** Clears a folder, unless this process has done so before. */
    static void clearOnce(Path folder) {
        if (CLEARED.add(folder)) {
            clear(folder);
        }
    }

    /** Deletes the hidden files that ended processes left in a folder. Files that this process may not delete stay. */
    public static void clear(Path folder) {
        Set<String> stems = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".*" + MARK + "*")) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                stems.add(name.substring(0, name.lastIndexOf(MARK)));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be read is reported when a result is written to it.
            return;
        }
        stems.forEach(stem -> clearIfDead(folder.resolve(stem)));
    }

    private static void clearIfDead(Path stem) {
        try {
            Optional<LockFile> lock = LockFile.tryLock(HiddenPlace.with(stem, HiddenPlace.LOCK));
            if (lock.isEmpty()) {
                return;
            }
            if (lock.get().isCertain()) {
                clear(lock.get());
            } else {
                lock.get().leave();
            }
        } catch (IOException e) {
            // Not ours to delete, such as that of another user.
            return;
        }
    }

    /** Clears what belongs to a lock, and gives the lock up. */
    private static void clear(LockFile lock) {
        stem(lock).ifPresent(Leftovers::clearAll);
        giveUp(lock);
    }

    /** Gives a lock up. Its file stays if there is a recording, which a later process finds by it alone. */
    static void giveUp(LockFile lock) {
        if (stem(lock).filter(Leftovers::isRecorded).isPresent()) {
            lock.leave();
        } else {
            lock.close();
        }
    }

    /** The name of what belongs to a lock, without its ending; empty for the lock of a folder, to which nothing else belongs. */
    private static Optional<Path> stem(LockFile lock) {
        String name = lock.file().getFileName().toString();
        return name.equals(HiddenPlace.LOCK)
                ? Optional.empty()
                : Optional.of(lock.file().resolveSibling(name.substring(0, name.length() - HiddenPlace.LOCK.length())));
    }

    private static boolean isRecorded(Path stem) {
        return Files.isDirectory(HiddenPlace.with(stem, RECORDING), LinkOption.NOFOLLOW_LINKS);
    }

    /** One of the things that belong to a lock. */
    private interface Part {

        /** @param stem its name without its ending */
        void clear(Path stem) throws IOException;
    }

    private static void clearAll(Path stem) {
        for (Part part : List.<Part>of(Leftovers::clearGrowing, Leftovers::clearOld, Leftovers::clearRecording)) {
            try {
                part.clear(stem);
            } catch (IOException e) {
                continue; // another program has it open, for example
            }
        }
    }

    private static void clearGrowing(Path stem) throws IOException {
        FileTrees.discard(HiddenPlace.with(stem, HiddenPlace.GROWING));
    }

    /**
     * The process died after it had moved the old directory away; if it did not move the new one to its place, the old one goes
     * back.
     */
    private static void clearOld(Path stem) throws IOException {
        Path old = HiddenPlace.with(stem, HiddenPlace.OLD);
        String name = stem.getFileName().toString();
        if (name.length() <= ID_LENGTH + 1 || !Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path place = stem.resolveSibling(name.substring(1, name.length() - ID_LENGTH));
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.discard(old);
        } else {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void clearRecording(Path stem) throws IOException {
        String name = stem.getFileName().toString().substring(1);
        if (isRecorded(stem) && Files.notExists(stem.resolveSibling(name + CHECKPOINT))) {
            FileTrees.discard(HiddenPlace.with(stem, RECORDING));
        }
    }

    /** Deletes what this process would leave behind, before it ends. No result is moved into place any more. */
    public static void clearAtEnd() {
        MoveGate.closeForGood();
        clearOwn();
    }

    /**
     * Deletes what this process would leave behind if it ended now. A checkpoint whose move has begun is there before it is asked
     * whether a recording is needed.
     */
    static void clearOwn() {
        MoveGate.whileClosed(Leftovers::clearHeld);
    }

    private static void clearHeld() {
        for (LockFile lock : LockFile.held()) {
            synchronized (lock) {
                if (lock.isOpen()) {
                    clear(lock);
                }
            }
        }
    }
}
