package ganglion.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in our words what a schema found wrong: what was found, and what was expected. */
final class SchemaMessages {

    private static final int LONGEST_EXCERPT = 60;

    /** Misspelt words of a document that are compared with those that may have been meant; far more than anybody reads. */
    private static final int MOST_HINTS = 1000;

    private final JsonNode schemaRoot;
    private final Document document;
    private int hints;

    SchemaMessages(JsonNode schemaRoot, Document document) {
        this.schemaRoot = schemaRoot;
        this.document = document;
    }

    /** The problems that errors stand for. Several keys of an object that do not go with one other key are one problem, at that key. */
    List<Problem> problems(List<Error> errors) {
        Map<String, List<Error>> forbidden = errors.stream()
                .filter(error -> KeyRules.forbiddenBy(error).isPresent())
                .collect(Collectors.groupingBy(this::forbiddingKey));
        return errors.stream()
                .map(error -> {
                    List<Error> together = KeyRules.forbiddenBy(error).isPresent()
                            ? forbidden.get(forbiddingKey(error))
                            : List.of(error);
                    return together.size() == 1 ? problem(error) : problem(forbiddingKey(error), together);
                })
                .distinct()
                .toList();
    }

    /** Pointer of the key that forbids the one that an error is about. */
    private String forbiddingKey(Error error) {
        String pointer = pointer(error.getInstanceLocation());
        return JsonPointers.member(
                pointer.substring(0, pointer.lastIndexOf('/')),
                KeyRules.forbiddenBy(error).orElseThrow());
    }

    private Problem problem(String forbidding, List<Error> together) {
        List<String> keys = together.stream()
                .map(error -> pointer(error.getInstanceLocation()))
                .map(pointer -> pointer.substring(pointer.lastIndexOf('/') + 1))
                .toList();
        return document.problem(forbidding, KeyRules.forbiddenMessage(keys));
    }

    private Problem problem(Error error) {
        String pointer = pointer(error.getInstanceLocation());
        if (KeyRules.isUnknownKey(error)) {
            String key = error.getProperty();
            return document.problem(
                    JsonPointers.member(pointer, key),
                    KindRules.message(schemaRoot, error).orElseGet(() -> unknownKey(error, key)));
        }
        Optional<UnknownKind> kinds = UnknownKind.of(error);
        if (kinds.isPresent()) {
            JsonNode word = error.getInstanceNode().get(kinds.get().key());
            return document.problem(
                    JsonPointers.member(pointer, kinds.get().key()),
                    unknownKind(word, kinds.get().words()));
        }
        return document.problem(
                pointer,
                KeyRules.message(error)
                        .or(() -> KindRules.message(schemaRoot, error))
                        .orElseGet(() -> message(error)));
    }

