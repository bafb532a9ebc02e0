package ganglion.documents.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder of a scenario file, which relative paths may not leave: a scenario from a stranger reads what
 * lies beside it and nothing else, unless its user says so. Absolute paths are plain to see and are followed.
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
        Path resolved = resolve(written, file);
        if (mustExist && !Files.isRegularFile(resolved)) {
            throw new IllegalArgumentException("found \"" + written + "\", "
                    + (Files.exists(resolved) ? "which is not a regular file" : "but there is no such file"));
        }
        return new DocumentPath(written, resolved);
    }

    /**
     * The folder that a scenario names.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if the path is none, leads outside, or
     *     leads to no folder
     */
    DocumentPath resolveFolder(String written, Path file) {
        Path resolved = resolve(written, file);
        if (!Files.isDirectory(resolved)) {
            throw new IllegalArgumentException("found \"" + written + "\", "
                    + (Files.exists(resolved) ? "which is not a folder" : "but there is no such folder"));
        }
        return new DocumentPath(written, resolved);
    }

    private Path resolve(String written, Path file) {
        Path given = parse(written);
        Path resolved = folderOf(file).resolve(given).normalize();
        if (!given.isAbsolute() && !outsideAllowed) {
            checkWithin(written, resolved);
        }
        return resolved;
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

    private void checkWithin(String written, Path resolved) {
        if (!resolved.startsWith(folder)) {
            throw outside(written, "");
        }
        try {
            if (Files.exists(resolved) && !resolved.toRealPath().startsWith(folder.toRealPath())) {
                throw outside(written, " by a symbolic link");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("found \"" + written + "\", which cannot be looked at", e);
        }
    }

    private static IllegalArgumentException outside(String written, String how) {
        return new IllegalArgumentException("found \"" + written + "\", which leaves the scenario's folder" + how
                + "; expected a path within it, an absolute path, or the flag --allow-outside-paths");
    }
}
