package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.problems;
import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Place;
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
    private static final Shape<Place> ROOT = Shape.of("a thing", place -> place, NUMBER, UNITS)
            .where(UNITS, (schema, definitions) -> schema.putArray("required").add("number"));

    @Test
    void readsEachForm() throws InputException {
        assertEquals(1, NUMBER.in(read(ROOT, "{\"number\": \"one\"}")));
        assertEquals(5, NUMBER.in(read(ROOT, "{\"number\": 5}")));
        assertEquals(7, NUMBER.in(read(ROOT, "{\"number\": {\"size\": 7}}")));
    }

    @Test
    void tellsWhatFormsThereAre() {
        assertEquals(
                List.of("/number: found a list of 1 element, expected a word, a number or a group"),
                problems(ROOT, "{\"number\": [1]}"));
        assertEquals(
                List.of("/number: found \"onee\", expected one of one, did you mean \"one\"?"),
                problems(ROOT, "{\"number\": \"onee\"}"));
        assertEquals(
                List.of("/number/size: found 0, expected at least 1"), problems(ROOT, "{\"number\": {\"size\": 0}}"));
    }

    @Test
    void readsKeysThatTheDocumentChoosesInTheirOrder() throws InputException {
        Map<String, List<Integer>> units =
                UNITS.in(read(ROOT, "{\"number\": 1, \"units\": {\"b\": [1], \"a\": [2, 3]}}"));

        assertEquals("{b=[1], a=[2, 3]}", units.toString());
        assertEquals("{\"b\":[1],\"a\":[2,3]}", UNITS.type().write(units).toString());
    }

    @Test
    void checksTheNamesOfSuchKeys() {
        assertEquals(
                List.of("/units: found \"long\", expected at most 3 characters"),
                problems(ROOT, "{\"number\": 1, \"units\": {\"long\": [1]}}"));
    }

    @Test
    void appliesARuleOnlyWhereItsKeyIs() {
        assertEquals(List.of(": found no \"number\", which is required"), problems(ROOT, "{\"units\": {\"a\": []}}"));
    }

    @Test
    void notesWhatACheckFinds() throws InputException {
        Key<Integer> even = Key.of("size", checked(integer(), place -> {
            if (place.node().intValue() % 2 > 0) {
                place.problem("found an odd size, expected an even one");
            }
        }));
        Place group = NUMBER.at(read(ROOT, "{\"number\": {\"size\": 7}}"));

        assertEquals(7, even.in(group));
        assertEquals(
                List.of("found an odd size, expected an even one"),
                group.reading().problems().stream().map(Problem::message).toList());
    }
}
