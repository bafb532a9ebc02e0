package ganglion.documents.place;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.Suggestions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts values of the command line into a document, before it is validated: they are held to the schema like what the file
 * says. A missing object on the way is made; a list grows by {@code -} only, as in JSON Patch (RFC 6902). {@code null} removes a key, as it does
 * where a file builds on another (JSON Merge Patch, RFC 7396); one that a person typed must find it.
 */
final class Settings {

    private static final String COMMAND_LINE = "--set";
    private static final String APPEND = "-";

    private final DocumentReader reader = new DocumentReader();
    private final Document document;
    private final Set<String> typed;
    private final List<Problem> problems = new ArrayList<>();

    private Settings(Document document, Set<String> typed) {
        this.document = document;
        this.typed = typed;
    }

    /**
     * The document with the settings in it, in their order; values that were set have no line.
     *
     * @throws InputException with a problem for each setting that cannot be put in
     */
    static Document apply(Document document, ReadOptions options) throws InputException {
        Map<String, String> settings = options.settings();
        if (settings.isEmpty()) {
            return document;
        }
        Settings applied = new Settings(
                new Document(document.file(), document.root().deepCopy(), document.lines()), options.typed());
        settings.forEach(applied::set);
        if (!applied.problems.isEmpty()) {
            throw new InputException(applied.problems);
        }
        return new Document(document.file(), applied.document.root(), linesWithout(document.lines(), settings));
    }

    private static Map<String, Integer> linesWithout(Map<String, Integer> lines, Map<String, String> settings) {
        Map<String, Integer> kept = new HashMap<>(lines);
        for (String pointer : settings.keySet()) {
            kept.keySet().removeIf(place -> place.startsWith(pointer + "/"));
            kept.put(pointer, 0);
        }
        return kept;
    }

    private void set(String pointer, String text) {
        try {
            JsonPointer place = JsonPointer.compile(pointer);
            if (place.matches()) {
                problem(pointer, "found the empty pointer, expected one to a value such as /clock/duration");
                return;
            }
            String key = place.last().getMatchingProperty();
            JsonNode value = value(text);
            if (value.isNull() && !document.root().at(place.head()).isArray()) {
                remove(pointer, place);
            } else {
                put(pointer, container(place.head(), key.equals(APPEND)), key, value);
            }
        } catch (IllegalArgumentException e) {
            problem(pointer, "found \"" + pointer + "\", expected a JSON pointer such as /clock/duration");
        } catch (InputException e) {
            problem(pointer, e.problems().get(0).message());
        }
    }

    /** What is not there need not be removed, unless a person typed it. */
    private void remove(String pointer, JsonPointer place) {
        JsonNode container = document.root().at(place.head());
        if (container instanceof ObjectNode object && object.remove(place.last().getMatchingProperty()) != null) {
            return;
        }
        if (typed.contains(pointer) && (container.isObject() || container.isMissingNode())) {
            absent(pointer, place);
        } else if (!container.isObject() && !container.isMissingNode()) {
            problem(pointer, "found no keys at " + parent(pointer) + ", expected some to remove one");
        }
    }

    /** Names the first key on the way that is not there, and those that are there in its place. */
    private void absent(String pointer, JsonPointer place) {
        JsonNode node = document.root();
        JsonPointer rest = place;
        while (node.isContainerNode() && !child(node, rest).isMissingNode()) {
            node = child(node, rest);
            rest = rest.tail();
        }
        List<String> known = new ArrayList<>();
        node.fieldNames().forEachRemaining(known::add);
        String key = rest.getMatchingProperty();
        problem(
                pointer,
                "found no key \"" + key + "\" to remove in " + document.file()
                        + (known.isEmpty()
                                ? ", expected one that is there"
                                : Suggestions.expected("one of", key, known)));
    }

    private JsonNode value(String text) throws InputException {
        return text.isBlank()
                ? TextNode.valueOf(text)
                : reader.read(COMMAND_LINE, text.getBytes(StandardCharsets.UTF_8))
                        .root();
    }

    /** The object or list at a pointer, made where it is missing from an object; a list if something is to be added to it. */
    private JsonNode container(JsonPointer place, boolean list) {
        JsonNode node = document.root();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            String key = rest.getMatchingProperty();
            if (!(node instanceof ObjectNode object) || object.has(key)) {
                node = child(node, rest);
            } else {
                node = list && rest.tail().matches() ? object.putArray(key) : object.putObject(key);
            }
        }
        return node;
    }

    private static JsonNode child(JsonNode node, JsonPointer step) {
        return node.isArray() ? node.path(step.getMatchingIndex()) : node.path(step.getMatchingProperty());
    }

    private void put(String pointer, JsonNode container, String key, JsonNode value) {
        if (container instanceof ObjectNode object) {
            object.set(key, value);
        } else if (container instanceof ArrayNode array && key.equals(APPEND)) {
            array.add(value);
        } else if (container instanceof ArrayNode array && isIndex(key, array.size())) {
            array.set(Integer.parseInt(key), value);
        } else if (container instanceof ArrayNode array) {
            problem(
                    pointer,
                    "found element \"" + key + "\", expected 0 to " + (array.size() - 1) + ", or - to add one");
        } else {
            problem(pointer, "found nothing at " + parent(pointer) + " to put a value into");
        }
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static boolean isIndex(String key, int size) {
        return key.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(key) < size;
    }

    private void problem(String pointer, String message) {
        problems.add(new Problem(COMMAND_LINE, 0, pointer, message));
    }
}
