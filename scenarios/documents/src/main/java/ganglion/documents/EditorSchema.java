package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A JSON Schema for editors, which see a file as it is written: before files are merged and expressions evaluated. So keys
 * that a file may have from the one that it extends are not required of it, and an expression may stand in place of a
 * number or as a part of a text, if the document has variables. A text that does not match a pattern is told in words, in a key of
 * yaml-language-server. Alternatives that a word tells apart have that word as their title, and all words are listed in
 * front of them, so that completion offers all.
 */
public final class EditorSchema {

    /** The key of an element of a list that stands for several, in documents with variables. */
    public static final String LOOP = "for";

    /** Start of an expression, as a pattern. */
    private static final String EXPRESSION = "\\$\\{";

    private static final Set<String> BY_NAME = Set.of("properties", "patternProperties", "dependentSchemas", "$defs");

    /** No schemas, or conditions, which select and do not complain. */
    private static final Set<String> LEFT = Set.of("examples", "enum", "const", "default", "required", "if");

    private final boolean expressions;
    private final List<JsonNode> elements = new ArrayList<>();

    private EditorSchema(boolean expressions) {
        this.expressions = expressions;
    }

    /** The schema for editors of that which documents are checked against. */
    public static String of(String schema) {
        return of(schema, Map.of());
    }

    /**
     * The schema for editors of that which documents are checked against.
     *
     * @param words what to offer beside other texts, by JSON pointer to the schema of the value
     * @throws IllegalArgumentException if there is no schema at a pointer
     */
    public static String of(String schema, Map<String, List<String>> words) {
        try {
            ObjectNode root = (ObjectNode) new ObjectMapper().readTree(schema);
            EditorSchema editor = new EditorSchema(root.path("properties").has("variables"));
            editor.change(root);
            if (editor.expressions) {
                editor.elements.forEach(element -> allowLoops(root, element));
            }
            if (root.path("properties").has("extends") && root.has("required")) {
                root.putObject("if").putArray("required").add("extends");
                root.putObject("else").set("required", root.remove("required"));
            }
            words.forEach((pointer, offered) -> offer(root.at(pointer), offered));
            return root.toPrettyString() + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no JSON", e);
        }
    }

    /** As examples: other texts are right, too. */
    private static void offer(JsonNode schema, List<String> words) {
        if (!(schema instanceof ObjectNode object)) {
            throw new IllegalArgumentException("there is no schema to offer words for");
        }
        ArrayNode examples = object.putArray("examples");
        words.forEach(examples::add);
    }

    /** Elements of lists may stand for several. */
    private static void allowLoops(ObjectNode root, JsonNode element) {
        String reference = element.path("$ref").asText();
        JsonNode schema = reference.isEmpty() ? element : root.at(reference.substring(1));
        if (schema.path("properties") instanceof ObjectNode keys) {
            keys.putObject(LOOP)
                    .put("type", "string")
                    .put("description", "Loops, such as i in 0..9: the element stands for one of each i.");
        }
        schema.path("oneOf").forEach(alternative -> allowLoops(root, alternative));
    }

    private void change(JsonNode schema) {
        if (schema.isArray()) {
            schema.forEach(this::change);
        }
        if (schema instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> children = new ArrayList<>(object.properties());
            for (Map.Entry<String, JsonNode> child : children) {
                if (BY_NAME.contains(child.getKey())) {
                    child.getValue().forEach(this::change);
                } else if (!LEFT.contains(child.getKey())) {
                    change(child.getValue());
                }
            }
            elements.add(object.path("items"));
            changeText(object);
            changeNumber(object);
            nameAlternatives(object);
        }
    }

    private void changeText(ObjectNode schema) {
        if (!schema.path("pattern").isTextual()) {
            return;
        }
        if (schema.has("title")) {
            expect(schema, schema.path("title").asText());
        }
        if (expressions) {
            schema.put("pattern", EXPRESSION + "|" + schema.path("pattern").asText());
        }
    }

    private void changeNumber(ObjectNode schema) {
        List<String> types = typesOf(schema.path("type"));
        boolean number = types.contains("integer") || types.contains("number");
        if (!expressions || !number || types.contains("string")) {
            return;
        }
        ArrayNode all = schema.putArray("type");
        types.forEach(all::add);
        all.add("string");
        schema.put("pattern", EXPRESSION);
        expect(schema, schema.path("title").asText("a number") + ", or an expression such as ${2 * n}");
    }

    private static List<String> typesOf(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : List.of(type.asText());
    }

    private static void expect(ObjectNode schema, String what) {
        schema.put("patternErrorMessage", "Expected " + what + ".");
    }

    private static void nameAlternatives(ObjectNode schema) {
        JsonNode alternatives = schema.path("oneOf");
        String tag = tagOf(alternatives);
        if (tag.isEmpty()) {
            return;
        }
        ArrayNode words = schema.withObjectProperty("properties").putObject(tag).putArray("enum");
        for (JsonNode alternative : alternatives) {
            JsonNode word = alternative.path("properties").path(tag).path("const");
            words.add(word);
            ((ObjectNode) alternative).set("title", word);
        }
    }

    /** The key by whose constant all alternatives are told apart; empty if there is none. */
    private static String tagOf(JsonNode alternatives) {
        for (Map.Entry<String, JsonNode> key :
                alternatives.path(0).path("properties").properties()) {
            boolean constant = StreamSupport.stream(alternatives.spliterator(), false)
                    .allMatch(alternative ->
                            alternative.path("properties").path(key.getKey()).has("const"));
            if (constant) {
                return key.getKey();
            }
        }
        return "";
    }
}
