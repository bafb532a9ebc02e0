package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where a file or a directory grows before it is moved to its name: a hidden name in the same folder, so that the move is a
 * rename on one file system. What a killed process leaves is deleted by the next one that {@linkplain PlaceClaim claims} the
 * name, or a folder that it is in.
 */
public final class HiddenPlace implements AutoCloseable {

    /** Ending of the hidden folder in which a run records. */
    public static final String RECORDING = ".recording";

    /** Ending of the file from which a run continues. */
    public static final String CHECKPOINT = ".checkpoint";

    static final String LOCK = ".ganglion-lock";

    private static final String GROWING = ".ganglion-tmp";
    private static final String OLD = ".ganglion-old";
    private static final String ID = "-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern HIDDEN = Pattern.compile("\\..*\\.ganglion-(?:tmp|old|lock)|\\.ganglion-lock");

    private static final Set<HiddenPlace> OPEN = ConcurrentHashMap.newKeySet();

    private final Path stem;

    private HiddenPlace(Path stem) {
        this.stem = stem;
    }

    /**
     * A hidden place that no other has. Its folder is made if it does not exist.
     *
     * @param place name that it is moved to in the end
     * @throws IOException if the folder cannot be made
     */
    public static HiddenPlace beside(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        FileTrees.makeFolder(folder);
        HiddenPlace hidden = new HiddenPlace(folder.resolve("." + place.getFileName() + "-" + UUID.randomUUID()));
        OPEN.add(hidden);
        return hidden;
    }

    /** Whether a name is that of a hidden place, which a killed process may have left. */
    public static boolean isHidden(String name) {
        return HIDDEN.matcher(name).matches();
    }

    /** The folder of a hidden place, which users do not know, for a message about a failure; other files as they are. */
    static String withoutHidden(String file) {
        for (Path part = Path.of(file); part != null; part = part.getParent()) {
            Path name = part.getFileName();
            if (name != null && isHidden(name.toString())) {
                return part.getParent() == null
                        ? "the current folder"
                        : part.getParent().toString();
            }
        }
        return file;
    }

    /** The same path with an ending. */
    private static Path with(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    /** The place, where there is nothing yet. */
    public Path path() {
        return with(stem, GROWING);
    }

    /** Moves what has grown to a name, and replaces a file of that name, or an empty directory. */
    public void moveTo(Path place) throws IOException {
        MoveGate.pass(
                () -> Files.move(path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * Moves the directory that has grown to the name of another, which is deleted. A process that is killed in between leaves
     * the other one hidden, and the next process that claims the name moves it back.
     */
    public void moveInPlaceOf(Path place) throws IOException {
        MoveGate.pass(() -> swap(place));
        FileTrees.delete(with(stem, OLD));
    }

    private void swap(Path place) throws IOException {
        Path old = with(stem, OLD);
        Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(path(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, place, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    /** Clears what killed processes have left of a place that nobody else writes to. What this process may not delete stays. */
    public static void clear(Path place) {
        Pattern left = Pattern.compile("\\." + Pattern.quote(place.getFileName().toString()) + "(?:"
                + Pattern.quote(CHECKPOINT) + ")?" + ID + "(" + OLD + "|" + GROWING + ")");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                place.getParent(),
                entry -> left.matcher(entry.getFileName().toString()).matches())) {
            for (Path entry : entries) {
                // A process that died after it had moved the old directory away has not moved the new one to its place.
                if (entry.toString().endsWith(OLD) && Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    FileTrees.delete(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be read is reported when a result is written to it.
            return;
        }
        Path recording = place.resolveSibling("." + place.getFileName() + RECORDING);
        if (Files.notExists(with(place, CHECKPOINT)) && Files.isDirectory(recording, LinkOption.NOFOLLOW_LINKS)) {
            FileTrees.delete(recording);
        }
    }

    /** Closes the places of this process, which is about to end. Threads that still fill them find nothing to fill. */
    static void closeAll() {
        for (HiddenPlace place : List.copyOf(OPEN)) {
            try {
                Path away = place.stem.resolveSibling("." + UUID.randomUUID() + GROWING);
                Files.move(place.path(), away, StandardCopyOption.ATOMIC_MOVE);
                FileTrees.delete(away);
            } catch (IOException e) {
                continue; // nothing has grown there yet
            }
        }
    }

    /** Deletes what was not moved to its name. */
    @Override
    public void close() {
        OPEN.remove(this);
        FileTrees.delete(path());
    }
}
