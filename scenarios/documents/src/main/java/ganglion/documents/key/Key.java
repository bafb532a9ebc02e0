package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.place.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One key of an object: the only place that knows its name, type, title, description, default and examples. Immutable; the
 * methods that add something give another key.
 *
 * @param <T> the value in Java
 */
public final class Key<T> {

    private final String name;
    private final Type<T> type;
    private final boolean required;
    private final T defaultValue;
    private final JsonNode writtenDefault;
    private final String title;
    private final String description;
    private final List<Example> examples;

    private Key(
            String name,
            Type<T> type,
            boolean required,
            T defaultValue,
            JsonNode writtenDefault,
            String title,
            String description,
            List<Example> examples) {
        this.name = name;
        this.type = type;
        this.required = required;
        this.defaultValue = defaultValue;
        this.writtenDefault = writtenDefault;
        this.title = title;
        this.description = description;
        this.examples = examples;
    }

    /** An optional key without a default. */
    public static <T> Key<T> of(String name, Type<T> type) {
        return new Key<>(name, type, false, null, MissingNode.getInstance(), "", "", List.of());
    }

    /** The same key, described in full sentences: meaning, unit, what happens if it is left out. */
    public Key<T> says(String text) {
        return new Key<>(name, type, required, defaultValue, writtenDefault, title, text, examples);
    }

    /** The same key, with what messages expect where the type cannot tell it well enough: {@code a power of two}. */
    public Key<T> titled(String text) {
        return new Key<>(name, type, required, defaultValue, writtenDefault, text, description, examples);
    }

    /** The same key, which every object must have. */
    public Key<T> required() {
        return new Key<>(name, type, true, defaultValue, writtenDefault, title, description, examples);
    }

    /** The same key, with the value that stands for a missing one. */
    public Key<T> byDefault(T value) {
        return new Key<>(name, type, required, value, type.write(value), title, description, examples);
    }

    /** The same key, with the value that stands for a missing one, and how a document would write it. */
    public Key<T> byDefault(T value, Object written) {
        return new Key<>(name, type, required, value, JsonValues.of(written), title, description, examples);
    }

    /**
     * The same key, with a default that is read like a value, because what it is depends on the document: {@code 20 ms} in
     * ticks.
     */
    public Key<T> byWrittenDefault(Object written) {
        return new Key<>(name, type, required, null, JsonValues.of(written), title, description, examples);
    }

    /**
     * The same key, with the value that stands for a missing one and that a document cannot write, such as half the sample
     * rate. The description says what it is.
     */
    public Key<T> impliedDefault(T value) {
        return new Key<>(name, type, required, value, MissingNode.getInstance(), title, description, examples);
    }

    /** The same key, with one more example; without any, the default is the example: a text, number, truth value, or a list or map of such. */
    public Key<T> example(Object value) {
        return withExample(new Example(JsonValues.of(value), ""));
    }

    /** The same key, with one more example, given as the YAML or JSON text of an object or list. */
    public Key<T> exampleText(String yaml) {
        return withExample(new Example(MissingNode.getInstance(), yaml));
    }

    private Key<T> withExample(Example example) {
        List<Example> more = new ArrayList<>(examples);
        more.add(example);
        return new Key<>(name, type, required, defaultValue, writtenDefault, title, description, List.copyOf(more));
    }

    /** An example; YAML is parsed where a schema shows it, and not when a program starts. */
    private record Example(JsonNode value, String yaml) {

        JsonNode node() {
            return yaml.isEmpty() ? value : JsonValues.parse(yaml);
        }
    }

    /** The key as a document writes it. */
    public String name() {
        return name;
    }

    /** What its value may be. */
    public Type<T> type() {
        return type;
    }

    /** Whether every object must have it. */
    public boolean isRequired() {
        return required;
    }

    /** What it means, in full sentences. */
    public String description() {
        return description;
    }

    /** The default as a document would write it; missing if there is none. */
    public JsonNode writtenDefault() {
        return writtenDefault;
    }

