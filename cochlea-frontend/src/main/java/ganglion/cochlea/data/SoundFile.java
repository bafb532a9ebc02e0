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
 * @param attributes further attributes of the data set, by name
 */
public record SoundFile(Path file, String label, SortedMap<String, String> attributes) {

    /** Copies the attributes. */
    public SoundFile {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A sound without attributes. */
    public SoundFile(Path file, String label) {
        this(file, label, Collections.emptySortedMap());
    }
}
