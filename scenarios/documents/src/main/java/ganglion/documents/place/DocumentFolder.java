package ganglion.documents.place;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a scenario or experiment, which relative paths may not leave, be it by their names or by symbolic links: a file
 * from a stranger reads what lies beside it and nothing else, unless its user says so. Absolute paths are plain to see and are
 * followed.
 */
public final class DocumentFolder {

    private final Path folder;
    private final boolean outsideAllowed;

    public DocumentFolder(Path scenarioFile, boolean outsideAllowed) {
        this.folder = folderOf(scenarioFile);
        this.outsideAllowed = outsideAllowed;
    }

    /**
     * The file that a scenario names.
     *
     * @param file the file that the name is written in, whose folder it starts from: the scenario, or one that it extends
     * @throws IllegalArgumentException saying what was found and what was expected, if the path is none, leads outside, or
     *     must lead to a file and does not
     */
    DocumentPath resolve(String written, Path file, boolean mustExist) {
        DocumentPath path = resolve(written, file);
        if (mustExist && !Files.isRegularFile(path.resolved())) {
            throw new IllegalArgumentException("found \"" + written + "\", "
                    + (Files.exists(path.resolved()) ? "which is not a regular file" : "but there is no such file"));
        }
        return path;
    }

    /**
     * The folder that a scenario names.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if the path is none, leads outside, or
     *     leads to no folder
     */
    DocumentPath resolveFolder(String written, Path file) {
        DocumentPath path = resolve(written, file);
        if (!Files.isDirectory(path.resolved())) {
            throw new IllegalArgumentException("found \"" + written + "\", "
                    + (Files.exists(path.resolved()) ? "which is not a folder" : "but there is no such folder"));
        }
        return path;
    }

    private DocumentPath resolve(String written, Path file) {
        Path given = parse(written);
        Path resolved = folderOf(file).resolve(given).normalize();
        if (given.isAbsolute() || outsideAllowed) {
            return new DocumentPath(written, resolved);
        }
        if (!resolved.startsWith(folder)) {
            throw DocumentPath.outside(written, false);
        }
        if (DocumentPath.leadsOut(resolved, folder)) {
            throw DocumentPath.outside(written, true);
        }
        return new DocumentPath(written, resolved, Optional.of(folder));
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }

    private static Path parse(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("found \"" + written + "\", expected the name of a file", e);
        }
    }
}
