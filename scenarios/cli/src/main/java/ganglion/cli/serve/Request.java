package ganglion.cli.serve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One command line that another program asks for: {@code {"id": 1, "words": ["run", "/home/me/scenario.yaml"]}}.
 *
 * @param id a text or whole number that every line about it repeats
 * @param words those after {@code ganglion}; no word is understood by a shell
 */
record Request(JsonNode id, List<String> words) {

    /** Commands that end this process, or that work until they are stopped. */
    private static final Set<String> NOT_SERVED = Set.of("serve", "node");

    private static final Set<String> KEYS = Set.of("id", "words");

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** The identifier of a line, or null where it has none that is allowed, for the answer to a line that is no request. */
    static JsonNode idOf(String line) {
        try {
            JsonNode id = JSON.readTree(line).path("id");
            return isId(id) ? id : NullNode.getInstance();
        } catch (JsonProcessingException e) {
            return NullNode.getInstance();
        }
    }

    /**
     * Reads a request.
     *
     * @param number of the line in standard input, counted from 1
     * @throws InputException if the line is no request
     */
    static Request read(String line, int number) throws InputException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw fault(
                    number,
                    "",
                    "found no JSON (" + e.getOriginalMessage() + "), expected {\"id\": ..., \"words\": [...]}");
        }
        if (!node.isObject()) {
            throw fault(number, "", "expected {\"id\": ..., \"words\": [...]} in one line");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KEYS.contains(name)) {
                throw fault(number, "", "found the key '" + name + "', expected \"id\" and \"words\"");
            }
        }
        if (!isId(node.path("id"))) {
            throw fault(number, "/id", "expected a text or a whole number");
        }
        return new Request(node.path("id"), words(node.path("words"), number));
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }

    private static List<String> words(JsonNode list, int number) throws InputException {
        if (!list.isArray() || list.isEmpty()) {
            throw fault(number, "/words", "expected a list of texts, such as [\"run\", \"/home/me/scenario.yaml\"]");
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : list) {
            if (!word.isTextual()) {
                throw fault(number, "/words/" + words.size(), "found " + word + ", expected a text");
            }
            words.add(word.textValue());
        }
        Optional<String> verb =
                words.stream().filter(word -> !word.startsWith("-")).findFirst();
        if (verb.filter(NOT_SERVED::contains).isPresent()) {
            throw fault(number, "/words", "found '" + verb.get() + "', expected a command that comes to an end");
        }
        return List.copyOf(words);
    }

    private static InputException fault(int number, String pointer, String message) {
        return new InputException(new Problem(RequestLines.NAME, number, pointer, message));
    }
}
