package ganglion.documents.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The types that most keys have; meant to be imported statically. */
public final class Types {

    private static final TextType PATH = new TextType("the name of a file", "path", "", 1, 4096);

    private static final TextType NAME = text("a name of letters, digits, _, - and ., starting with a letter")
            .matching("^[A-Za-z][A-Za-z0-9_.-]{0,63}$")
            .named("name");

    private Types() {}

    /** A finite number. */
    public static NumberType number() {
        return new NumberType(Bounds.NONE);
    }

    /** A whole number of 32 bits. */
    public static IntegerType integer() {
        return new IntegerType(Bounds.NONE);
    }

    /** A whole number from 0, of 63 bits. */
    public static Type<Long> naturalNumber() {
        return new SimpleType<>(
                "a whole number from 0",
                schema -> schema.put("type", "integer").put("minimum", 0).put("maximum", Long.MAX_VALUE),
                Types::exact,
                LongNode::valueOf);
    }

    /** A number with a point or an exponent is read as one of 64 bits with 53 digits (IEEE 754, binary64). */
    private static long exact(Place place) {
        if (place.node().isFloatingPointNumber() && place.node().doubleValue() >= 1L << 53) {
            place.problem("found a number from 2^53 up with a point or an exponent, expected all its digits");
        }
        return place.node().longValue();
    }

    /** {@code true} or {@code false}. */
    public static Type<Boolean> flag() {
        return new SimpleType<>(
                "true or false",
                schema -> schema.put("type", "boolean"),
                place -> place.node().booleanValue(),
                BooleanNode::valueOf);
    }

    /** A text, by what messages expect. */
    public static TextType text(String title) {
        return new TextType(title, "", "", 0, 0);
    }

    /** A name that other parts of a document refer to. */
    public static TextType name() {
        return NAME;
    }

    /** The constants of an enumeration; {@code AT_ONCE} is written {@code at-once}. */
    public static <E extends Enum<E>> WordType<E> words(String title, Class<E> type) {
        return WordType.of(title, type);
    }

    /** Some constants of an enumeration. */
    public static <E extends Enum<E>> WordType<E> words(String title, List<E> constants) {
        return WordType.of(title, constants);
    }

    /** Words that stand for values, in the order in which pages list them. */
    public static <T> WordType<T> words(String title, Map<String, T> words) {
        return new WordType<>(title, new LinkedHashMap<>(words));
    }

