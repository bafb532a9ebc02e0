package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.ticks;
import static ganglion.documents.key.Types.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.place.Place;
import java.util.NoSuchElementException;
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
    private static final Key<Boolean> STRICT = Key.of("strict", flag());

    private static final Shape<Cell> CELL = Shape.ofRecord("a cell", Cell.class, BETA, SIZE, EDGE, WINDOW);

    private record Cell(double beta, int size, Edge edge, long window) {}

    @Test
    void readsWhatIsThereAndTheDefaultOfWhatIsNot() throws Exception {
        assertEquals(new Cell(0.5, 3, Edge.LATER, 20), CELL.read(read(CELL, """
                {"beta": 0.5, "size": 3, "edge": "later", "window": "20 ms"}""")));
        assertEquals(new Cell(0.85, 3, Edge.AT_ONCE, 0), CELL.read(read(CELL, "{\"size\": 3}")));
    }

    @Test
    void hasNoValueForAMissingKeyWithoutADefault() throws Exception {
        Place cell = read(CELL, "{\"size\": 1}");

        assertThrows(NoSuchElementException.class, () -> STRICT.in(cell));
    }

    @Test
    void leavesDefaultsOutWhenItWrites() {
        assertEquals(
                "{\"size\":3}", CELL.write(new Cell(0.85, 3, Edge.AT_ONCE, 0)).toString());
        assertEquals(
                "{\"beta\":0.5,\"size\":3,\"edge\":\"later\",\"window\":\"20 ticks\"}",
                CELL.write(new Cell(0.5, 3, Edge.LATER, 20)).toString());
    }
}
