package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            if (lock.get().isCertain() && clear(stem, HiddenPlace.with(stem, RECORDING))) {
                lock.get().close();
            } else {
                lock.get().leave();
            }
        } catch (IOException e) {
            // Not ours to delete, such as that of another user.
            return;
        }
    }

    /**
     * Clears what belongs to one lock.
     *
     * @return whether nothing is left
     */
    private static boolean clear(Path stem, Path recording) throws IOException {
        Path old = HiddenPlace.with(stem, HiddenPlace.OLD);
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            restore(old, stem);
        }
        FileTrees.delete(HiddenPlace.with(stem, HiddenPlace.GROWING));
        if (!Files.isDirectory(recording, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        String name = stem.getFileName().toString().substring(1);
        if (Files.exists(stem.resolveSibling(name + CHECKPOINT))) {
            return false;
        }
        FileTrees.delete(recording);
        return true;
    }

    /** The process died after it had moved the old directory away; if it did not move the new one to its place, the old one goes back. */
    private static void restore(Path old, Path stem) throws IOException {
        String name = stem.getFileName().toString();
        if (name.length() <= ID_LENGTH + 1) {
            return;
        }
        Path place = stem.resolveSibling(name.substring(1, name.length() - ID_LENGTH));
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.delete(old);
        } else {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Deletes what this process would leave behind if it ended now. Nothing may be written after that. */
    public static void clearOwn() {
        for (Path lock : LockFile.held()) {
            String name = lock.getFileName().toString();
            Path stem = lock.resolveSibling(name.substring(0, name.length() - HiddenPlace.LOCK.length()));
            try {
                if (name.equals(HiddenPlace.LOCK) || clear(stem, HiddenPlace.with(stem, RECORDING))) {
                    Files.deleteIfExists(lock);
                }
            } catch (IOException e) {
                // A later process tries again.
                continue;
            }
        }
    }
}
