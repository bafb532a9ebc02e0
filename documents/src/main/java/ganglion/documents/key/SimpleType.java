package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A type that has nothing to set.
 *
 * @param title what messages expect; empty if only keys can tell
 * @param schema writes its keywords
 * @param reader reads a value that follows the schema
 * @param writer the value as a document has it
 * @param <T> the value in Java
 */
record SimpleType<T>(String title, Consumer<ObjectNode> schema, Function<Place, T> reader, Function<T, JsonNode> writer)
        implements Type<T> {

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        schema.accept(into);
    }

    @Override
    public T read(Place place) {
        return reader.apply(place);
    }

    @Override
    public JsonNode write(T value) {
        return writer.apply(value);
    }
}