    /** The value that stands for a missing one. */
    public Optional<T> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** What messages expect of its value: {@code a number from 0 to 1}. */
    public String title() {
        return title.isEmpty()
                ? type.title(
                        examples.isEmpty() ? writtenDefault : examples.get(0).value())
                : title;
    }

    /** The first example, or the default if none is given; missing if there is neither. */
    public JsonNode example() {
        return examples.isEmpty() ? writtenDefault : examples.get(0).node();
    }

    /** Whether an object has this key. */
    public boolean isIn(Place object) {
        return object.has(name);
    }

    /** The place of its value in an object that has it. */
    public Place at(Place object) {
        return object.at(name);
    }

    /**
     * Its value in an object, or the default.
     *
     * @throws NoSuchElementException if the object lacks the key, which the schema lets it lack, and there is no default
     */
    public T in(Place object) {
        if (isIn(object)) {
            return type.read(at(object));
        }
        if (defaultValue == null && !writtenDefault.isMissingNode()) {
            return type.read(new Place(object.reading(), JsonPointers.member(object.pointer(), name), writtenDefault));
        }
        if (defaultValue == null) {
            throw new NoSuchElementException("no key " + name + " at " + object.pointer() + ", and no default");
        }
        return defaultValue;
    }

    /** Its value in an object; empty if the object lacks it, whatever the default. */
    public Optional<T> find(Place object) {
        return isIn(object) ? Optional.of(type.read(at(object))) : Optional.empty();
    }

    /** Writes a value into an object. The default is left out. */
    public void write(ObjectNode object, T value) {
        if (!value.equals(defaultValue)) {
            object.set(name, type.write(value));
        }
    }

    /** Writes a value into an object, if there is one. */
    public void write(ObjectNode object, Optional<T> value) {
        value.ifPresent(present -> object.set(name, type.write(present)));
    }

    /** Adds the schema of this key to the properties of an object's schema. */
    public void writeSchema(ObjectNode properties, Definitions definitions) {
        ObjectNode schema = properties.putObject(name);
        String expected = title();
        if (!expected.isEmpty()) {
            schema.put("title", expected);
        }
        if (!description.isEmpty() && definitions.areDocumented()) {
            schema.put("description", description);
        }
        type.writeSchema(schema, definitions);
        if (definitions.areDocumented()) {
            writeValues(schema);
        }
    }

    private void writeValues(ObjectNode schema) {
        if (!writtenDefault.isMissingNode()) {
            schema.set("default", writtenDefault);
        }
        if (!example().isMissingNode()) {
            ArrayNode list = schema.putArray("examples");
            list.add(example());
            examples.stream().skip(1).forEach(more -> list.add(more.node()));
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** Values of declarations as a document writes them. */
    static final class JsonValues {

        private JsonValues() {}

        /**
         * A text, number, truth value, list or map as a tree. Without Jackson's binding, whose start takes longer than reading a
         * scenario.
         */
        static JsonNode of(Object value) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            if (value instanceof Map<?, ?> map) {
                ObjectNode object = nodes.objectNode();
                map.forEach((key, each) -> object.set(key.toString(), of(each)));
                return object;
            }
            if (value instanceof Collection<?> list) {
                ArrayNode array = nodes.arrayNode();
                list.forEach(each -> array.add(of(each)));
                return array;
            }
            if (value == null) {
                return nodes.nullNode();
            }
            if (value instanceof Boolean flag) {
                return nodes.booleanNode(flag);
            }
            if (value instanceof Integer number) {
                return IntNode.valueOf(number);
            }
            if (value instanceof Long number) {
                return LongNode.valueOf(number);
            }
            return value instanceof Number number
                    ? DoubleNode.valueOf(number.doubleValue())
                    : nodes.textNode(value.toString());
        }

        /**
         * The tree of a YAML or JSON text in a declaration.
         *
         * @throws IllegalArgumentException if it is neither
         */
        static JsonNode parse(String yaml) {
            try {
                return new DocumentReader()
                        .read("declaration", yaml.getBytes(StandardCharsets.UTF_8))
                        .root();
            } catch (InputException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }
}
