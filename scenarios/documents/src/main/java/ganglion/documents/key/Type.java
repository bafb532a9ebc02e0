package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;

/**
 * What the value of a key may be: its JSON Schema, and the way from and to a document. Immutable and safe to share.
 *
 * @param <T> the value in Java
 */
public interface Type<T> {

    /**
     * What a value must be, as error messages expect it: {@code a number from 0 to 1}. Empty if only the keys that use the
     * type can tell.
     *
     * @param example of the key that uses the type; missing if it has none
     */
    String title(JsonNode example);

    /**
     * Puts the keywords of the JSON Schema into an object, except {@code title}, {@code description}, {@code default} and
     * {@code examples}, which the key writes.
     *
     * @param definitions where a type that is used in many places puts its schema once
     */
    void writeSchema(ObjectNode into, Definitions definitions);

    /**
     * Reads a value that follows the schema. What is wrong beyond the schema is noted at the place, or refused where there is
     * nothing to go on with.
     *
     * @throws IllegalArgumentException if the numbers of an object do not fit each other
     */
    T read(Place place);

    /**
     * The value as a document has it.
     *
     * @throws UnsupportedOperationException if values of this type are only read
     */
    default JsonNode write(T value) {
        throw new UnsupportedOperationException("a value of type " + getClass().getSimpleName() + " cannot be written");
    }
}
