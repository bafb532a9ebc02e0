package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.function.Function;

/**
 * A type with the schema of another, whose values mean something else in Java.
 *
 * @param schema type that has the schema
 * @param reader reads a value that follows it
 * @param writer the value as the other type has it
 * @param <S> the value of the other type
 * @param <T> the value in Java
 */
public record MappedType<S, T>(Type<S> schema, Function<Place, T> reader, Function<T, S> writer) implements Type<T> {

    @Override
    public String title(JsonNode example) {
        return schema.title(example);
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        schema.writeSchema(into, definitions);
    }

    @Override
    public T read(Place place) {
        return reader.apply(place);
    }

    @Override
    public JsonNode write(T value) {
        return schema.write(writer.apply(value));
    }
}
