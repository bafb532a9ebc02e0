package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pitch detector from recordings to decisions, with the figures that its README prints. */
class PitchDetectorTest {

    private static final Path SCENARIO = Path.of("..", "gallery", "pitch-detector", "scenario.yaml");

    private static ScenarioRun run;

    @BeforeAll
    static void runTheScenario() throws InputException {
        run = ScenarioRunner.run(
                ScenarioFiles.read(SCENARIO, ScenarioOverrides.NONE),
                new RunSettings(Integer.MAX_VALUE, 1),
                RunProgress.NONE);
    }

    @Test
    void meetsItsExpectations() {
        assertEquals(
                List.of(),
                run.expectations().stream()
                        .filter(outcome -> !outcome.passed())
                        .map(ExpectationOutcome::toString)
                        .toList());
    }

    @Test
    void takesOnlyTheClarinetForAnotherPitchClass() {
        assertEquals(
                List.of("audio/clarinet-c5.flac"),
                run.decisions().stream()
                        .filter(decision -> !decision.correct())
                        .map(Decision::file)
                        .toList());
    }

    /** A second simulation, in NumPy, gives the same counts. */
    @Test
    void theWinnersAndTheNextFireAsOftenAsTheReadmeSays() {
        assertEquals(
                List.of(
                        "G 27 22",
                        "C# 107 3",
                        "D 104 0",
                        "D# 71 0",
                        "E 38 2",
                        "F 25 0",
                        "F# 65 0",
                        "G 8 0",
                        "G# 32 12",
                        "A 8 0",
                        "A# 25 7",
                        "B 9 0"),
                run.decisions().stream().map(PitchDetectorTest::winnerAndNext).toList());
    }

    private static List<Decision> decidedWhenCertain(String probability) throws InputException {
        ScenarioOverrides early = new ScenarioOverrides(
                Map.of("/decision/stop-when-certain", probability), OptionalLong.empty(), List.of(), false);
        return Decider.decide(ScenarioFiles.read(SCENARIO, early), run.clips(), run.result());
    }

    /** As docs/concepts/early-decisions.md says: all but the clarinet with 0.99, all with 0.9, and none other than at the end. */
    @Test
    void decisionsThatStopEarlyAreThoseOfTheEnd() throws InputException {
        List<Decision> certain = decidedWhenCertain("0.99");
        List<Decision> likely = decidedWhenCertain("0.9");

        assertEquals(
                List.of("audio/clarinet-c5.flac"),
                certain.stream()
                        .filter(decision -> !decision.isEarly())
                        .map(Decision::file)
                        .toList());
        assertEquals(12, likely.stream().filter(Decision::isEarly).count());
        assertEquals(
                run.decisions().stream().map(Decision::winner).toList(),
                certain.stream().map(Decision::winner).toList());
        assertEquals(
                run.decisions().stream().map(Decision::winner).toList(),
                likely.stream().map(Decision::winner).toList());
        assertEquals(0.45, meanShareOfTime(certain), 0.005);
        assertEquals(0.33, meanShareOfTime(likely), 0.005);
    }

    private static double meanShareOfTime(List<Decision> decisions) {
        return decisions.stream()
                .mapToDouble(
                        decision -> (double) (decision.taken().orElseThrow().untilTick() - decision.fromTick())
                                / (decision.untilTick() - decision.fromTick()))
                .average()
                .orElseThrow();
    }

    private static String winnerAndNext(Decision decision) {
        int[] ascending = decision.spikeCounts().clone();
        Arrays.sort(ascending);
        return decision.winner() + " " + ascending[ascending.length - 1] + " " + ascending[ascending.length - 2];
    }
}
