package ganglion.documents.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file or folder that a document or the user names.
 *
 * @param written as it was written, for messages and reports that must not depend on the machine
 * @param resolved absolute path
 * @param bounds the folder that neither it nor what lies below it may lead out of by symbolic links; absent where the user
 *     has named or allowed what is read
 */
public record DocumentPath(String written, Path resolved, Optional<Path> bounds) {

    public DocumentPath {
        Objects.requireNonNull(written, "written");
        if (!resolved.isAbsolute()) {
            throw new IllegalArgumentException("the path " + resolved + " is not absolute");
        }
    }

    /** A path without bounds. */
    public DocumentPath(String written, Path resolved) {
        this(written, resolved, Optional.empty());
    }

    /**
     * Checks files that this path stands for without naming them: those of a folder, or those that a table lists.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if one of them leads out of the bounds
     */
    public void checkMembers(Collection<Path> files) {
        if (bounds.isEmpty()) {
            return;
        }
        Set<Path> folders = new HashSet<>();
        for (Path file : files) {
            if (folders.add(file.getParent())) {
                check(file.getParent());
            }
            if (Files.isSymbolicLink(file)) {
                check(file);
            }
        }
    }

    private void check(Path member) {
        if (leadsOut(member, bounds.get())) {
            throw outside(bounds.get().relativize(member).toString().replace('\\', '/'), true);
        }
    }

    /** Whether a path leads out of a folder by symbolic links; one that leads nowhere does not. */
    static boolean leadsOut(Path path, Path folder) {
        try {
            return Files.exists(path) && !path.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            throw new IllegalArgumentException("found \"" + path + "\", which cannot be looked at", e);
        }
    }

    static IllegalArgumentException outside(String written, boolean byLink) {
        return new IllegalArgumentException("found \"" + written + "\", which leaves the folder of this file"
                + (byLink ? " by a symbolic link" : "")
                + "; expected a path within it, an absolute path, or the flag --allow-outside-paths");
    }

    @Override
    public String toString() {
        return written;
    }
}
