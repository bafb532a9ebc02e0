package ganglion.documents.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;

/** Writes the JSON Schema (draft 2020-12) of a document whose root is a shape. */
public final class SchemaWriter {

    private SchemaWriter() {}

    /**
     * The schema that documents are checked against. It leaves out what says nothing about a document (descriptions,
     * defaults, examples), so that it is made fast; its text is the whole, the same for the same
     * declarations, and made when it is asked for.
     *
     * @param id a URN that no other schema has
     * @param description what the document is, in full sentences
     * @param root the shape of the document
     */
    public static DocumentSchema schema(String id, String description, Shape<?> root) {
        return DocumentSchema.of(
                tree(id, description, root, false),
                () -> tree(id, description, root, true).toPrettyString() + "\n");
    }

    private static ObjectNode tree(String id, String description, Shape<?> root, boolean documented) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Definitions definitions = new Definitions(documented);
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", id)
                .put("title", root.title(JsonNodeFactory.instance.missingNode()))
                .put("description", description);
        root.writeBody(schema, definitions);
        if (!definitions.tree().isEmpty()) {
            schema.set("$defs", definitions.tree());
        }
        return schema;
    }
}
