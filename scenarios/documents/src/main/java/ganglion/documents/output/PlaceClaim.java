package ganglion.documents.output;

import ganglion.documents.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The right of one process to write to a place until it closes the claim. Another one that wants to write there meanwhile is
 * told so. Folders that are made for the place and are empty in the end are deleted.
 */
public final class PlaceClaim implements AutoCloseable {

    private final LockFile lock;
    private final List<Path> made;

    private PlaceClaim(LockFile lock, List<Path> made) {
        this.lock = lock;
        this.made = made;
    }

    /**
     * Claims a directory or file that is to be put into place as a whole. The lock lies beside it.
     *
     * @param place as the user named it; a symbolic link is followed
     * @throws OutputException saying in one line that another process writes there, or that nobody can
     */
    public static PlaceClaim beside(Path place) throws OutputException {
        return tryBeside(place).orElseThrow(() -> taken(place));
    }

    /**
     * The same.
     *
     * @return empty if another process, or this one, writes there
     */
    public static Optional<PlaceClaim> tryBeside(Path place) throws OutputException {
        try {
            Path followed = followed(place);
            if (followed.getFileName() == null) {
                throw new IOException("cannot be written: it has no name");
            }
            return tryLock(followed.getParent(), "." + followed.getFileName() + HiddenPlace.LOCK);
        } catch (IOException e) {
            throw new OutputException(place.toString(), WriteProblem.of(e));
        }
    }

    /**
     * Claims a folder whose files are written one by one. The lock lies in it; the folder is made.
     *
     * @throws OutputException saying in one line that another process writes there, or that nobody can
     */
    public static PlaceClaim within(Path folder) throws OutputException {
        return tryWithin(folder).orElseThrow(() -> taken(folder));
    }

    /**
     * The same.
     *
     * @return empty if another process, or this one, writes there
     */
    public static Optional<PlaceClaim> tryWithin(Path folder) throws OutputException {
        try {
            return tryLock(followed(folder), HiddenPlace.LOCK);
        } catch (IOException e) {
            throw new OutputException(folder.toString(), WriteProblem.of(e));
        }
    }

    /**
     * Where something is written that the user named.
     *
     * @throws IOException saying in one line that it is a symbolic link to nothing
     */
    public static Path followed(Path named) throws IOException {
        Path place = named.toAbsolutePath().normalize();
        if (!Files.isSymbolicLink(place)) {
            return place;
        }
        try {
            return place.toRealPath();
        } catch (NoSuchFileException e) {
            throw new IOException("is a symbolic link to " + Files.readSymbolicLink(place) + ", which is not there", e);
        }
    }

    private static OutputException taken(Path place) {
        return new OutputException(
                place.toString(),
                new IOException("another process of Ganglion is writing there, expected its end, or another --out"));
    }

    private static Optional<PlaceClaim> tryLock(Path folder, String name) throws IOException {
        List<Path> made = new ArrayList<>();
        for (Path part = folder; part != null && isMissing(part); part = part.getParent()) {
            made.add(part);
        }
        Optional<LockFile> lock;
        try {
            lock = FileTrees.inFolder(folder, () -> LockFile.tryLock(folder.resolve(name)));
        } catch (IOException e) {
            deleteEmpty(made);
            throw e;
        }
        if (lock.isPresent()) {
            Leftovers.clear(folder);
        }
        return lock.map(held -> new PlaceClaim(held, made));
    }

    /** A link to nothing is not missing: it is not ours to delete. */
    private static boolean isMissing(Path folder) {
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file of the lock stays if the recording of a run does, so that it is found once no checkpoint needs it. */
    @Override
    public void close() {
        Leftovers.giveUp(lock);
        deleteEmpty(made);
    }

    /** @param folders the innermost first */
    private static void deleteEmpty(List<Path> folders) {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Results are in it.
                return;
            }
        }
    }
}
