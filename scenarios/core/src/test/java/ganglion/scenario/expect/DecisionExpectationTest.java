package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionExpectationTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Decision decision(String file, String label, String winner) {
        boolean correct = !winner.isEmpty() && winner.equals(label);
        return new Decision(file, label, 0, 10, winner, new int[] {1, 2}, OptionalLong.of(3), correct);
    }

    private static ExpectationOutcome check(Expectation expectation, Decision... decisions) {
        return EvidenceFixture.of(List.of(decisions), List.of()).check(expectation);
    }

    @Test
    void comparesTheWinnerOfAClip() {
        Expectation second = new Expectation.Winner("/expect/0", 1, "A");
        Decision first = decision("c.wav", "C", "C");

        assertEquals(
                new ExpectationOutcome("/expect/0", "winner of clip 1 (a.wav)", true, "A", "A"),
                check(second, first, decision("a.wav", "A", "A")));
        assertEquals(
                new ExpectationOutcome("/expect/0", "winner of clip 1 (a.wav)", false, "B", "A"),
                check(second, first, decision("a.wav", "A", "B")));
        assertEquals(
                "no spike", check(second, first, decision("a.wav", "A", "")).found());
    }

    @Test
    void namesARunWithoutClips() {
        ExpectationOutcome outcome = check(new Expectation.Winner("/expect/0", 0, "A"), decision("", "", "A"));

        assertEquals("winner of the run", outcome.text());
        assertEquals(true, outcome.passed());
    }

    @ParameterizedTest
    @CsvSource({"2, 3, true", "3, 3, false", "2, 4, false", "2, 0, true"})
    void countsCorrectDecisionsOfAKnownNumber(int atLeast, int of, boolean passes) {
        Expectation correct = new Expectation.CorrectDecisions(
                "/expect/1", new Bounds(atLeast, INFINITE, true), of == 0 ? OptionalInt.empty() : OptionalInt.of(of));

        ExpectationOutcome outcome =
                check(correct, decision("a", "A", "A"), decision("b", "B", "C"), decision("c", "C", "C"));

        assertEquals(passes, outcome.passed());
        assertEquals("2 of 3 (wrong: b is B, found C)", outcome.found());
        assertEquals("at least " + atLeast + (of == 0 ? "" : " of " + of), outcome.expected());
    }

    @Test
    void explainsDecisionsThatCannotBeRight() {
        Expectation correct =
                new Expectation.CorrectDecisions("/expect/1", new Bounds(2, 2, true), OptionalInt.empty());

        ExpectationOutcome outcome = check(correct, decision("a", "", "A"), decision("b", "B", ""));

        assertEquals("0 of 2 (wrong: a without label, found A, b is B, found no spike)", outcome.found());
        assertEquals("2", outcome.expected());
    }
}
