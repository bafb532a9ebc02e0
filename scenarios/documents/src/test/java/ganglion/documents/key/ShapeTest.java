package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.problems;
import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.place.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Objects with known keys, and which of them go together. */
class ShapeTest {

    private static final Key<Integer> A = Key.of("a", integer());
    private static final Key<Integer> B = Key.of("b", integer());
    private static final Key<Integer> C = Key.of("c", integer());
    private static final Key<String> WORD =
            Key.of("word", words("a word", "x", "y")).byDefault("x");

    private record Pair(int left, Optional<Integer> right) {}

    private static final Shape<Pair> PAIR = Shape.ofRecord("a pair", Pair.class, A, B);

    private static Shape<Place> shape() {
        return Shape.of("a thing", place -> place, A, B, C, WORD);
    }

    @Test
    void listsKeysInTheOrderInWhichTheyAreAdded() {
        assertEquals(List.of(A, B), PAIR.keys());
        assertEquals(List.of(A, B, C), Shape.keys(List.of(A), B, C));
    }

    @Test
    void writesThePropertiesOfItsKeys() {
        assertEquals(
                "{\"a\":1,\"b\":2}", PAIR.write(new Pair(1, Optional.of(2))).toString());
        assertEquals("{\"a\":1}", PAIR.write(new Pair(1, Optional.empty())).toString());
    }

    @Test
    void readsWhatItWrites() throws Exception {
        for (Pair pair : List.of(new Pair(1, Optional.of(2)), new Pair(3, Optional.empty()))) {
            assertEquals(pair, PAIR.read(read(PAIR, PAIR.write(pair).toString())));
        }
    }

    @Test
    void canHoldSomethingElseInJava() throws Exception {
        Shape<Integer> left = PAIR.as(Pair::left);

        assertEquals(4, left.read(read(left, "{\"a\": 4}")));
    }

    @Test
    void takesExactlyOneOfSomeKeys() {
        Shape<Place> shape = shape().exactlyOne(A, B);

        assertEquals(List.of(), problems(shape, "{\"a\": 1}"));
        assertEquals(List.of(": found none of a, b, expected one of them"), problems(shape, "{}"));
        assertEquals(
                List.of(": found a, b together, expected only one of a, b"), problems(shape, "{\"a\": 1, \"b\": 2}"));
        assertEquals(
                List.of(": found none of c, word, expected one of them"),
                problems(shape.exactlyOne(C, WORD), "{\"a\": 1}"));
    }

    @Test
    void needsOneKeyBesideAnother() {
        Shape<Place> shape = shape().needs(A, B, C);

        assertEquals(List.of(), problems(shape, "{\"b\": 1}"));
        assertEquals(List.of(": found \"a\" without c, expected both"), problems(shape, "{\"a\": 1, \"b\": 1}"));
    }

    @Test
    void refusesOneKeyBesideAnother() {
        Shape<Place> shape = shape().excludes(A, B, WORD);

        assertEquals(List.of(), problems(shape, "{\"a\": 1, \"c\": 1}"));
        assertEquals(
                List.of("/b: found a key that does not go with \"a\", expected one or the other"),
                problems(shape, "{\"a\": 1, \"b\": 1}"));
        assertEquals(
                List.of("/a: found it together with b, word, expected one or the other"),
                problems(shape, "{\"a\": 1, \"b\": 1, \"word\": \"x\"}"));
    }

    @Test
    void needsAValueBesideAKey() {
        Shape<Place> shape = shape().needsValue(A, WORD, "y");

        assertEquals(List.of(), problems(shape, "{\"a\": 1, \"word\": \"y\"}"));
        assertEquals(List.of(), problems(shape, "{\"word\": \"x\"}"));
        assertEquals(List.of("/word: found \"x\", expected \"y\""), problems(shape, "{\"a\": 1, \"word\": \"x\"}"));
    }

    @Test
    void needsSomeKeys() {
        Shape<Place> shape = shape().atLeastKeys(2);

        assertEquals(List.of(), problems(shape, "{\"a\": 1, \"b\": 1}"));
        assertEquals(List.of(": found an object with 1 key, expected at least 2 keys"), problems(shape, "{\"a\": 1}"));
    }

    @Test
    void rulesLeaveTheShapeThatTheyWereAddedToAsItWas() {
        Shape<Place> shape = shape();
        shape.exactlyOne(A, B);

        assertEquals(List.of(), problems(shape, "{}"));
    }

    @Test
    void refusesAMissingAndAnUnknownKey() {
        Shape<Place> shape = Shape.of("a thing", place -> place, A.required(), B);

        assertEquals(
                List.of(
                        ": found no \"a\", which is required",
                        "/dozen: found the unknown key \"dozen\", expected one of a, b"),
                problems(shape, "{\"dozen\": 1}"));
    }

    private static JsonNode schema(Shape<?> root) throws Exception {
        return new ObjectMapper()
                .readTree(SchemaWriter.schema("urn:test:root", "A root.", root).text());
    }

    @Test
    void theSchemaOfADocumentNamesItselfAndItsDraft() throws Exception {
        JsonNode schema = schema(shape());

        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asText());
        assertEquals("urn:test:root", schema.path("$id").asText());
        assertEquals("a thing", schema.path("title").asText());
        assertEquals("A root.", schema.path("description").asText());
        assertFalse(schema.path("additionalProperties").asBoolean(true));
        assertFalse(schema.has("$defs"));
    }

    @Test
    void aDefinitionIsWrittenOnceAndReferredToByAllUses() throws Exception {
        Shape<Pair> named = PAIR.named("pair");
        Key<Pair> first = Key.of("first", named);
        Key<Pair> second = Key.of("second", named);
        Key<String> name = Key.of("name", text("a name").named("label"));
        JsonNode schema = schema(Shape.of("a root", place -> place, first, second, name));

        assertEquals("#/$defs/pair", schema.at("/properties/first/$ref").asText());
        assertEquals("#/$defs/pair", schema.at("/properties/second/$ref").asText());
        assertEquals("#/$defs/label", schema.at("/properties/name/$ref").asText());
        assertEquals(2, schema.path("$defs").size());
        assertEquals("a pair", schema.at("/$defs/pair/title").asText());
        assertEquals(2, schema.at("/$defs/pair/properties").size());
    }

    @Test
    void aKeySaysAllThatItKnowsInTheSchema() throws Exception {
        Key<Double> key = Key.of("key", number().from(0))
                .says("What it is.")
                .byDefault(1.5)
                .example(2)
                .exampleText("3");
        JsonNode property = schema(Shape.of("", key::in, key)).at("/properties/key");

        assertEquals(
                "{\"title\":\"a number from 0\",\"description\":\"What it is.\",\"type\":\"number\",\"minimum\":0,\"default\":"
                        + "1.5,\"examples\":[2,3]}",
                property.toString());
    }

    @Test
    void aKeyIsAValueThatItsMethodsLeaveAsItIs() {
        Key<Boolean> plain = Key.of("key", flag());
        Key<Boolean> full = plain.says("What.")
                .titled("yes or no")
                .required()
                .byDefault(true)
                .example(false);

        assertEquals("", plain.description());
        assertEquals("true or false", plain.title());
        assertFalse(plain.isRequired());
        assertEquals(Optional.empty(), plain.defaultValue());
        assertTrue(plain.example().isMissingNode());
        assertEquals("What.", full.description());
        assertEquals("yes or no", full.title());
        assertTrue(full.isRequired());
        assertEquals(Optional.of(true), full.defaultValue());
        assertEquals("key", full.toString());
    }
}
