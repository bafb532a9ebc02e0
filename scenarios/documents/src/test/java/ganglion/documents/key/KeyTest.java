package ganglion.documents.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.ticks;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyTest {

    private enum Edge {
        AT_ONCE,
        LATER
    }

    private static final Key<Double> BETA = Key.of("beta", number().from(0).to(1))
            .says("Share of the potential that is left after one frame.")
            .byDefault(0.85)
            .example(0.9);
    private static final Key<Integer> SIZE = Key.of("size", integer().from(1))
            .says("Number of neurons.")
            .required()
            .example(3);
    private static final Key<Edge> EDGE =
            Key.of("edge", words("the name of an edge", Edge.class)).byDefault(Edge.AT_ONCE);
    private static final Key<Long> WINDOW =
            Key.of("window", ticks()).byDefault(0L, "0 ticks").example("20 ms");
    private static final Key<List<Double>> STEPS =
            Key.of("steps", listOf("a list of steps", number().above(0)).size(1, 3));
    private static final Key<Boolean> STRICT = Key.of("strict", flag());

    private static final Shape<Cell> CELL = Shape.of(
                    "a cell",
                    place -> new Cell(BETA.in(place), SIZE.in(place), EDGE.in(place), WINDOW.in(place)),
                    BETA,
                    SIZE,
                    EDGE,
                    WINDOW,
                    STEPS,
                    STRICT)
            .writtenBy(KeyTest::write)
            .excludes(STEPS, STRICT);

    private record Cell(double beta, int size, Edge edge, long window) {}

    private static void write(Cell cell, ObjectNode into) {
        BETA.write(into, cell.beta());
        SIZE.write(into, cell.size());
        EDGE.write(into, cell.edge());
        WINDOW.write(into, cell.window());
    }

    private static Place read(String json) throws InputException {
        DocumentSchema schema = DocumentSchema.of(SchemaWriter.write("urn:test:cell", "A cell.", CELL));
        Place root = Documents.root(Path.of("cell.yaml"), json, node -> schema);
        root.reading().setClock(new TickTimes(new Clock(1e-3)));
        return root;
    }

    private static List<String> problems(String json) {
        return assertThrows(InputException.class, () -> read(json)).problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void readsWhatIsThereAndTheDefaultOfWhatIsNot() throws Exception {
        assertEquals(new Cell(0.5, 3, Edge.LATER, 20), CELL.read(read("""
                {"beta": 0.5, "size": 3, "edge": "later", "window": "20 ms"}""")));
        assertEquals(new Cell(0.85, 3, Edge.AT_ONCE, 0), CELL.read(read("{\"size\": 3}")));
    }

    @Test
    void readsAListElementByElement() throws Exception {
        Place cell = read("{\"size\": 1, \"steps\": [1, 2.5]}");

        assertEquals(List.of(1.0, 2.5), STEPS.in(cell));
        assertEquals(Optional.empty(), STRICT.find(cell));
    }

    @Test
    void hasNoValueForAMissingKeyWithoutADefault() throws Exception {
        Place cell = read("{\"size\": 1}");

        assertThrows(NoSuchElementException.class, () -> STEPS.in(cell));
    }

    @Test
    void leavesDefaultsOutWhenItWrites() {
        assertEquals(
                "{\"size\":3}", CELL.write(new Cell(0.85, 3, Edge.AT_ONCE, 0)).toString());
        assertEquals(
                "{\"beta\":0.5,\"size\":3,\"edge\":\"later\",\"window\":\"20 ticks\"}",
                CELL.write(new Cell(0.5, 3, Edge.LATER, 20)).toString());
    }

    @Test
    void tellsInMessagesWhatTheDeclarationExpects() {
        assertEquals(List.of("found \"much\", expected a number from 0 to 1"), problems("""
                {"size": 1, "beta": "much"}"""));
        assertEquals(List.of("found 2, expected at most 1"), problems("{\"size\": 1, \"beta\": 2}"));
        assertEquals(List.of("found no \"size\", which is required"), problems("{}"));
        assertEquals(
                List.of("found \"latter\", expected one of at-once, later, did you mean \"later\"?"),
                problems("{\"size\": 1, \"edge\": \"latter\"}"));
        assertEquals(
                List.of("found \"soon\", expected a time such as 2 ms or 3 ticks (s, ms, us, ns, ps, ticks)"),
                problems("""
                {"size": 1, "window": "soon"}"""));
        assertEquals(
                List.of(
                        "found the unknown key \"bata\", expected one of beta, size, edge, window, steps, strict, did you"
                                + " mean \"beta\"?"),
                problems("{\"size\": 1, \"bata\": 1}"));
        assertEquals(
                List.of("found a key that does not go with \"steps\", expected one or the other"),
                problems("{\"size\": 1, \"steps\": [1], \"strict\": true}"));
    }

    @Test
    void writesEverythingItKnowsIntoTheSchema() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        BETA.writeSchema(properties, new Definitions(true));

        assertEquals(
                "{\"beta\":{\"title\":\"a number from 0 to 1\",\"description\":\"Share of the potential that is left after"
                        + " one frame.\",\"type\":\"number\",\"minimum\":0,\"maximum\":1,\"default\":0.85,\"examples\":[0.9]}}",
                properties.toString());
    }
}
