package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.place.SourceMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void printsWhatIsKnownOfItsPlace() {
        assertEquals("a.yaml:3: /x: wrong", new Problem("a.yaml", 3, "/x", "wrong").oneLine());
        assertEquals("a.yaml: wrong", new Problem("a.yaml", 0, "", "wrong").oneLine());
        assertEquals("/x: wrong", new Problem("", 0, "/x", "wrong").oneLine());
    }

    @Test
    void staysOnOneLine() {
        assertEquals("a: found \"x y\"", new Problem("a", 0, "", "found \"x\ny\"").oneLine());
    }

    @Test
    void findsTheLineOfTheNearestValue() {
        SourceMap source = new SourceMap("a.yaml", Map.of("", 1, "/x", 4, "/x/0", 5));

        assertEquals(5, source.problem("/x/0/y/z", "wrong").line());
        assertEquals(4, source.problem("/x/1", "wrong").line());
        assertEquals(1, source.problem("/y", "wrong").line());
        assertEquals(0, new SourceMap("b", Map.of()).problem("/y", "wrong").line());
    }

    @Test
    void namesAllProblemsInAnException() {
        Problem first = new Problem("a", 1, "", "one");
        Problem second = new Problem("a", 2, "", "two");

        InputException refusal = new InputException(List.of(first, second));

        assertEquals("a:1: one\na:2: two", refusal.getMessage());
        assertEquals(List.of(first, second), refusal.problems());
        assertThrows(IllegalArgumentException.class, () -> new InputException(List.of()));
    }
}
