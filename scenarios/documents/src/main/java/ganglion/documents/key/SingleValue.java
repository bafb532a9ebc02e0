package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The value of a key outside of any document: on a command line, or in an example. */
public final class SingleValue {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private SingleValue() {}

    /** A text of a command line as a document would have it: a number if it is a whole one, else a text. */
    public static JsonNode node(String text) {
        return WHOLE_NUMBER.matcher(text).matches() ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
    }

    /**
     * An object that has only this key, from which the key reads its value. The clock and whatever else the value takes from
     * the reading must be set before.
     *
     * @throws IllegalArgumentException if the value does not follow the schema, saying what was found and what was expected
     */
    public static Place of(Key<?> key, JsonNode value) {
        Shape<Place> alone = Shape.of("a value", place -> place, key);
        DocumentSchema schema = SchemaWriter.schema("urn:ganglion:schema:value", "A value of " + key + ".", alone);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(key.name(), value);
        try {
            return Documents.root(Path.of(key.name()), object.toString(), root -> schema);
        } catch (InputException e) {
            throw new IllegalArgumentException(e.problems().get(0).message(), e);
        }
    }
}
