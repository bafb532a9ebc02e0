package ganglion.documents.key;

import static ganglion.documents.key.Types.anything;
import static ganglion.documents.key.Types.constant;
import static ganglion.documents.key.Types.delayTicks;
import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.fractionalTicks;
import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.intTicks;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.joules;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.object;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.oneOrMore;
import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.ticks;
import static ganglion.documents.key.Types.watts;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.documents.InputException;
import ganglion.documents.place.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type: what messages expect, what it takes, gives, writes and refuses. The clock has ticks of 1 ms. */
class TypesTest {

    private enum Edge {
        AT_ONCE,
        LATER
    }

    private static <T> Shape<T> of(Key<T> key) {
        return Shape.of("a thing", key::in, key);
    }

    private static <T> Place document(Key<T> key, String value) throws InputException {
        return DeclaredDocuments.read(of(key), "{\"key\": " + value + "}");
    }

    private static String problem(Key<?> key, String value) {
        return DeclaredDocuments.problems(of(key), "{\"key\": " + value + "}")
                .get(0)
                .replaceFirst("^\\S+: ", "");
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(number(), "1", 1.0, "1"),
                arguments(number(), "-0.5", -0.5, "-0.5"),
                arguments(number(), "1e300", 1e300, "1.0E300"),
                arguments(number(), "-0.0", -0.0, "-0.0"),
                arguments(number().above(0).below(1), "0.5", 0.5, "0.5"),
                arguments(integer(), "-3", -3, "-3"),
                arguments(integer().from(2).to(2), "2", 2, "2"),
                arguments(integer().multipleOf(4), "8", 8, "8"),
                arguments(naturalNumber(), "9223372036854775807", Long.MAX_VALUE, "9223372036854775807"),
                arguments(naturalNumber(), "9007199254740993", 9007199254740993L, "9007199254740993"),
                arguments(naturalNumber(), "9007199254740991.0", 9007199254740991L, "9007199254740991"),
                arguments(flag(), "true", true, "true"),
                arguments(flag(), "false", false, "false"),
                arguments(text("a word"), "\"w\"", "w", "\"w\""),
                arguments(Types.name(), "\"layer-1.a\"", "layer-1.a", "\"layer-1.a\""),
                arguments(constant("draw"), "\"draw\"", "draw", "\"draw\""),
                arguments(words("an edge", Edge.class), "\"at-once\"", Edge.AT_ONCE, "\"at-once\""),
                arguments(words("a letter", "a", "b"), "\"b\"", "b", "\"b\""),
                arguments(words("a digit", Map.of("one", 1)), "\"one\"", 1, "\"one\""),
                arguments(seconds(), "\"20 ms\"", 0.02, "\"20 ms\""),
                arguments(hertz(), "\"16 kHz\"", 16_000.0, "\"16 kHz\""),
                arguments(watts(), "\"2 mW\"", 0.002, "\"2 mW\""),
                arguments(joules(), "\"5 nJ\"", 5e-9, "\"5 nJ\""),
                arguments(ticks(), "\"20 ms\"", 20L, "\"20 ticks\""),
                arguments(ticks(), "\"0 s\"", 0L, "\"0 ticks\""),
                arguments(ticks(), "\"1 tick\"", 1L, "\"1 tick\""),
                arguments(positiveTicks(), "\"3 ticks\"", 3L, "\"3 ticks\""),
                arguments(intTicks(), "\"2 ms\"", 2, "\"2 ticks\""),
                arguments(fractionalTicks(), "\"2.5 ms\"", 2.5, "\"2.5 ticks\""),
                arguments(fractionalTicks(), "\"2 ms\"", 2.0, "\"2 ticks\""),
                arguments(delayTicks(), "\"4 ms\"", 4, "\"4 ticks\""),
                arguments(listOf("a list", integer()), "[1, 2]", List.of(1, 2), "[1,2]"),
                arguments(listOf("a list", integer()), "[]", List.of(), "[]"),
                arguments(mapOf("a map", flag()), "{\"b\": true}", Map.of("b", true), "{\"b\":true}"),
                arguments(oneOrMore("some", text("a name")), "\"a\"", List.of("a"), "\"a\""),
                arguments(oneOrMore("some", text("a name")), "[\"a\", \"b\"]", List.of("a", "b"), "[\"a\",\"b\"]"),
                arguments(anything(), "\"x\"", TextNode.valueOf("x"), "\"x\""),
                arguments(Types.version(2), "2", 2, "2"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    <T> void aValueIsReadAndWrittenAsItWasRead(Type<T> type, String json, T value, String written) throws Exception {
        Key<T> key = Key.of("key", type);
        Place place = document(key, json);

        assertEquals(value, key.in(place));
        assertEquals(List.of(), place.reading().problems());
        assertEquals(written, type.write(value).toString());
        assertEquals(value, key.in(document(key, written)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(number(), "\"x\"", "found \"x\", expected a number"),
                arguments(number().from(1), "0", "found 0, expected at least 1"),
                arguments(number().to(1), "2", "found 2, expected at most 1"),
                arguments(number().above(0), "0", "found 0, expected more than 0"),
                arguments(number().below(0), "0", "found 0, expected less than 0"),
                arguments(integer().from(1).to(9), "1.5", "found 1.5, expected a whole number from 1 to 9"),
                arguments(integer().from(1).to(9), "10", "found 10, expected at most 9"),
                arguments(naturalNumber(), "-1", "found -1, expected at least 0"),
                arguments(naturalNumber(), "0.5", "found 0.5, expected a whole number from 0"),
                arguments(
                        naturalNumber(),
                        "9007199254740993.0",
                        "found a number from 2^53 up with a point or an exponent, expected all its digits"),
                arguments(flag(), "\"yes\"", "found \"yes\", expected true or false"),
                arguments(text("a word"), "3", "found 3, expected a word"),
                arguments(text("a word").length(1, 2), "\"\"", "found \"\", expected at least 1 characters"),
                arguments(text("a word").length(1, 2), "\"abc\"", "found \"abc\", expected at most 2 characters"),
                arguments(text("a digit").matching("^[0-9]$"), "\"a\"", "found \"a\", expected a digit"),
                arguments(
                        Types.name(),
                        "\"1a\"",
                        "found \"1a\", expected a name of letters, digits, _, - and ., starting with a letter"),
                arguments(constant("draw"), "\"paint\"", "found \"paint\", expected \"draw\""),
                arguments(
                        words("an edge", Edge.class),
                        "\"latter\"",
                        "found \"latter\", expected one of at-once, later, did you mean \"later\"?"),
                arguments(seconds(), "5", "found 5, expected a time such as 2 ms (s, ms, us, ns, ps)"),
                arguments(hertz(), "\"5 s\"", "found \"5 s\", expected a frequency such as 16 kHz (Hz, kHz, MHz, GHz)"),
                arguments(positiveTicks(), "\"0 s\"", "found no ticks, expected at least 1"),
                arguments(listOf("a list", integer()), "3", "found 3, expected a list"),
                arguments(
                        listOf("a list", integer()).size(2, 3),
                        "[1]",
                        "found a list of 1 element, expected at least 2 elements"),
                arguments(
                        listOf("a list", integer()).size(1, 1),
                        "[1, 2]",
                        "found a list of 2 elements, expected at most 1 elements"),
                arguments(
                        listOf("a list", integer()).ofDifferent(),
                        "[1, 1]",
                        "found an element twice, expected each once"),
                arguments(listOf("a list", integer()), "[\"x\"]", "found \"x\", expected a whole number"),
                arguments(listOf("a list", integer()).each("a neuron"), "[\"x\"]", "found \"x\", expected a neuron"),
                arguments(
                        mapOf("a map", flag()).atLeast(1),
                        "{}",
                        "found an object with 0 keys, expected at least 1 keys"),
                arguments(mapOf("a map", flag()), "{\"a\": 1}", "found 1, expected true or false"),
                arguments(oneOrMore("some names", text("a name")), "3", "found 3, expected some names"),
                arguments(oneOrMore("some names", text("a name")), "[1]", "found 1, expected a name"),
                arguments(object("an object"), "3", "found 3, expected an object"),
                arguments(Types.version(2), "3", "found 3, expected one of 1, 2"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    <T> void aMessageSaysWhatWasFoundAndWhatTheTypeExpects(Type<T> type, String json, String message) {
        assertEquals(message, problem(Key.of("key", type), json));
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                arguments(number().from(0).below(1), "{\"type\":\"number\",\"minimum\":0,\"exclusiveMaximum\":1}"),
                arguments(number().above(-1.5).to(2), "{\"type\":\"number\",\"exclusiveMinimum\":-1.5,\"maximum\":2}"),
                arguments(integer().from(2).multipleOf(2), "{\"type\":\"integer\",\"minimum\":2,\"multipleOf\":2}"),
                arguments(naturalNumber(), "{\"type\":\"integer\",\"minimum\":0,\"maximum\":9223372036854775807}"),
                arguments(flag(), "{\"type\":\"boolean\"}"),
                arguments(
                        text("").matching("^a").length(1, 5),
                        "{\"type\":\"string\",\"pattern\":\"^a\",\"minLength\":1,\"maxLength\":5}"),
                arguments(constant("a"), "{\"const\":\"a\"}"),
                arguments(words("", Edge.class), "{\"enum\":[\"at-once\",\"later\"]}"),
                arguments(object(""), "{\"type\":\"object\"}"),
                arguments(anything(), "{}"),
                arguments(Types.version(2), "{\"type\":\"integer\",\"enum\":[1,2]}"),
                arguments(
                        listOf("", integer()).size(1, 2).ofDifferent(),
                        "{\"type\":\"array\",\"minItems\":1,\"maxItems\":2,\"items\":{\"title\":\"a whole number\",\"type\":"
                                + "\"integer\"},\"uniqueItems\":true}"),
                arguments(
                        mapOf("", flag()).atLeast(1),
                        "{\"type\":\"object\",\"minProperties\":1,\"additionalProperties\":{\"title\":\"true or false\","
                                + "\"type\":\"boolean\"}}"),
                arguments(oneOf("", integer(), text("")), "{\"type\":[\"integer\",\"string\"]}"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemaHasTheKeywordsOfTheType(Type<?> type, String expected) {
        assertEquals(expected, schema(type).toString());
    }

    private static JsonNode schema(Type<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        type.writeSchema(schema, new Definitions(true));
        return schema;
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                arguments(number(), "a number"),
                arguments(number().from(0).to(1), "a number from 0 to 1"),
                arguments(number().from(0).below(1), "a number from 0 to below 1"),
                arguments(number().above(0).to(1), "a number above 0 and up to 1"),
                arguments(number().above(0).below(1), "a number above 0 and below 1"),
                arguments(number().to(1), "a number up to 1"),
                arguments(number().below(1), "a number below 1"),
                arguments(integer().from(-1), "a whole number from -1"),
                arguments(naturalNumber(), "a whole number from 0"),
                arguments(flag(), "true or false"),
                arguments(constant("draw"), "draw"),
                arguments(text("a text"), "a text"),
                arguments(words("an edge", Edge.class), "an edge"),
                arguments(listOf("a list", flag()), "a list"),
                arguments(mapOf("a map", flag()), "a map"),
                arguments(oneOf("a form", flag(), number()), "a form"),
                arguments(Types.version(2), "a version of the format that this Ganglion knows: 1, 2"),
                arguments(anything(), ""),
                arguments(seconds(), ""));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void theTitleSaysWhatMessagesExpect(Type<?> type, String title) {
        assertEquals(title, type.title(MissingNode.getInstance()));
    }

    @Test
    void aQuantityNamesTheExampleOfItsKey() {
        assertEquals("a time such as 20 ms", seconds().title(TextNode.valueOf("20 ms")));
        assertEquals("a time such as 20 ms", positiveTicks().title(TextNode.valueOf("20 ms")));
    }

    @Test
    void bothSignsForAMillionthAreTaken() throws Exception {
        Key<Double> key = Key.of("key", seconds());

        assertEquals(3e-6, key.in(document(key, "\"3 \u00b5s\"")));
        assertEquals(3e-6, key.in(document(key, "\"3 us\"")));
    }

    @Test
    void aTimeThatIsNoWholeNumberOfTicksIsAProblem() {
        String message = problem(Key.of("key", ticks()), "\"2.5 ms\"");

        assertTrue(message.startsWith("found \"2.5 ms\""), message);
    }

    @Test
    void typesThatAreOnlyReadSayThatTheyCannotBeWritten() {
        Type<Integer> read = readAs(text("a word"), place -> 1);
        Shape<Integer> shape = Shape.of("a group", place -> 1);
        Type<Object> union = oneOf("a form", number(), text(""));

        assertEquals(
                "a word cannot be written",
                assertThrows(UnsupportedOperationException.class, () -> read.write(1))
                        .getMessage());
        assertEquals(
                "a group cannot be written",
                assertThrows(UnsupportedOperationException.class, () -> shape.write(1))
                        .getMessage());
        assertEquals(
                "a form cannot be written",
                assertThrows(UnsupportedOperationException.class, () -> union.write(1))
                        .getMessage());
    }

    @Test
    void aWordIsNeededForEveryValueThatIsWritten() {
        WordType<Edge> one = words("an edge", List.of(Edge.LATER));

        assertThrows(IllegalArgumentException.class, () -> one.write(Edge.AT_ONCE));
        assertThrows(IllegalArgumentException.class, () -> words("no word", Map.of()));
    }
}
