package ganglion.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.place.SourceMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void printsWhatIsKnownOfItsPlace() {
        assertEquals("a.yaml:3: /x: wrong", new Problem("a.yaml", 3, "/x", "wrong").oneLine());
        assertEquals("a.yaml: wrong", new Problem("a.yaml", "wrong").oneLine());
        assertEquals("/x: wrong", new Problem("", 0, "/x", "wrong").oneLine());
    }

    @Test
    void staysOnOneLine() {
        assertEquals("a: found \"x y\"", new Problem("a", "found \"x\ny\"").oneLine());
    }

    @Test
    void manyProblemsAreCountedInTheEnd() {
        List<Problem> many = IntStream.rangeClosed(1, 100_000)
                .mapToObj(line -> new Problem("a", line, "", "wrong"))
                .toList();

        List<String> lines = Problem.lines(many);

        assertEquals(List.of("a:1: wrong", "a:2: wrong", "a:3: wrong (and 99997 more problems)"), lines);
        assertEquals("a:3: wrong", Problem.lines(many.subList(0, 3)).get(2));
        assertEquals(
                "a:3: wrong (and 1 more problem)",
                Problem.lines(many.subList(0, 4)).get(2));
        assertEquals(String.join("\n", lines), new InputException(many).getMessage());
    }

    @Test
    void longProblemsAreFewer() {
        Problem problem = new Problem("a", 1, "/key", "w".repeat(225));

        List<String> lines = Problem.lines(List.of(problem, problem, problem));

        assertEquals(2, lines.size());
        assertEquals(problem.oneLine(), lines.get(0));
        assertEquals(problem.oneLine() + " (and 1 more problem)", lines.get(1));
        Problem longer = new Problem("a", 1, "/key", "w".repeat(457));
        assertEquals(
                longer.oneLine() + " (and 1 more problem)",
                Problem.lines(List.of(longer, problem)).get(0));
    }

    @Test
    void aKeyOrTextOfEndlessLengthIsCut() {
        String endless = "x".repeat(1_000_000);

        assertEquals(673, new Problem("a", 1, "/" + endless, endless).oneLine().length());
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
