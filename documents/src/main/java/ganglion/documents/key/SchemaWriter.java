package ganglion.documents.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema (draft 2020-12) of a document whose root is a shape. */
public final class SchemaWriter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaWriter() {}

    /**
     * The schema as text, the same for the same declarations.
     *
     * @param id a URN that no other schema has
     * @param description what the document is, in full sentences
     * @param root the shape of the document
     */
    public static String write(String id, String description, Shape<?> root) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Definitions definitions = new Definitions();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id)
                .put("title", root.title(JsonNodeFactory.instance.missingNode()))
                .put("description", description);
        root.writeBody(schema, definitions);
        if (!definitions.tree().isEmpty()) {
            schema.set("$defs", definitions.tree());
        }
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written as JSON", e);
        }
    }
}
