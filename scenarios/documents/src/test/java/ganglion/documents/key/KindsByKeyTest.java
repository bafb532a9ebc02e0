package ganglion.documents.key;

import static ganglion.documents.key.DeclaredDocuments.problems;
import static ganglion.documents.key.DeclaredDocuments.read;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindsByKeyTest {

    private interface Figure {}

    private record Disc(double radius) implements Figure {

        private static final Key<Double> RADIUS = Key.of("radius", number()).required();

        Disc {
            if (radius <= 0) {
                throw new IllegalArgumentException("a radius is positive, not " + radius);
            }
        }
    }

    private record Pause(double seconds, int steps) implements Figure {

        private static final Key<Double> SECONDS =
                Key.of("seconds", Types.seconds()).byDefault(0.5);
        private static final Key<Integer> STEPS =
                Key.of("steps", integer().from(2).multipleOf(2)).impliedDefault(0);
    }

    private static final Kind<Disc> DISC =
            new Kind<>(Key.of("disc", Shape.ofRecord("a disc", Disc.class, Disc.RADIUS)), Disc.class);
    private static final Kind<Pause> PAUSE = new Kind<>(
            Key.of("pause", Shape.ofRecord("a pause", Pause.class, Pause.SECONDS, Pause.STEPS)), Pause.class);
    private static final Key<Figure> FIGURE =
            Key.of("figure", new KindsByKey<>("one kind of figure", List.of(DISC, PAUSE)));
    private static final Shape<Figure> ROOT = Shape.of("a page", FIGURE::in, FIGURE);

    private static Place page(String figure) throws InputException {
        return read(ROOT, "{\"figure\": " + figure + "}");
    }

    private static String problem(String figure) {
        return problems(ROOT, "{\"figure\": " + figure + "}").get(0);
    }

    @Test
    void readsAndWritesEachKindByItsOwnWord() throws Exception {
        for (Figure figure : List.of(new Disc(2), new Pause(0.5, 0), new Pause(0.25, 4))) {
            String written = FIGURE.type().write(figure).toString();

            assertEquals(figure, FIGURE.in(page(written)), written);
        }
    }

    @Test
    void leavesOutADefaultThatADocumentCannotWrite() {
        assertEquals("{\"pause\":{}}", FIGURE.type().write(new Pause(0.5, 0)).toString());
        assertTrue(Pause.STEPS.writtenDefault().isMissingNode());
    }

    @Test
    void refusesAnUnknownKindAndAValueThatIsNoMultiple() {
        assertTrue(problem("{\"disk\": {\"radius\": 1}}").contains("did you mean \"disc\"?"));
        assertTrue(problem("{\"pause\": {\"steps\": 3}}").contains("/figure/pause/steps"));
    }

    @Test
    void placesARefusalAtTheParametersOfTheKind() throws Exception {
        Place page = page("{\"disc\": {\"radius\": 0}}");

        PlacedException.note(assertThrows(PlacedException.class, () -> FIGURE.in(page)), page);

        assertEquals("/figure/disc", page.reading().problems().get(0).pointer());
        assertEquals(
                "a radius is positive, not 0.0",
                page.reading().problems().get(0).message());
    }

    @Test
    void forgetsWhatAFirstLookNotes() throws Exception {
        Place page = page("{\"disc\": {\"radius\": 1}}");

        page.unnoted().problem("anything");

        assertFalse(page.reading().hasProblems());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.002, 5000, 1 / 3.0, 2.5e-9, 0.0023219954648526078})
    void writesAQuantityThatReadsAsTheSameNumber(double value) throws Exception {
        String written = FIGURE.type().write(new Pause(value, 0)).toString();

        assertEquals(new Pause(value, 0), FIGURE.in(page(written)), written);
    }
}
