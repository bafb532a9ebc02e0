package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/** Files and folders with all that is in them. */
public final class FileTrees {

    /** How often a folder is made that other processes delete as empty. */
    private static final int TRIES = 3;

    private FileTrees() {}

    /** Deletes as much as possible, and links rather than what they lead to. A failure here must not hide one before it. */
    public static void delete(Path root) {
        delete(root, Files::deleteIfExists);
    }

    /** Deletes a file or an empty folder. */
    @FunctionalInterface
    interface Deletion {

        void delete(Path path) throws IOException;
    }

    /** The same with another way of deleting. */
    static void delete(Path root, Deletion deletion) {
        try {
            Files.walkFileTree(root, new Visit(deletion));
        } catch (IOException e) {
            // The rest does no harm.
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
        discard(root, Files::deleteIfExists);
    }

    /** The same with another way of deleting. */
    static void discard(Path root, Deletion deletion) throws IOException {
        Path away = root.resolveSibling("." + UUID.randomUUID() + HiddenPlace.GROWING);
        try {
            Files.move(root, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        delete(away, deletion);
    }

    /** Goes on after a failure. */
    private static final class Visit extends SimpleFileVisitor<Path> {

        private final Deletion deletion;

        Visit(Deletion deletion) {
            this.deletion = deletion;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return delete(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return delete(folder);
        }

        private FileVisitResult delete(Path path) {
            try {
                deletion.delete(path);
            } catch (IOException e) {
                // It stays, and so do the folders that it lies in.
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }
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
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return inFolderOnce(folder, work);
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                continue; // the second one also comes of a folder that was there and is gone
            }
        }
        return inFolderOnce(folder, work);
    }

    private static <T> T inFolderOnce(Path folder, Work<T> work) throws IOException {
        // Java 17 refuses to "create" a folder that is there as a symbolic link; so look first.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        return work.call();
    }
}
