package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.report.run.SampleRun;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void namesWhatIsWrong() {
        Verdict verdict = Verdict.of(SampleRun.sample().run());

        assertEquals(
                "2 of 3 decisions are right; wrong: note-G.flac (C instead of G). All 2 expectations hold.",
                verdict.text());
        assertEquals(2, verdict.rightDecisions());
        assertEquals(3, verdict.labelledDecisions());
    }

    @Test
    void namesAFewOfManyMistakes() {
        Decision wrong = decision("audio/a.wav", "A", "", false);

        String text = Verdict.of(deciding(List.of(wrong, wrong, wrong, wrong, wrong, wrong)))
                .text();

        String mistake = "a.wav (no spike instead of A)";
        assertEquals(
                "0 of 6 decisions are right; wrong: " + String.join(", ", mistake, mistake, mistake, mistake)
                        + " and 2 more. All 2 expectations hold.",
                text);
    }

    @Test
    void tellsADecisionThatCannotBeJudged() {
        assertEquals(
                "The decision is A. All 2 expectations hold.",
                Verdict.of(deciding(List.of(decision("", "", "A", false)))).text());
        assertEquals(
                "No neuron fired for a decision. All 2 expectations hold.",
                Verdict.of(deciding(List.of(decision("", "", "", false)))).text());
    }

    @Test
    void tellsWhichExpectationFails() {
        ExpectationOutcome good = new ExpectationOutcome("/expect/0", "It fires", true, "1", "at least 1");
        ExpectationOutcome bad = new ExpectationOutcome("/expect/1", "It rests", false, "9", "0");

        Verdict verdict = Verdict.of(with(List.of(), List.of(good, bad)));

        assertFalse(verdict.good());
        assertEquals("1 of 2 expectations fails: It rests.", verdict.text());
        assertEquals(
                "Its expectation fails: It rests.",
                Verdict.of(with(List.of(), List.of(bad))).text());
        assertEquals(
                "2 of 3 expectations fail: It rests, and others.",
                Verdict.of(with(List.of(), List.of(bad, good, bad))).text());
        assertEquals(
                "Its expectation holds.",
                Verdict.of(with(List.of(), List.of(good))).text());
        assertEquals(
                "The scenario expects nothing.",
                Verdict.of(with(List.of(), List.of())).text());
    }

    @Test
    void aRunThatWasStoppedIsIncompleteAndNotGood() {
        ScenarioRun whole = with(List.of(), List.of());
        ScenarioRun stopped = new ScenarioRun(
                whole.scenario(),
                whole.network(),
                2 * whole.ticks(),
                whole.clips(),
                whole.result(),
                whole.findings(),
                whole.execution());

        Verdict verdict = Verdict.of(stopped);

        assertFalse(verdict.good());
        assertTrue(verdict.text().startsWith("Incomplete: stopped after "), verdict::text);
        assertTrue(verdict.text().endsWith(", with no expectation checked."), verdict::text);
    }

    private static Decision decision(String file, String label, String winner, boolean correct) {
        return new Decision(file, label, 0, 10, winner, new int[] {0}, OptionalLong.empty(), correct);
    }

    private static ScenarioRun deciding(List<Decision> decisions) {
        return with(decisions, SampleRun.sample().run().expectations());
    }

    private static ScenarioRun with(List<Decision> decisions, List<ExpectationOutcome> expectations) {
        ScenarioRun run = SampleRun.sample().expecting(expectations).run();
        return new ScenarioRun(
                run.scenario(),
                run.network(),
                run.ticks(),
                run.clips(),
                run.result(),
                new ScenarioRun.Findings(decisions, run.costs(), run.expectations(), run.precision()),
                run.execution());
    }
}
