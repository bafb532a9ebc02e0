package ganglion.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schema as a page to read: a section for each object, a row for each of its keys. */
public final class SchemaReference {

    private static final String PROPERTIES = "properties";
    private static final String REFERENCE = "$ref";

    private final JsonNode root;
    private final StringBuilder page = new StringBuilder();
    private final Deque<Section> waiting = new ArrayDeque<>();

    /** What stands in many places, such as a distribution, is shown in the first. */
    private final Set<String> shown = new HashSet<>();

    /** An object of a document, and where in the document it stands. */
    private record Section(String place, String when, JsonNode schema) {}

    private final boolean eachOnce;

    private SchemaReference(JsonNode root, boolean eachOnce) {
        this.root = root;
        this.eachOnce = eachOnce;
    }

    /**
     * The page of a schema, in Markdown.
     *
     * @param schema of the files
     * @param title of the page
     * @param command that prints the page
     */
    public static String markdown(String schema, String title, String command) {
        return markdown(schema, title, command, false);
    }

    /** The same page, on which an object that many keys share has one section, at its first key. */
    public static String compactMarkdown(String schema, String title, String command) {
        return markdown(schema, title, command, true);
    }

    private static String markdown(String schema, String title, String command, boolean eachOnce) {
        try {
            return new SchemaReference(new ObjectMapper().readTree(schema), eachOnce).write(title, command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own schema is not JSON", e);
        }
    }

    private String write(String title, String command) {
        page.append("# ").append(title).append("\n\n");
        page.append("Made from the schema by `")
                .append(command)
                .append("`; do not edit. ")
                .append(root.path("description").asText())
                .append("\n\nKeys in bold are required. `*` in a place stands for any element of a list.\n");
        waiting.add(new Section("", "", root));
        while (!waiting.isEmpty()) {
            write(waiting.poll());
        }
        return page.toString();
    }

    private void write(Section section) {
        String title = section.place().isEmpty() ? "The file" : "`" + section.place() + "`";
        page.append("\n## ").append(title).append(section.when()).append("\n\n");
        page.append("| key | what it is | default | example | |\n|---|---|---|---|---|\n");
        Set<String> required = texts(section.schema().path("required"));
        List<Section> below = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property :
                section.schema().path(PROPERTIES).properties()) {
            String key = property.getKey();
            writeRow(key, property.getValue(), required.contains(key));
            collect(section.place() + "/" + key, property.getValue(), below);
        }
        section.schema().path("allOf").forEach(rule -> collectChoice(section.place(), rule, below));
        // Depth first, so that what belongs together stands together.
        for (int i = below.size() - 1; i >= 0; i--) {
            waiting.addFirst(below.get(i));
        }
    }

    private void writeRow(String key, JsonNode property, boolean required) {
        String name = required ? "**`" + key + "`**" : "`" + key + "`";
        JsonNode list = property.path("anyOf").path(0).path("enum");
        list = list.isMissingNode() ? property.path("enum") : list;
        String words = list.size() > 1 ? " (" + String.join(", ", codes(list)) + ")" : "";
        String example = property.path("examples").isEmpty()
                ? ""
                : code(property.path("examples").get(0));
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(cell(property.path("title").asText() + words))
                .append(" | ")
                .append(property.has("default") ? code(property.get("default")) : "")
                .append(" | ")
                .append(example)
                .append(" | ")
                .append(cell(property.path("description").asText()))
                .append(" |\n");
    }

    /** Objects below a property: itself, or the elements of a list. */
    private void collect(String place, JsonNode property, List<Section> below) {
        JsonNode schema = resolved(property);
        if (schema.has(PROPERTIES) && isNew(property)) {
            below.add(new Section(place, "", schema));
        }
        JsonNode ifObject = schema.path("then");
        if (resolved(ifObject).has(PROPERTIES)
                && shown.add(ifObject.path(REFERENCE).asText())) {
            below.add(new Section(place, ", as an object, here and elsewhere", resolved(ifObject)));
        }
        collectAlternatives(place, schema, below);
        JsonNode values = schema.path("additionalProperties");
        if (resolved(values).has(PROPERTIES) && isNew(values)) {
            below.add(new Section(place + "/*", "", resolved(values)));
        }
        JsonNode items = resolved(schema.path("items"));
        if (items.has(PROPERTIES) && isNew(schema.path("items"))) {
            below.add(new Section(place + "/*", "", items));
        }
        JsonNode itemIfObject = items.path("then");
        if (resolved(itemIfObject).has(PROPERTIES)
                && shown.add(itemIfObject.path(REFERENCE).asText())) {
            below.add(new Section(place + "/*", ", as an object", resolved(itemIfObject)));
        }
        collectAlternatives(place + "/*", items, below);
    }

    /** Objects of different kinds, each of which names its kind in a key of one value. */
    private void collectAlternatives(String place, JsonNode schema, List<Section> below) {
        for (JsonNode alternative : schema.path("oneOf")) {
            for (Map.Entry<String, JsonNode> property :
                    resolved(alternative).path(PROPERTIES).properties()) {
                if (property.getValue().has("const") && shown.add(alternative.toString())) {
                    String when = ", where " + property.getKey() + " is "
                            + property.getValue().get("const").asText();
                    below.add(new Section(place, when, resolved(alternative)));
                }
            }
        }
    }

    /** What a key is where another has a certain value, such as the parameters of a model. */
    private void collectChoice(String place, JsonNode rule, List<Section> below) {
        for (Map.Entry<String, JsonNode> condition :
                rule.path("if").path(PROPERTIES).properties()) {
            JsonNode value = condition.getValue();
            String when = ", where " + condition.getKey() + " is "
                    + (value.has("enum")
                            ? String.join(", ", texts(value.get("enum")))
                            : value.path("const").asText());
            rule.path("then").path(PROPERTIES).properties().stream()
                    .filter(property -> resolved(property.getValue()).has(PROPERTIES))
                    .forEach(property -> below.add(
                            new Section(place + "/" + property.getKey(), when, resolved(property.getValue()))));
        }
    }

    /** Whether a schema gets a section: on a compact page, a definition gets one only. */
    private boolean isNew(JsonNode schema) {
        return !eachOnce
                || !schema.has(REFERENCE)
                || shown.add(schema.get(REFERENCE).asText());
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has(REFERENCE) ? root.at(schema.get(REFERENCE).asText().substring(1)) : schema;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<String> codes(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(code(value)));
        return words;
    }

    private static String code(JsonNode value) {
        return "`" + cell(value.isTextual() ? value.asText() : value.toString()) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
