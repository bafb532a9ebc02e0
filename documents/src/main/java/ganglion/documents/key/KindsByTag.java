package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One of several kinds, named by a key that stands among the parameters: {@code {kind: leaky, beta: 0.9}}. The list of kinds
 * is the only place that knows them all.
 *
 * @param noun what messages expect, before the words: {@code a layer}
 * @param tag the key that names the kind: {@code kind}
 * @param definition name of the definition that all uses refer to; empty if each use has its own
 * @param kinds in the order in which pages and messages list them
 * @param <T> what all kinds have in common
 */
public record KindsByTag<T>(String noun, String tag, String definition, List<Kind<? extends T>> kinds)
        implements Type<T> {

    /**
     * A kind.
     *
     * @param word the value of the tag
     * @param description what the kind is, in full sentences
     * @param shape its parameters, without the tag
     * @param <T> the value in Java
     */
    public record Kind<T>(String word, String description, Shape<T> shape) {

        private Shape<T> whole(String tag) {
            return shape.startingWith(Key.of(tag, new ConstantType(word))
                    .says(description)
                    .required()
                    .example(word));
        }
    }

    /** @throws IllegalArgumentException if two kinds have one word */
    public KindsByTag {
        kinds = List.copyOf(kinds);
        if (kinds.stream().map(Kind::word).distinct().count() < kinds.size()) {
            throw new IllegalArgumentException("two kinds of " + noun + " have one word");
        }
    }

    /** Kinds named by the key {@code kind}. */
    public static <T> KindsByTag<T> of(String noun, List<Kind<? extends T>> kinds) {
        return new KindsByTag<>(noun, "kind", "", kinds);
    }

    /** The same kinds, whose schema is a definition that all uses refer to. */
    public KindsByTag<T> named(String name) {
        return new KindsByTag<>(noun, tag, name, kinds);
    }

    /** Some of the kinds, by their words. */
    public KindsByTag<T> only(Predicate<String> words) {
        return new KindsByTag<>(
                noun,
                tag,
                definition,
                kinds.stream().filter(kind -> words.test(kind.word())).toList());
    }

    @Override
    public String title(JsonNode example) {
        return noun;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        String words = kinds.stream().map(Kind::word).collect(Collectors.joining(", "));
        if (definition.isEmpty()) {
            into.put("title", noun + ": " + words);
            writeBody(into, definitions);
        } else {
            definitions.refer(definition, into, body -> {
                body.put("title", noun + ": " + words);
                writeBody(body, definitions);
            });
        }
    }

    private void writeBody(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        ArrayNode choice = into.putArray("oneOf");
        kinds.forEach(kind -> kind.whole(tag).writeBody(choice.addObject(), definitions));
    }

    @Override
    public T read(Place place) {
        String word = place.at(tag).text();
        for (Kind<? extends T> kind : kinds) {
            if (kind.word().equals(word)) {
                return kind.shape().read(place);
            }
        }
        throw new IllegalStateException("the schema lets " + place.pointer() + " be none of the kinds of " + noun);
    }
}
