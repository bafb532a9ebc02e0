package ganglion.documents.place;

import ganglion.documents.Problem;
import java.util.Map;
import java.util.Objects;

/**
 * Where the values of a document stand in its file, or in the files that it extends.
 *
 * @param file the file as the user named it
 * @param lines line of each value, counted from 1, by JSON pointer; values put in by overrides have none
 * @param inherited file of each value that comes from another file, by JSON pointer
 */
public record SourceMap(String file, Map<String, Integer> lines, Map<String, String> inherited) {

    public SourceMap {
        Objects.requireNonNull(file, "file");
        lines = Map.copyOf(lines);
        inherited = Map.copyOf(inherited);
    }

    /** The places of a document that extends nothing. */
    public SourceMap(String file, Map<String, Integer> lines) {
        this(file, lines, Map.of());
    }

    /** A problem with the value at a pointer; its line is that of the nearest enclosing value that has one. */
    public Problem problem(String pointer, String message) {
        String place = known(pointer);
        return new Problem(inherited.getOrDefault(place, file), lines.getOrDefault(place, 0), pointer, message);
    }

    /** The file that the value at a pointer was written in. */
    public String fileOf(String pointer) {
        return inherited.getOrDefault(known(pointer), file);
    }

    /** The nearest enclosing place that has a line. */
    private String known(String pointer) {
        String place = pointer;
        while (!place.isEmpty() && !lines.containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return place;
    }
}
