package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key.JsonValues;
import ganglion.documents.place.Place;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An object with known keys, and rules about which keys go together. Immutable; the methods that add something give another
 * shape.
 *
 * @param <T> the object in Java
 */
public final class Shape<T> implements Type<T> {

    private final String title;
    private final String definition;
    private final List<Key<?>> keys;
    private final List<BiConsumer<ObjectNode, Definitions>> rules;
    private final Function<Place, T> reader;
    private final BiConsumer<T, ObjectNode> writer;

    private Shape(
            String title,
            String definition,
            List<Key<?>> keys,
            List<BiConsumer<ObjectNode, Definitions>> rules,
            Function<Place, T> reader,
            BiConsumer<T, ObjectNode> writer) {
        this.title = title;
        this.definition = definition;
        this.keys = keys;
        this.rules = rules;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * An object.
     *
     * @param title what messages expect: {@code a synaptic current}; may be empty
     * @param reader makes the Java object of a place that follows the schema
     * @param keys in the order in which pages and messages list them
     */
    public static <T> Shape<T> of(String title, Function<Place, T> reader, Key<?>... keys) {
        return new Shape<>(title, "", List.of(keys), List.of(), reader, null);
    }

    /** An object with the keys of several groups. */
    public static <T> Shape<T> of(String title, Function<Place, T> reader, List<Key<?>> keys) {
        return new Shape<>(title, "", List.copyOf(keys), List.of(), reader, null);
    }

    /**
     * An object that is a record in Java: each key reads and writes the component in its place. A component that is an {@link
     * Optional} is empty where its key is left out.
     *
     * @param title what messages expect; may be empty
     * @param keys one for each component, of its type, in the order in which pages and messages list them
     */
    public static <T extends Record> Shape<T> ofRecord(String title, Class<T> type, Key<?>... keys) {
        RecordBinding<T> binding = new RecordBinding<>(type, List.of(keys));
        return new Shape<>(title, "", binding.keys(), List.of(), binding::read, binding::write);
    }

    /**
     * An object with a key for each of some things, any of which may be left out.
     *
     * @param keyOf the key of a thing
     */
    public static <K, V> Shape<Map<K, V>> table(String title, Collection<K> things, Function<K, Key<V>> keyOf) {
        Map<K, Key<V>> keys = new LinkedHashMap<>();
        things.forEach(thing -> keys.put(thing, keyOf.apply(thing)));
        return of(
                title,
                place -> {
                    Map<K, V> found = new LinkedHashMap<>();
                    keys.forEach((thing, key) -> key.find(place).ifPresent(value -> found.put(thing, value)));
                    return found;
                },
                List.copyOf(keys.values()));
    }

    /**
     * The same shape with one more key, whose value is a property of the object in Java. A shape all of whose keys are added
     * so is written, too.
     */
    public <V> Shape<T> with(Key<V> key, Function<T, V> property) {
        BiConsumer<T, ObjectNode> write = (value, into) -> key.write(into, property.apply(value));
        BiConsumer<T, ObjectNode> both = writer == null ? write : writer.andThen(write);
        return new Shape<>(title, definition, keys(keys, key), rules, reader, both);
    }

    /** The same shape with one more key before all others. */
    Shape<T> startingWith(Key<?> first) {
        return new Shape<>(title, definition, keys(List.of(first), keys.toArray(new Key<?>[0])), rules, reader, writer);
    }

    /** The same shape, whose schema is a definition that all its uses refer to. */
    public Shape<T> named(String name) {
        return new Shape<>(title, name, keys, rules, reader, writer);
    }

    /** The same shape, with the way back into a document. */
    public Shape<T> writtenBy(BiConsumer<T, ObjectNode> write) {
        return new Shape<>(title, definition, keys, rules, reader, write);
    }

    /** The same shape, whose objects are something else in Java, and are only read. */
    public <R> Shape<R> as(Function<? super T, R> to) {
        return new Shape<>(title, definition, keys, rules, place -> to.apply(reader.apply(place)), null);
    }

    /** Exactly one of some keys is there. */
    public Shape<T> exactlyOne(Key<?>... of) {
        return ruled((schema, definitions) -> {
            ArrayNode choice = choice(schema);
            for (Key<?> key : of) {
                choice.addObject().putArray("required").add(key.name());
            }
        });
    }

    /** Where one key is there, others are, too. */
    public Shape<T> needs(Key<?> key, Key<?>... others) {
        return ruled((schema, definitions) -> {
            ArrayNode needed = schema.withObjectProperty("dependentRequired").putArray(key.name());
            addNames(Stream.of(others), needed);
        });
    }

    private static void addNames(Stream<? extends Key<?>> keys, ArrayNode names) {
        keys.map(Key::name).forEach(names::add);
    }

    /** Where one key is there, others are not. */
    public Shape<T> excludes(Key<?> key, Key<?>... others) {
        return ruled((schema, definitions) -> {
            ObjectNode forbidden = dependent(schema, key).withObjectProperty("properties");
            for (Key<?> other : others) {
                forbidden.put(other.name(), false);
            }
        });
    }

    /** Where one key is there, another has a certain value. */
    public Shape<T> needsValue(Key<?> key, Key<?> other, Object value) {
        return ruled((schema, definitions) -> {
            ObjectNode dependent = dependent(schema, key);
            dependent.withArrayProperty("required").add(other.name());
            dependent.withObjectProperty("properties").putObject(other.name()).set("const", JsonValues.of(value));
        });
    }

    /**
     * Where one key is there, a further schema holds for the object.
     *
     * @param rule writes its keywords
     */
    public Shape<T> where(Key<?> key, BiConsumer<ObjectNode, Definitions> rule) {
        return ruled((schema, definitions) -> rule.accept(dependent(schema, key), definitions));
    }

    /** At least a number of keys are there. */
    public Shape<T> atLeastKeys(int number) {
        return ruled((schema, definitions) -> schema.put("minProperties", number));
    }

    /** One key names a kind, and another has the parameters of that kind. The shape lists both keys. */
    public Shape<T> choosing(KindsByWord<?> kinds) {
        return ruled(kinds::writeRules);
    }

    private Shape<T> ruled(BiConsumer<ObjectNode, Definitions> rule) {
        List<BiConsumer<ObjectNode, Definitions>> more = new ArrayList<>(rules);
        more.add(rule);
        return new Shape<>(title, definition, keys, List.copyOf(more), reader, writer);
    }

    private static ObjectNode dependent(ObjectNode schema, Key<?> key) {
        return schema.withObjectProperty("dependentSchemas").withObjectProperty(key.name());
    }

    /** The first choice stands in the object itself, further ones under {@code allOf}. */
    private static ArrayNode choice(ObjectNode schema) {
        return schema.has("oneOf")
                ? schema.withArrayProperty("allOf").addObject().putArray("oneOf")
                : schema.putArray("oneOf");
    }

    /** The keys, in their order. */
    public List<Key<?>> keys() {
        return keys;
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
            definitions.refer(definition, into, body -> {
                if (!title.isEmpty()) {
                    body.put("title", title);
                }
                writeBody(body, definitions);
            });
        }
    }

