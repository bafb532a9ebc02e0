package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The tree of a document, with the line of every value.
 *
 * @param file name of the file as the user gave it
 * @param root the content; only the owner of the document changes it
 * @param lines line of each value (of its key, in an object), counted from 1, by JSON pointer
 */
public record Document(String file, JsonNode root, Map<String, Integer> lines) {

    public Document {
        lines = Map.copyOf(lines);
    }

    /** Line of the value at a pointer, or of the nearest value around it that has one; 0 if there is none. */
    public int line(String pointer) {
        String place = pointer;
        while (!lines.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return lines.getOrDefault(place, 0);
    }

    /** A problem with the value at a pointer. */
    public Problem problem(String pointer, String message) {
        return new Problem(file, line(pointer), pointer, message);
    }
}
