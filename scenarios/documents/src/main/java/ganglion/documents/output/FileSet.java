package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that belong together, such as a scenario and its weights. All are written into a hidden folder beside their places before
 * the first is moved to its place. If one cannot be written, for example because the disk is full, the earlier files stay.
 * Files of the same names are replaced; a directory, a device or a link is not. Not thread-safe.
 */
public final class FileSet implements AutoCloseable {

    /** The hidden folders in which the files grow, by the folders of their places. */
    private final Map<Path, HiddenPlace> folders = new LinkedHashMap<>();

    /** The hidden files by their places. */
    private final Map<Path, Path> files = new LinkedHashMap<>();

    /**
     * Writes a file under its hidden name.
     *
     * @param file its place; each place is filled once
     * @throws IOException with a human-readable message
     */
    public void fill(Path file, FilePublisher.Filler filler) throws IOException {
        Path place = file.toAbsolutePath().normalize();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(Files.isDirectory(place) ? "is a directory" : "is no regular file");
        }
        if (files.containsKey(place)) {
            throw new IllegalArgumentException(file + " is filled already");
        }
        try {
            Path hidden = hiddenFolder(place).resolve(place.getFileName());
            files.put(place, hidden);
            filler.fill(hidden);
        } catch (IOException e) {
            throw WriteProblem.of(file.getFileName().toString(), e);
        }
    }

    /** There is one for each folder, so that each move is a rename on one file system. */
    private Path hiddenFolder(Path place) throws IOException {
        HiddenPlace folder = folders.get(place.getParent());
        if (folder == null) {
            folder = HiddenPlace.beside(place);
            folders.put(place.getParent(), folder);
            Files.createDirectory(folder.path());
        }
        return folder.path();
    }

    /**
     * Moves all files to their places, in the order in which they were filled. A signal ends the process before the first move or
     * after the last.
     *
     * @throws IOException with a human-readable message
     */
    public void publish() throws IOException {
        MoveGate.pass(this::move);
    }

    private void move() throws IOException {
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path place = file.getKey();
            try {
                Files.move(file.getValue(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw WriteProblem.of(place.getFileName().toString(), e);
            }
        }
    }

    /** Deletes the files that were not moved to their places. */
    @Override
    public void close() {
        folders.values().forEach(HiddenPlace::close);
    }
}
