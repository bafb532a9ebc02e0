package ganglion.scenario;

import java.util.Map;
import java.util.Objects;

/**
 * Where the values of a document stand in its file.
 *
 * @param file the file as the user named it
 * @param lines line of each value, counted from 1, by JSON pointer; values put in by overrides have none
 */
public record SourceMap(String file, Map<String, Integer> lines) {

    public SourceMap {
        Objects.requireNonNull(file, "file");
        lines = Map.copyOf(lines);
    }

    /** A problem with the value at a pointer; its line is that of the nearest enclosing value that has one. */
    public Problem problem(String pointer, String message) {
        return new Problem(file, lineOf(pointer), pointer, message);
    }

    private int lineOf(String pointer) {
        for (String place = pointer; !place.isEmpty(); place = place.substring(0, place.lastIndexOf('/'))) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 0);
    }
}
