package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of some words, each of which stands for a value.
 *
 * @param title what messages expect: {@code the name of a reset}
 * @param words value of each word, in the order in which pages and messages list them
 * @param <T> the value in Java
 */
public record WordType<T>(String title, Map<String, T> words) implements Type<T> {

    /** @throws IllegalArgumentException if there are no words */
    public WordType {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words for " + title);
        }
    }

    /** The constants of an enumeration: {@code AT_ONCE} is written {@code at-once}. */
    static <E extends Enum<E>> WordType<E> of(String title, Class<E> type) {
        return of(title, List.of(type.getEnumConstants()));
    }

    /** Some constants of an enumeration. */
    static <E extends Enum<E>> WordType<E> of(String title, List<E> constants) {
        Map<String, E> words = new LinkedHashMap<>();
        constants.forEach(constant -> words.put(wordOf(constant), constant));
        return new WordType<>(title, words);
    }

    /** A constant as a document writes it: {@code AT_ONCE} is {@code at-once}. */
    public static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        ArrayNode list = into.putArray("enum");
        words.keySet().forEach(list::add);
    }

    @Override
    public T read(Place place) {
        return words.get(place.text());
    }

    @Override
    public JsonNode write(T value) {
        return words.entrySet().stream()
                .filter(word -> word.getValue().equals(value))
                .map(word -> TextNode.valueOf(word.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no word for " + value + " as " + title));
    }
}
