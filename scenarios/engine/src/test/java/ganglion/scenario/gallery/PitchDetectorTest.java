package ganglion.scenario.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
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

    private static String winnerAndNext(Decision decision) {
        int[] ascending = decision.spikeCounts().clone();
        Arrays.sort(ascending);
        return decision.winner() + " " + ascending[ascending.length - 1] + " " + ascending[ascending.length - 2];
    }

    @Test
    void firesTheSameSpikesWithOneNeuronPerActor() throws InputException {
        ScenarioRun oneNeuronPerActor = ScenarioRunner.run(run.scenario(), new RunSettings(1, 2), RunProgress.NONE);

        assertEquals(run.result().spikes(), oneNeuronPerActor.result().spikes());
    }
}