    /** Words that stand for themselves. */
    public static WordType<String> words(String title, String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words) {
            map.put(word, word);
        }
        return new WordType<>(title, map);
    }

    /** Words that are known, or a name that the document declares elsewhere. */
    public static Type<String> wordsOrNames(String title, String... words) {
        return new WordOrName(title, List.of(words));
    }

    /** One certain word. */
    public static Type<String> constant(String word) {
        return new SimpleType<>(word, schema -> schema.put("const", word), Place::text, TextNode::valueOf);
    }

    /** A length of time in seconds, of which a document's clock need not know: {@code 64 ms}. */
    public static UnitType<Double> seconds() {
        return UnitType.of(Dimension.TIME, "duration", "2 ms");
    }

    /** A frequency in hertz. */
    public static UnitType<Double> hertz() {
        return UnitType.of(Dimension.FREQUENCY, "frequency", "16 kHz");
    }

    /** A voltage in volts. */
    public static UnitType<Double> volts() {
        return UnitType.of(Dimension.VOLTAGE, "voltage", "0.75 V");
    }

    /** A power in watts. */
    public static UnitType<Double> watts() {
        return UnitType.of(Dimension.POWER, "power", "2 mW");
    }

    /** An energy in joules. */
    public static UnitType<Double> joules() {
        return UnitType.of(Dimension.ENERGY, "energy", "50 uJ");
    }

    /** What a battery holds, in ampere-hours. */
    public static UnitType<Double> ampereHours() {
        return UnitType.of(Dimension.CHARGE, "charge", "230 mAh");
    }

    /** A time that is a whole number of ticks. */
    public static UnitType<Long> ticks() {
        return UnitType.ofTicks(Place::ticks, Types::written);
    }

    /** A time that is a whole number of ticks, at least one. */
    public static Type<Long> positiveTicks() {
        Type<Long> checked = checked(ticks(), place -> {
            if (place.unnoted().ticks() == 0) {
                place.problem("found no ticks, expected at least 1");
            }
        });
        return new MappedType<>(checked, place -> Math.max(1, checked.read(place)), ticks -> ticks);
    }

    /** A time that is a whole number of ticks of 32 bits; longer times count as the longest. */
    public static Type<Integer> intTicks() {
        return new MappedType<>(ticks(), place -> (int) Math.min(Integer.MAX_VALUE, place.ticks()), Integer::longValue);
    }

    /** A time in ticks that need not be whole. */
    public static UnitType<Double> fractionalTicks() {
        return UnitType.ofTicks(place -> place.fractionalTicks(1), Types::written);
    }

    /** A delay: a whole number of ticks, at least one. */
    public static UnitType<Integer> delayTicks() {
        return UnitType.ofTicks(Place::delayTicks, Types::written);
    }

    /** {@code 1 tick}, {@code 2 ticks}, {@code 2.5 ticks}. */
    private static String written(Number ticks) {
        double value = ticks.doubleValue();
        boolean whole = value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE;
        String number = whole ? Long.toString(ticks.longValue()) : ticks.toString();
        return number + (value == 1 ? " tick" : " ticks");
    }

    /** The name of a file that must be there. */
    public static Type<DocumentPath> file() {
        return path(Place::file);
    }

    /** The name of a file that need not be there yet. */
    public static Type<DocumentPath> futureFile() {
        return path(Place::futureFile);
    }

    /** The name of a folder that must be there. */
    public static Type<DocumentPath> folder() {
        return path(Place::folder);
    }

    private static Type<DocumentPath> path(Function<Place, DocumentPath> reader) {
        return new MappedType<>(PATH, reader, DocumentPath::written);
    }

    /** An object whose keys depend on something else in the document. */
    public static Type<Place> object(String title) {
        return new SimpleType<>(title, schema -> schema.put("type", "object"), place -> place, Place::node);
    }

    /** A value that a document writes as a text, or a list of at least one, by what messages expect. */
    public static <T> Type<List<T>> oneOrMore(String title, Type<T> element) {
        ListType<T> list = listOf(title, element).size(1, 0);
        Type<List<T>> alone = readAs(text("").length(1, 0), place -> List.of(element.read(place)));
        return oneOf(title, alone, list)
                .writtenBy(values -> values.size() == 1 ? element.write(values.get(0)) : list.write(values));
    }

    /** Any value. */
    public static Type<JsonNode> anything() {
        return new SimpleType<>("", schema -> {}, Place::node, value -> value);
    }

    /** A list of values of one type, by what messages expect. */
    public static <T> ListType<T> listOf(String title, Type<T> element) {
        return new ListType<>(title, element, "", 0, 0, false);
    }

    /** An object whose keys the document chooses, by what messages expect. */
    public static <T> MapType<T> mapOf(String title, Type<T> value) {
        return new MapType<>(title, Optional.empty(), value, 0);
    }

    /** The version of a format, counted from 1 to the newest that this Ganglion knows. */
    static Type<Integer> version(int newest) {
        String known =
                IntStream.rangeClosed(1, newest).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return new SimpleType<>(
                "a version of the format that this Ganglion knows: " + known,
                schema -> IntStream.rangeClosed(1, newest)
                        .forEach(schema.put("type", "integer").putArray("enum")::add),
                place -> place.node().intValue(),
                IntNode::valueOf);
    }

    /** A value in one of several forms, which their JSON types tell apart, by what messages expect. */
    @SafeVarargs
    public static <T> UnionType<T> oneOf(String title, Type<? extends T>... forms) {
        List<UnionType.Form<T>> list = new ArrayList<>();
        for (Type<? extends T> form : forms) {
            list.add(UnionType.Form.of(form));
        }
        return UnionType.of(title, List.copyOf(list));
    }

    /** A value with the schema of a type, from which something else is made in Java, and which is only read. */
    public static <S, T> Type<T> readAs(Type<S> schema, Function<Place, T> reader) {
        return new MappedType<>(schema, reader, value -> {
            throw new UnsupportedOperationException(schema.title(MissingNode.getInstance()) + " cannot be written");
        });
    }

    /** A value of a type that is looked at once more when it is read; what is wrong with it is noted at its place. */
    public static <T> Type<T> checked(Type<T> type, Consumer<Place> check) {
        return new MappedType<>(
                type,
                place -> {
                    check.accept(place);
                    return type.read(place);
                },
                value -> value);
    }

    /** One of some words, or a name. */
    private record WordOrName(String title, List<String> words) implements Type<String> {

        @Override
        public String title(JsonNode example) {
            return title;
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            ArrayNode either = into.put("type", "string").putArray("anyOf");
            words.forEach(either.addObject().putArray("enum")::add);
            NAME.writeSchema(either.addObject(), definitions);
        }

        @Override
        public String read(Place place) {
            return place.text();
        }

        @Override
        public JsonNode write(String value) {
            return TextNode.valueOf(value);
        }
    }

    /**
     * A type that has nothing to set.
     *
     * @param title what messages expect; empty if only keys can tell
     * @param schema writes its keywords
     * @param reader reads a value that follows the schema
     * @param writer the value as a document has it
     * @param <T> the value in Java
     */
    private record SimpleType<T>(
            String title, Consumer<ObjectNode> schema, Function<Place, T> reader, Function<T, JsonNode> writer)
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

    /**
     * A value that is written in one of several forms, told apart by their JSON types: a text or an object, a number or a list.
     *
     * @param title what messages expect: {@code all, or a list of names}
     * @param forms their types, no two of which share a JSON type
     * @param writer the form that a value is written in, as a document has it
     * @param <T> what all forms have in common
     */
    public record UnionType<T>(String title, List<Form<T>> forms, Function<T, JsonNode> writer) implements Type<T> {

        /**
         * One form.
         *
         * @param type of its values
         * @param jsonTypes of its values: {@code string}, {@code number}, ...
         * @param standsAlone whether its keywords must not be mixed with those of other forms
         * @param <T> the value in Java
         */
        public record Form<T>(Type<? extends T> type, List<String> jsonTypes, boolean standsAlone) {

            static <T> Form<T> of(Type<? extends T> type) {
                ObjectNode schema = JsonNodeFactory.instance.objectNode();
                Definitions definitions = new Definitions(false);
                type.writeSchema(schema, definitions);
                boolean refers = schema.has("$ref");
                JsonNode body = refers ? definitions.resolve(schema) : schema;
                return new Form<>(type, jsonTypes(body), refers || body.has("enum"));
            }

            private static List<String> jsonTypes(JsonNode schema) {
                JsonNode written = schema.path("type");
                if (written.isMissingNode() && schema.has("enum")) {
                    return List.of("string");
                }
                List<String> types = new ArrayList<>();
                (written.isArray()
                                ? written
                                : JsonNodeFactory.instance.arrayNode().add(written))
                        .forEach(type -> types.add(type.asText()));
                return List.copyOf(types);
            }

            boolean takes(JsonNode node) {
                String type = node.getNodeType().name().toLowerCase(Locale.ROOT);
                return jsonTypes.contains(type) || node.isNumber() && jsonTypes.contains("integer");
            }
        }

        /** A value in one of several forms that is only read. */
        static <T> UnionType<T> of(String title, List<Form<T>> forms) {
            return new UnionType<>(title, forms, value -> {
                throw new UnsupportedOperationException(title + " cannot be written");
            });
        }

        /** The same type, with the way back into a document. */
        public UnionType<T> writtenBy(Function<T, JsonNode> write) {
            return new UnionType<>(title, forms, write);
        }

        @Override
        public String title(JsonNode example) {
            return title;
        }

        private static void addTypes(Form<?> form, ArrayNode types) {
            form.jsonTypes().forEach(types::add);
        }

        @Override
        public void writeSchema(ObjectNode into, Definitions definitions) {
            ArrayNode types = into.putArray("type");
            forms.forEach(form -> addTypes(form, types));
            for (Form<T> form : forms) {
                ObjectNode own = JsonNodeFactory.instance.objectNode();
                form.type().writeSchema(own, definitions);
                if (form.standsAlone()) {
                    ObjectNode rule =
                            into.has("if") ? into.withArrayProperty("allOf").addObject() : into;
                    addTypes(form, rule.putObject("if").putArray("type"));
                    rule.set("then", own);
                } else {
                    own.remove("type");
                    into.setAll(own);
                }
            }
        }

        @Override
        public T read(Place place) {
            for (Form<T> form : forms) {
                if (form.takes(place.node())) {
                    return form.type().read(place);
                }
            }
            throw new IllegalStateException("the schema lets " + place.pointer() + " be none of the forms of " + title);
        }

        @Override
        public JsonNode write(T value) {
            return writer.apply(value);
        }
    }
}
