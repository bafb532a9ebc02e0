package ganglion.documents.place;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that a scenario names.
 *
 * @param written as the scenario writes it, for messages and reports that must not depend on the machine
 * @param resolved absolute path
 */
public record DocumentPath(String written, Path resolved) {

    public DocumentPath {
        Objects.requireNonNull(written, "written");
        if (!resolved.isAbsolute()) {
            throw new IllegalArgumentException("the path " + resolved + " is not absolute");
        }
    }

    @Override
    public String toString() {
        return written;
    }
}
