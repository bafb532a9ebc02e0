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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of several kinds, named by a word among the keys of an object: {@code {kind: leaky, beta: 0.9}}. The list of kinds is
 * the only place that knows them all.
 *
 * <p>The schema has one of two forms. As a rule each kind is an alternative with keys of its own, so that two kinds may
 * declare one name differently. With {@link #inOneObject} a name means the same in all kinds, and one object has the keys of
 * all; its messages tell a key of another kind from an unknown one. Values are only read.
 *
 * @param <T> what all kinds have in common
 */
public final class KindsByTag<T> implements Type<T> {

    private final String noun;
    private final Key<String> tag;
    private final String definition;
    private final List<Kind<? extends T>> kinds;
    private final boolean oneObject;
    private final Optional<Kind<? extends T>> untagged;

    /**
     * A kind.
     *
     * @param word the value of the tag
     * @param description what the kind is, in full sentences; empty where the description of the tag tells
     * @param shape its keys, without the tag
     * @param <T> the value in Java
     */
    public record Kind<T>(String word, String description, Shape<T> shape) {

        /** A kind whose description is that of the tag. */
        public Kind(String word, Shape<T> shape) {
            this(word, "", shape);
        }

        private Shape<T> withTag(Key<String> tag) {
            return shape.startingWith(Key.of(tag.name(), Types.constant(word))
                    .says(description)
                    .required()
                    .example(word));
        }

        private <R> Kind<R> as(Function<? super T, R> to) {
            return new Kind<>(word, description, shape.as(to));
        }
    }

    private KindsByTag(
            String noun,
            Key<String> tag,
            String definition,
            List<Kind<? extends T>> kinds,
            boolean oneObject,
            Optional<Kind<? extends T>> untagged) {
        this.noun = noun;
        this.tag = tag;
        this.definition = definition;
        this.kinds = List.copyOf(kinds);
        this.oneObject = oneObject;
        this.untagged = untagged;
        if (wordsOf(kinds).distinct().count() < kinds.size()) {
            throw new IllegalArgumentException("two kinds of " + noun + " have one word");
        }
    }

    /**
     * Kinds that are alternatives.
     *
     * @param noun what messages expect, before the words: {@code a layer}
     * @param tag the key that names the kind
     * @param kinds in the order in which pages and messages list them
     * @throws IllegalArgumentException if two kinds have one word
     */
    public static <T> KindsByTag<T> of(String noun, String tag, List<Kind<? extends T>> kinds) {
        return new KindsByTag<>(noun, Key.of(tag, wordsOf(kinds, "")).required(), "", kinds, false, Optional.empty());
    }

    /** Kinds that are alternatives, named by the key {@code kind}. */
    public static <T> KindsByTag<T> of(String noun, List<Kind<? extends T>> kinds) {
        return of(noun, "kind", kinds);
    }

    private static Stream<String> wordsOf(List<? extends Kind<?>> kinds) {
        return kinds.stream().map(Kind::word);
    }

    private static WordType<String> wordsOf(List<? extends Kind<?>> kinds, String title) {
        return Types.words(title, wordsOf(kinds).toArray(String[]::new));
    }

    /**
     * The same kinds, whose keys stand in one object. A key that several kinds have is one {@link Key} in all of them.
     *
     * @param title what messages expect of the tag: {@code the name of a rule}
     * @param description of the tag: what the kinds are
     * @param example a word
     */
    public KindsByTag<T> inOneObject(String title, String description, String example) {
        Key<String> described = Key.of(tag.name(), wordsOf(kinds, title))
                .says(description)
                .required()
                .example(example);
        return new KindsByTag<>(noun, described, definition, kinds, true, untagged);
    }

    /**
     * The same kinds in one object, and what an object without the tag is.
     *
     * @param without has at least one required key
     */
    public KindsByTag<T> orUntagged(Shape<? extends T> without) {
        return new KindsByTag<>(noun, tag, definition, kinds, true, Optional.of(new Kind<>("", without)));
    }

    /**
     * The same kinds, whose objects are something else in Java.
     *
     * @param to makes it of what this type reads
     */
    public <R> KindsByTag<R> as(Function<T, R> to) {
        List<Kind<? extends R>> converted = new ArrayList<>();
        kinds.forEach(kind -> converted.add(kind.as(to)));
        return new KindsByTag<>(noun, tag, definition, converted, oneObject, untagged.map(kind -> kind.as(to)));
    }

    /** The same kinds, whose schema is a definition that all uses refer to. */
    public KindsByTag<T> named(String name) {
        return new KindsByTag<>(noun, tag, name, kinds, oneObject, untagged);
    }

    /** The kinds, in their order. */
    public List<Kind<? extends T>> kinds() {
        return kinds;
    }

    @Override
    public String title(JsonNode example) {
        return noun;
    }

    @Override
    public void writeSchema(ObjectNode into, Definitions definitions) {
        if (!definition.isEmpty()) {
            definitions.refer(definition, into, body -> writeTitled(body, definitions));
        } else if (oneObject) {
            writeObject(into, definitions);
        } else {
            writeTitled(into, definitions);
        }
    }

    private void writeTitled(ObjectNode into, Definitions definitions) {
        if (oneObject) {
            writeObject(into.put("title", noun), definitions);
            return;
        }
        into.put("title", noun + ": " + wordsOf(kinds).collect(Collectors.joining(", ")));
        into.put("type", "object");
        ArrayNode choice = into.putArray("oneOf");
        kinds.forEach(kind -> kind.withTag(tag).writeBody(choice.addObject(), definitions));
    }

    private void writeObject(ObjectNode into, Definitions definitions) {
        new TagRules(tag, kinds, untagged.map(Kind::shape)).write(into, definitions);
    }

    @Override
    public T read(Place place) {
        if (untagged.isPresent() && !tag.isIn(place)) {
            return untagged.get().shape().read(place);
        }
        String word = tag.in(place);
        for (Kind<? extends T> kind : kinds) {
            if (kind.word().equals(word)) {
                return kind.shape().read(place);
            }
        }
        throw new IllegalStateException("the schema lets " + place.pointer() + " be none of the kinds of " + noun);
    }

    /**
     * The schema of one object with the keys of several kinds, and a rule for each kind: which keys it needs, and which it does
     * not have.
     *
     * @param tag the key that names the kind
     * @param kinds in the order in which pages and messages list them
     * @param untagged what an object without the tag is, if there is such
     */
    private record TagRules(
            Key<String> tag, List<? extends KindsByTag.Kind<?>> kinds, Optional<? extends Shape<?>> untagged) {

        void write(ObjectNode into, Definitions definitions) {
            into.put("type", "object");
            ObjectNode properties = into.putObject("properties");
            tag.writeSchema(properties, definitions);
            Map<String, Key<?>> all = allKeys();
            all.values().forEach(key -> key.writeSchema(properties, definitions));
            writeRequired(into);
            ArrayNode rules = into.putArray("allOf");
            for (KindsByTag.Kind<?> kind : kinds) {
                writeRule(KindsByWord.whereWordIs(rules, tag.name(), kind.word()), kind.shape(), all, definitions);
            }
            into.put("additionalProperties", false);
        }

        /** The tag, or else what an object without it must have. */
        private void writeRequired(ObjectNode into) {
            if (untagged.isEmpty()) {
                into.putArray("required").add(tag.name());
                return;
            }
            ArrayNode choice = into.putArray("oneOf");
            choice.addObject().putArray("required").add(tag.name());
            ArrayNode required = choice.addObject().putArray("required");
            untagged.get().keys().stream().filter(Key::isRequired).forEach(key -> required.add(key.name()));
        }

        /** Keys of the first kind as they come, then those of the next; keys that all kinds have come last. */
        private Map<String, Key<?>> allKeys() {
            Map<String, Key<?>> some = new LinkedHashMap<>();
            Map<String, Key<?>> common = new LinkedHashMap<>();
            for (KindsByTag.Kind<?> kind : kinds) {
                for (Key<?> key : kind.shape().keys()) {
                    boolean everywhere = kinds.stream()
                            .allMatch(other -> other.shape().keys().contains(key));
                    (everywhere ? common : some).put(key.name(), key);
                }
            }
            some.putAll(common);
            untagged.ifPresent(shape -> shape.keys().forEach(key -> some.put(key.name(), key)));
            return some;
        }

        private static void writeRule(
                ObjectNode then, Shape<?> shape, Map<String, Key<?>> all, Definitions definitions) {
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
    }
}
