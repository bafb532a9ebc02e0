package ganglion.documents.key;

import static ganglion.documents.key.Types.anything;
import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values in several forms, keys that the document chooses, and rules that hold where a key is there. */
class FormsTest {

    private static final Key<Integer> SIZE = Key.of("size", integer().from(1)).required();
    private static final Shape<Integer> GROUP =
            Shape.of("a group", SIZE::in, SIZE).named("group");
    private static final Type<Integer> NAMED = readAs(words("one or two", Map.of("one", 1)), place -> 1);
    private static final Key<Integer> NUMBER =
            Key.of("number", oneOf("a word, a number or a group", NAMED, integer(), GROUP));
    private static final Key<Map<String, List<Integer>>> UNITS = Key.of(
            "units",
            mapOf("lists by name", listOf("a list of numbers", integer()))
                    .by(text("a short name").length(1, 3))
                    .atLeast(1));
    private static final Shape<Place> ROOT = Shape.of("a thing", place -> place, DocumentKeys.format(2), NUMBER, UNITS)
            .where(UNITS, (schema, definitions) -> schema.putArray("required").add("number"));

    private static Place read(String json) throws InputException {
        DocumentSchema schema = DocumentSchema.of(SchemaWriter.write("urn:test:thing", "A thing.", ROOT));
        return Documents.root(Path.of("thing.yaml"), json, node -> schema);
    }

    private static List<String> problems(String json) {
        return assertThrows(InputException.class, () -> read(json)).problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void readsEachForm() throws InputException {
        assertEquals(1, NUMBER.in(read("{\"number\": \"one\"}")));
        assertEquals(5, NUMBER.in(read("{\"number\": 5}")));
        assertEquals(7, NUMBER.in(read("{\"number\": {\"size\": 7}}")));
    }

    @Test
    void tellsWhatFormsThereAre() {
        assertEquals(
                List.of("found a list of 1 element, expected a word, a number or a group"),
                problems("{\"number\": [1]}"));
        assertEquals(
                List.of("found \"onee\", expected one of one, did you mean \"one\"?"),
                problems("{\"number\": \"onee\"}"));
        assertEquals(List.of("found 0, expected at least 1"), problems("{\"number\": {\"size\": 0}}"));
    }

    @Test
    void readsKeysThatTheDocumentChoosesInTheirOrder() throws InputException {
        Map<String, List<Integer>> units = UNITS.in(read("{\"number\": 1, \"units\": {\"b\": [1], \"a\": [2, 3]}}"));

        assertEquals("{b=[1], a=[2, 3]}", units.toString());
        assertEquals("{\"b\":[1],\"a\":[2,3]}", UNITS.type().write(units).toString());
    }

    @Test
    void checksNamesValuesAndNumberOfSuchKeys() {
        assertEquals(List.of("found an object with 0 keys, expected at least 1 keys"), problems("""
                {"number": 1, "units": {}}"""));
        assertEquals(List.of("found \"x\", expected a whole number"), problems("""
                {"number": 1, "units": {"a": ["x"]}}"""));
        assertEquals(1, problems("""
                {"number": 1, "units": {"long": [1]}}""").size());
    }

    @Test
    void appliesARuleOnlyWhereItsKeyIs() {
        assertEquals(List.of("found no \"number\", which is required"), problems("{\"units\": {\"a\": []}}"));
    }

    @Test
    void knowsTheVersionsOfAFormat() throws InputException {
        assertEquals(1, DocumentKeys.format(2).in(read("{}")));
        assertEquals(List.of("found 0, expected one of 1, 2"), problems("{\"format\": 0}"));
    }

    @Test
    void notesWhatACheckFinds() throws InputException {
        Key<Integer> even = Key.of("size", checked(integer(), place -> {
            if (place.node().intValue() % 2 > 0) {
                place.problem("found an odd size, expected an even one");
            }
        }));
        Place group = NUMBER.at(read("{\"number\": {\"size\": 7}}"));

        assertEquals(7, even.in(group));
        assertEquals(
                List.of("found an odd size, expected an even one"),
                group.reading().problems().stream().map(Problem::message).toList());
    }

    @Test
    void takesAnythingAsItIs() throws InputException {
        Key<Map<String, JsonNode>> values = Key.of("number", mapOf("values", anything()));

        assertEquals("{size=7}", values.in(read("{\"number\": {\"size\": 7}}")).toString());
    }

    @Test
    void takesSomeConstantsOfAnEnumeration() {
        assertEquals(
                List.of("second", "minute"),
                List.copyOf(words("a unit", List.of(Unit.SECOND, Unit.MINUTE))
                        .words()
                        .keySet()));
    }

    private enum Unit {
        SECOND,
        MINUTE,
        HOUR
    }
}
