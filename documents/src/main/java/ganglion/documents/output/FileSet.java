package ganglion.documents.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that belong together, such as a scenario and its weights. All are written under hidden names beside their places before
 * the first is moved to its place. If one cannot be written, for example because the disk is full, the earlier files stay.
 * Files of the same names are replaced; a directory, a device or a link is not. Not thread-safe.
 */
public final class FileSet implements AutoCloseable {

    private final Map<Path, HiddenPlace> files = new LinkedHashMap<>();

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
            HiddenPlace hidden = HiddenPlace.beside(place);
            files.put(place, hidden);
            filler.fill(hidden.path());
        } catch (IOException e) {
            throw WriteProblem.of(file.getFileName().toString(), e);
        }
    }

    /**
     * Moves all files to their places, in the order in which they were filled.
     *
     * @throws IOException with a human-readable message
     */
    public void publish() throws IOException {
        for (Map.Entry<Path, HiddenPlace> file : files.entrySet()) {
            try {
                file.getValue().moveTo(file.getKey());
            } catch (IOException e) {
                throw WriteProblem.of(file.getKey().getFileName().toString(), e);
            }
        }
    }

    /** Deletes the files that were not moved to their places. */
    @Override
    public void close() {
        files.values().forEach(HiddenPlace::close);
    }
}
