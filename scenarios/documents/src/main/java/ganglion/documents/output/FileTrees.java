package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files and folders with all that is in them. */
public final class FileTrees {

    /** How often a folder is made that other processes delete as empty. */
    private static final int TRIES = 3;

    private FileTrees() {}

    /** Deletes as much as possible, and links rather than what they lead to. A failure here must not hide one before it. */
    public static void delete(Path root) {
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
                entries.forEach(FileTrees::delete);
            } catch (IOException e) {
                // The rest does no harm.
                return;
            }
        }
        try {
            Files.deleteIfExists(root);
        } catch (IOException e) {
            // It stays, and so do the folders that it lies in.
            return;
        }
    }

    /**
     * Takes a tree away from its name in one step, and then deletes it. So a thread or process that still fills it can neither
     * let it grow again nor move half of it into place. What cannot be deleted has a hidden name of its own, by which a later
     * process finds it, see {@link Leftovers}.
     *
     * @param root may be missing
     * @throws IOException if the tree cannot be taken away
     */
    static void discard(Path root) throws IOException {
        Path away = root.resolveSibling("." + UUID.randomUUID() + HiddenPlace.GROWING);
        try {
            Files.move(root, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        delete(away);
    }

    /** Works in a folder. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws IOException;
    }

    /**
     * Makes a folder, unless it exists, and works in it; again if another process deletes the empty folder in between.
     *
     * @return what the work gives
     */
    static <T> T inFolder(Path folder, Work<T> work) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                // Java 17 refuses to "create" a folder that is there as a symbolic link; so look first.
                if (!Files.isDirectory(folder)) {
                    Files.createDirectories(folder);
                }
                return work.call();
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (tries == TRIES) {
                    throw e; // the second one also comes of a folder that was there and is gone
                }
            }
        }
    }
}
