package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import java.util.List;

/**
 * One of several kinds, named by the only key of an object: {@code {lif: {beta: 0.9}}}. The list of kinds is the only place
 * that knows them all.
 *
 * @param title what messages expect: {@code an encoder}
 * @param kinds in the order in which pages and messages list them
 * @param <T> what all kinds have in common
 */
public record KindsByKey<T>(String title, List<Kind<? extends T>> kinds) implements Type<T> {

    /**
     * A kind.
     *
     * @param key its word, with the type of its parameters
     * @param type its class, by which values find their kind
     * @param <T> the value in Java
     */
    public record Kind<T>(Key<T> key, Class<T> type) {

        private JsonNode write(Object value) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.set(key.name(), key.type().write(type.cast(value)));
            return object;
        }
    }

    public KindsByKey {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        ObjectNode properties = into.putObject("properties");
        kinds.forEach(kind -> kind.key().writeSchema(properties, definitions));
        ArrayNode choice = into.putArray("oneOf");
        kinds.forEach(
                kind -> choice.addObject().putArray("required").add(kind.key().name()));
        into.put("additionalProperties", false);
    }

    @Override
    public T read(Place place) {
        for (Kind<? extends T> kind : kinds) {
            if (kind.key().isIn(place)) {
                return read(kind, place);
            }
        }
        throw new IllegalStateException("the schema lets " + place.pointer() + " be none of the kinds of " + title);
    }

    /** What the parameters of a kind refuse is a problem of these parameters, not of the object around them. */
    private static <K> K read(Kind<K> kind, Place place) {
        try {
            return kind.key().in(place);
        } catch (IllegalArgumentException e) {
            throw PlacedException.at(kind.key().at(place), e);
        }
    }

    @Override
    public JsonNode write(T value) {
        return kinds.stream()
                .filter(kind -> kind.type().isInstance(value))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        value.getClass().getSimpleName() + " is none of the kinds of " + title))
                .write(value);
    }
}
