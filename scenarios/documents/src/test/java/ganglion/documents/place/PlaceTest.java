package ganglion.documents.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.Document;
import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of a document with their places, and the problems that are noted at them. */
class PlaceTest {

    private Place root;

    @BeforeEach
    void read() throws InputException {
        String text = "a:\n  time: 3 ms\n  list:\n    - x\n    - y\n  'b/c': 5\nlate: 2.5 ms\nenergy: 2 nJ\n";
        Document document = new DocumentReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
        root = Documents.root(document, DocumentSchema.of("{}"));
        root.reading().setClock(new TickTimes(new Clock(1e-3)));
    }

    private List<Problem> problems() {
        return root.reading().problems();
    }

    @Test
    void aMemberKnowsItsPointer() {
        assertEquals("/a/time", root.at("a").at("time").pointer());
        assertEquals("/a/b~1c", root.at("a").at("b/c").pointer());
        assertTrue(root.has("a"));
        assertFalse(root.has("z"));
        assertTrue(root.find("z").isEmpty());
    }

    @Test
    void aMemberThatTheSchemaMakesCertainIsAFaultIfItIsMissing() {
        assertThrows(IllegalStateException.class, () -> root.at("z"));
    }

    @Test
    void elementsKnowTheirPosition() {
        List<Place> elements = root.at("a").elements("list");

        assertEquals(List.of("x", "y"), elements.stream().map(Place::text).toList());
        assertEquals("/a/list/1", elements.get(1).pointer());
        assertEquals(1, elements.get(1).position());
        assertEquals(List.of(), root.elements("none"));
    }

    @Test
    void quantitiesAreReadByTheClock() {
        assertEquals(3, root.at("a").at("time").ticks());
        assertEquals(3, root.at("a").at("time").delayTicks());
        assertEquals(2.5, root.at("late").fractionalTicks(0));
        assertEquals(2e-9, root.at("energy").quantity(Dimension.ENERGY, 0));
        assertEquals(List.of(), problems());
    }

    @Test
    void aQuantityThatCannotBeReadIsNotedAndStoodInFor() {
        assertEquals(7.0, root.at("a").elements("list").get(0).quantity(Dimension.TIME, 7));

        assertEquals(4, problems().get(0).line());
        assertEquals("/a/list/0", problems().get(0).pointer());
    }

    @Test
    void problemsComeInTheOrderOfTheLines() {
        root.at("energy").problem("late");
        root.at("a").at("time").problem("early");
        root.at("a").at("time").problem("second");

        assertEquals(
                List.of("early", "second", "late"),
                problems().stream().map(Problem::message).toList());
        assertThrows(InputException.class, () -> root.reading().throwIfProblems());
    }

    @Test
    void aFirstLookLeavesNoTrace() {
        root.unnoted().at("a").problem("anything");

        assertFalse(root.reading().hasProblems());
        assertEquals(3, root.unnoted().at("a").at("time").ticks());
    }

    @Test
    void aFileThatIsNotThereIsNotedAndStoodInFor() {
        DocumentPath path = root.at("a").elements("list").get(0).file();

        assertEquals("x", path.written());
        assertTrue(path.resolved().isAbsolute());
        assertEquals("found \"x\", but there is no such file", problems().get(0).message());
    }

    @Test
    void aFolderThatIsNotThereIsNoted() {
        root.at("a").elements("list").get(1).folder();

        assertEquals(
                "found \"y\", but there is no such folder", problems().get(0).message());
    }

    @Test
    void theContextIsSetBeforeItIsNeeded() {
        assertThrows(IllegalStateException.class, () -> root.reading().context(String.class));

        root.reading().setContext(String.class, "names");

        assertEquals("names", root.reading().context(String.class));
        assertEquals("names", root.unnoted().reading().context(String.class));
    }

    @Test
    void aRefusalIsNotedAtItsOwnPlaceOrAtThatAroundIt() {
        Place inner = root.at("a").at("time");
        PlacedException.note(new PlacedException(inner, "inner"), root);
        PlacedException.note(new IllegalArgumentException("outer"), root.at("late"));
        PlacedException.note(PlacedException.at(root, new PlacedException(inner, "still inner")), root);

        assertEquals(
                List.of("/a/time: inner", "/a/time: still inner", "/late: outer"),
                problems().stream()
                        .map(problem -> problem.pointer() + ": " + problem.message())
                        .toList());
    }

    @Test
    void aPointerBelowWhatWasWrittenHasTheLineOfTheNearestValue() {
        SourceMap source = new SourceMap("a.yaml", Map.of("", 1, "/a", 2), Map.of("/a", "base.yaml"));

        assertEquals(new Problem("base.yaml", 2, "/a/b/c", "m"), source.problem("/a/b/c", "m"));
        assertEquals(new Problem("a.yaml", 1, "/z", "m"), source.problem("/z", "m"));
        assertEquals("base.yaml", source.fileOf("/a/b"));
    }

    @Test
    void aPathIsAbsolute() {
        assertThrows(IllegalArgumentException.class, () -> new DocumentPath("a", Path.of("a")));
    }
}
