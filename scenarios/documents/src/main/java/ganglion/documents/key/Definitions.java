package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** The {@code $defs} of one schema: what is used in many places is written once, at its first use. */
public final class Definitions {

    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

    private final boolean documented;

    /** @param documented whether keys say what they mean; checking needs what they may be only */
    Definitions(boolean documented) {
        this.documented = documented;
    }

    /** Whether keys write their descriptions, defaults and examples. */
    boolean areDocumented() {
        return documented;
    }

    /**
     * Refers to a definition, which is written if this is its first use.
     *
     * @param name of the definition, unique in the schema
     * @param into the schema that refers to it
     * @param body writes its keywords
     */
    public void refer(String name, ObjectNode into, Consumer<ObjectNode> body) {
        if (!definitions.has(name)) {
            body.accept(definitions.putObject(name));
        }
        into.put("$ref", "#/$defs/" + name);
    }

    /** The definition that a schema refers to. */
    JsonNode resolve(ObjectNode schema) {
        return definitions.path(schema.path("$ref").asText().replace("#/$defs/", ""));
    }

    ObjectNode tree() {
        return definitions;
    }
}
