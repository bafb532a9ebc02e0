package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.place.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One of several kinds, named by a word among the keys of an object: {@code {distribution: normal, mean: 1, deviation: 0.1}}.
 * The list of kinds is the only place that knows them all. A key that several kinds have is one {@link Key} in all of them.
 *
 * @param title what messages expect: {@code a distribution}
 * @param definition name of the definition that all uses refer to; empty if each use has its own
 * @param tag key of the word
 * @param kinds in the order in which pages and messages list them
 * @param untagged what an object without the word is; empty if the word is required
 * @param <T> what all kinds have in common
 */
public record TaggedKinds<T>(
        String title, String definition, Key<String> tag, List<Kind<T>> kinds, Optional<Kind<T>> untagged)
        implements Type<T> {

    /**
     * A kind.
     *
     * @param word that names it
     * @param shape its keys beside the word
     * @param holds whether a value is of this kind
     */
    public record Kind<T>(String word, Shape<T> shape, Predicate<T> holds) {}

    public TaggedKinds {
        kinds = List.copyOf(kinds);
    }

    /** Kinds whose word is required. */
    public TaggedKinds(String title, String definition, Key<String> tag, List<Kind<T>> kinds) {
        this(title, definition, tag, kinds, Optional.empty());
    }

    /** The words of kinds, for the type of their tag. */
    public static <T> String[] words(List<Kind<T>> kinds) {
        return kinds.stream().map(Kind::word).toArray(String[]::new);
    }

    @Override
    public String title(JsonNode example) {
        return title;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        if (definition.isEmpty()) {
            writeBody(into, definitions);
        } else {
            definitions.refer(definition, into, body -> writeBody(body.put("title", title), definitions));
        }
    }

    private void writeBody(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        ObjectNode properties = into.putObject("properties");
        tag.writeSchema(properties, definitions);
        Map<String, Key<?>> all = allKeys();
        all.values().forEach(key -> key.writeSchema(properties, definitions));
        writeNeeds(into);
        ArrayNode rules = into.putArray("allOf");
        for (Kind<T> kind : kinds) {
            writeRule(KindsByWord.whereWordIs(rules, tag.name(), kind.word()), kind.shape(), all, definitions);
        }
        into.put("additionalProperties", false);
    }

    /** The word, or else what names the kind without one. */
    private void writeNeeds(ObjectNode into) {
        if (untagged.isEmpty()) {
            into.putArray("required").add(tag.name());
            return;
        }
        ArrayNode choice = into.putArray("oneOf");
        choice.addObject().putArray("required").add(tag.name());
        ArrayNode required = choice.addObject().putArray("required");
        untagged.get().shape().keys().stream().filter(Key::isRequired).forEach(key -> required.add(key.name()));
    }

    /** Keys of one kind as they come, then those of the next; keys that all kinds have come last. */
    private Map<String, Key<?>> allKeys() {
        Map<String, Key<?>> some = new LinkedHashMap<>();
        Map<String, Key<?>> common = new LinkedHashMap<>();
        for (Kind<T> kind : kinds) {
            for (Key<?> key : kind.shape().keys()) {
                boolean everywhere =
                        kinds.stream().allMatch(other -> other.shape().keys().contains(key));
                (everywhere ? common : some).put(key.name(), key);
            }
        }
        some.putAll(common);
        untagged.ifPresent(kind -> kind.shape().keys().forEach(key -> some.put(key.name(), key)));
        return some;
    }

    private static void writeRule(ObjectNode then, Shape<?> shape, Map<String, Key<?>> all, Definitions definitions) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        shape.writeBody(body, definitions);
        body.remove(List.of("type", "properties", "additionalProperties"));
        then.setAll(body);
        List<String> foreign = new ArrayList<>(all.keySet());
        shape.keys().forEach(key -> foreign.remove(key.name()));
        if (!foreign.isEmpty()) {
            ObjectNode forbidden = then.putObject("properties");
            foreign.forEach(key -> forbidden.put(key, false));
        }
    }

    @Override
    public T read(Place place) {
        if (untagged.isPresent() && !tag.isIn(place)) {
            return untagged.get().shape().read(place);
        }
        String word = tag.in(place);
        return kinds.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema lets " + place.pointer() + " be " + word))
                .shape()
                .read(place);
    }

    @Override
    public JsonNode write(T value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Kind<T> kind : kinds) {
            if (kind.holds().test(value)) {
                tag.write(object, kind.word());
                return object.setAll((ObjectNode) kind.shape().write(value));
            }
        }
        return untagged.filter(kind -> kind.holds().test(value))
                .map(kind -> kind.shape().write(value))
                .orElseThrow(() -> new UnsupportedOperationException(
                        value.getClass().getSimpleName() + " is none of the kinds of " + title));
    }
}
