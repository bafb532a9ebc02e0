package ganglion.cochlea.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One sound of a data set, not read yet.
 *
 * @param file where it is
 * @param label the class that it belongs to, or "" if it has none
 * @param attributes what else the data set says of it, by name
 */
public record SoundFile(Path file, String label, SortedMap<String, String> attributes) {

    /** Copies the attributes. */
    public SoundFile {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A sound of which nothing is known but its class. */
    public SoundFile(Path file, String label) {
        this(file, label, Collections.emptySortedMap());
    }
}