    private String message(Error error) {
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "found no \"" + error.getProperty() + "\", which is required" + words(error);
            case "enum" -> found(error) + ", expected one of " + list(limit) + hint(error, limit);
            case "const" -> found(error) + ", expected " + limit;
            case "minimum" -> found(error) + ", expected at least " + limit;
            case "maximum" -> found(error) + ", expected at most " + limit;
            case "exclusiveMinimum" -> found(error) + ", expected more than " + limit;
            case "exclusiveMaximum" -> found(error) + ", expected less than " + limit;
            case "minItems" -> found(error) + ", expected at least " + limit + " elements";
            case "maxItems" -> found(error) + ", expected at most " + limit + " elements";
            case "uniqueItems" -> "found an element twice, expected each once";
            case "minLength" -> found(error) + ", expected at least " + limit + " characters";
            case "maxLength" -> found(error) + ", expected at most " + limit + " characters";
            case "minProperties" -> found(error) + ", expected at least " + limit + " keys";
            case "type" -> found(error) + ", expected " + title(error, "a value of type " + list(limit));
            case "pattern" -> found(error) + ", expected " + title(error, "another text") + nonNegative(error, limit);
            default -> found(error) + ", expected " + title(error, "something else");
        };
    }

    /** A text that would fit without its minus, such as {@code -1 ms}, looks right until one is told. */
    private static String nonNegative(Error error, JsonNode pattern) {
        String found = error.getInstanceNode().asText();
        boolean fitsWithout = found.length() <= LONGEST_EXCERPT
                && found.startsWith("-")
                && Pattern.compile(pattern.asText()).matcher(found.substring(1)).find();
        return fitsWithout ? ", not below 0" : "";
    }

    /** The words that a missing key may have, if it has one of few. */
    private String words(Error error) {
        JsonNode words =
                parent(error).path("properties").path(error.getProperty()).path("enum");
        return words.isArray() ? ": one of " + list(words) : "";
    }

    private String unknownKey(Error error, String key) {
        List<String> known = new ArrayList<>();
        JsonNode object = parent(error);
        object.path("properties").fieldNames().forEachRemaining(known::add);
        String expected = known.isEmpty() ? "no key" : "one of " + String.join(", ", known);
        return "found the unknown key \"" + excerpt(key) + "\", expected " + expected + suggestion(key, known);
    }

    private String unknownKind(JsonNode word, List<String> words) {
        String hint = word.isTextual() ? suggestion(word.textValue(), words) : "";
        return found(word) + ", expected one of " + String.join(", ", words) + hint;
    }

    private String hint(Error error, JsonNode allowed) {
        JsonNode found = error.getInstanceNode();
        if (found == null || !found.isTextual()) {
            return "";
        }
        List<String> words = StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return suggestion(found.asText(), words);
    }

    private String suggestion(String word, List<String> known) {
        return hints++ < MOST_HINTS ? Suggestions.hint(word, known) : "";
    }

    private static String found(Error error) {
        return found(error.getInstanceNode());
    }

    private static String found(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return "found nothing";
        }
        if (node.isContainerNode()) {
            String kind = node.isArray() ? "a list of " : "an object with ";
            String unit = node.isArray()
                    ? (node.size() == 1 ? " element" : " elements")
                    : node.size() == 1 ? " key" : " keys";
            return "found " + kind + node.size() + unit;
        }
        return "found " + (node.isTextual() ? '"' + excerpt(node.asText()) + '"' : excerpt(node.asText()));
    }

    private String title(Error error, String fallback) {
        return parent(error).path("title").asText(fallback);
    }

    /** The schema that the failed keyword stands in. */
    private JsonNode parent(Error error) {
        NodePath place = error.getSchemaLocation().getFragment().getParent();
        return place == null ? schemaRoot : schemaRoot.at(pointer(place));
    }

    private static String list(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : node.asText();
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            String place = JsonPointers.member("", String.valueOf(path.getElement(i)));
            pointer.append(place);
        }
        return pointer.toString();
    }

    /**
     * An object whose kind is named by a word that is none of the known ones. In a schema, kinds are the alternatives of a {@code
     * oneOf}, each with a constant for the same key.
     *
     * @param key the key that names the kind
     * @param words the known words, in the order of the schema
     */
    private record UnknownKind(String key, List<String> words) {

        /** The unknown kind that an error is about; empty if it is about something else. */
        static Optional<UnknownKind> of(Error error) {
            JsonNode object = error.getInstanceNode();
            if (!error.getKeyword().equals("oneOf") || object == null || !object.isObject()) {
                return Optional.empty();
            }
            for (String key : (Iterable<String>) object::fieldNames) {
                List<String> words = constants(error.getSchemaNode(), key);
                if (!words.isEmpty() && !words.contains(object.get(key).asText())) {
                    return Optional.of(new UnknownKind(key, words));
                }
            }
            return Optional.empty();
        }

        /** The constants of a key in all alternatives; none if an alternative has no such constant. */
        private static List<String> constants(JsonNode alternatives, String key) {
            List<String> words = new ArrayList<>();
            for (JsonNode alternative : alternatives) {
                JsonNode constant = alternative.path("properties").path(key).path("const");
                if (!constant.isTextual()) {
                    return List.of();
                }
                words.add(constant.textValue());
            }
            return words;
        }
    }
}