    /** The keywords of the object itself, even if other places refer to a definition. */
    void writeBody(ObjectNode into, Definitions definitions) {
        into.put("type", "object");
        ObjectNode properties = into.putObject("properties");
        keys.forEach(key -> key.writeSchema(properties, definitions));
        if (keys.stream().anyMatch(Key::isRequired)) {
            addNames(keys.stream().filter(Key::isRequired), into.putArray("required"));
        }
        rules.forEach(rule -> rule.accept(into, definitions));
        into.put("additionalProperties", false);
    }

    @Override
    public T read(Place place) {
        return reader.apply(place);
    }

    @Override
    public JsonNode write(T value) {
        if (writer == null) {
            throw new UnsupportedOperationException(title + " cannot be written");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        writer.accept(value, object);
        return object;
    }

    /** The keys of several groups, one after the other. */
    public static List<Key<?>> keys(List<? extends Key<?>> group, Key<?>... more) {
        List<Key<?>> all = new ArrayList<>(group);
        all.addAll(Arrays.asList(more));
        return List.copyOf(all);
    }

    /** The components of a record, read by its canonical constructor and written by its accessors. */
    private record RecordBinding<T extends Record>(Class<T> type, List<Key<?>> keys) {

        T read(Place place) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = types[i] == Optional.class
                        ? keys.get(i).find(place)
                        : keys.get(i).in(place);
            }
            try {
                Constructor<T> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException refusal ? refusal : misfit(e);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                throw misfit(e);
            }
        }

        void write(T value, ObjectNode into) {
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                write(keys.get(i), component(components[i], value), into);
            }
        }

        private Object component(RecordComponent component, T of) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(of);
            } catch (ReflectiveOperationException e) {
                throw misfit(e);
            }
        }

        @SuppressWarnings("unchecked") // a key has the type of its component
        private static <V> void write(Key<V> key, Object value, ObjectNode into) {
            if (value instanceof Optional<?> optional) {
                key.write(into, (Optional<V>) optional);
            } else {
                key.write(into, (V) value);
            }
        }

        private IllegalStateException misfit(Exception cause) {
            return new IllegalStateException("the keys " + keys + " do not fit the components of " + type, cause);
        }
    }
}
