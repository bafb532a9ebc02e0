package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a file or a directory grows before it is moved to its name: a hidden name in the same folder, so that the move is a
 * rename on one file system. A lock file beside it shows that its owner lives; what a killed process leaves is deleted by a
 * later one, see {@link Leftovers}.
 */
public final class HiddenPlace implements AutoCloseable {

    static final String GROWING = ".ganglion-tmp";
    static final String OLD = ".ganglion-old";
    static final String LOCK = ".ganglion-lock";

    private static final Pattern HIDDEN = Pattern.compile("\\..*\\.ganglion-(?:tmp|old|lock)|\\.ganglion-lock");

    private final Path stem;
    private final LockFile lock;

    private HiddenPlace(Path stem, LockFile lock) {
        this.stem = stem;
        this.lock = lock;
    }

    /**
     * A hidden place that no other has. Its folder is made if it does not exist.
     *
     * @param place name that it is moved to in the end
     * @throws IOException if the folder cannot be written
     */
    public static HiddenPlace beside(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        Path stem = folder.resolve("." + place.getFileName() + "-" + UUID.randomUUID());
        LockFile lock = FileTrees.inFolder(folder, () -> LockFile.tryLock(with(stem, LOCK)))
                .orElseThrow(() -> new IOException("the name " + stem + " is taken"));
        Leftovers.clearOnce(folder);
        return new HiddenPlace(stem, lock);
    }

    /** The same path with an ending. */
    static Path with(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    /** The folder of a hidden place, which users do not know, for a message about a failure; other files as they are. */
    static String withoutHidden(String file) {
        for (Path part = Path.of(file); part != null; part = part.getParent()) {
            Path name = part.getFileName();
            if (name != null && HIDDEN.matcher(name.toString()).matches()) {
                return part.getParent() == null
                        ? "the current folder"
                        : part.getParent().toString();
            }
        }
        return file;
    }

    /** The place, where there is nothing yet. */
    public Path path() {
        return with(stem, GROWING);
    }

    /** Where the directory is while it is replaced. */
    Path old() {
        return with(stem, OLD);
    }

    /** Moves what has grown to a name, and replaces a file of that name, or an empty directory. */
    public void moveTo(Path place) throws IOException {
        MoveGate.pass(
                () -> Files.move(path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * Moves the directory that has grown to the name of another, which is deleted. A process that is killed in between leaves
     * the other one hidden, and the next process that looks moves it back.
     */
    public void moveInPlaceOf(Path place) throws IOException {
        MoveGate.pass(() -> swap(place));
        FileTrees.delete(old());
    }

    private void swap(Path place) throws IOException {
        Path old = old();
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(path(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    /** Deletes what was not moved to its name. */
    @Override
    public void close() {
        FileTrees.delete(path());
        lock.close();
    }
}
