package ganglion.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.PlainText;
import java.io.PrintStream;

/** The one JSON document that {@code --json} prints. */
public final class JsonOutput {

    private JsonOutput() {}

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Prints a document, indented, with a line break after it. */
    public static void print(JsonNode document, PrintStream out) {
        out.println(PlainText.json(document.toPrettyString()));
    }
}
