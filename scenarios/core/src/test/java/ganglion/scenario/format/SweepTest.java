package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    private static final String BETA = "/network/populations/0/parameters/beta";
    private static final String WEIGHTS = "/network/projections/0/weights";

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    private List<RunPoint> points(String more) throws InputException {
        return fixture.read(ScenarioFolderFixture.BASE + more).points();
    }

    private static List<String> labels(List<RunPoint> points) {
        return points.stream().map(RunPoint::label).toList();
    }

    @Test
    void runsOnceWhereNothingIsVaried() throws InputException {
        Scenario scenario = fixture.read(ScenarioFolderFixture.BASE);

        assertEquals(List.of(RunPoint.ONLY), scenario.points());
        assertFalse(scenario.isStudy());
        assertEquals("", RunPoint.ONLY.label());
    }

    @Test
    void combinesEveryValueOfAGridTheLastAxisFastest() throws InputException {
        List<RunPoint> points = points("sweep: {" + BETA + ": [0.8, 0.9], " + WEIGHTS + ": [1, 2, 3]}\n");

        assertEquals(
                List.of(
                        "beta 0.8, weights 1",
                        "beta 0.8, weights 2",
                        "beta 0.8, weights 3",
                        "beta 0.9, weights 1",
                        "beta 0.9, weights 2",
                        "beta 0.9, weights 3"),
                labels(points));
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5), points.stream().map(RunPoint::number).toList());
    }

    @Test
    void takesListedPointsAsTheyAre() throws InputException {
        List<RunPoint> points = points("sweep: [{" + BETA + ": 0.8, /expect/0/at-least: 2}, {" + BETA + ": 0.7}]\n");

        assertEquals(List.of("beta 0.8, at-least 2", "beta 0.7"), labels(points));
    }

    @Test
    void countsSeedsOnFromTheScenarios() throws InputException {
        assertEquals(List.of("seed 7", "seed 8", "seed 9"), labels(points("repeat: 3\n")));
        assertEquals(List.of("seed 4", "seed 1"), labels(points("repeat: {seeds: [4, 1]}\n")));
    }

    @Test
    void repeatsEachPointOfASweep() throws InputException {
        assertEquals(
                List.of("beta 0.8, seed 7", "beta 0.8, seed 8", "beta 0.9, seed 7", "beta 0.9, seed 8"),
                labels(points("repeat: 2\nsweep: {" + BETA + ": [0.8, 0.9]}\n")));
    }

    @Test
    void readsARunWithItsValuesAndItsSeed() throws InputException {
        String content = ScenarioFolderFixture.BASE + "repeat: 2\nsweep: {" + BETA + ": [0.25, 0.5]}\n";
        RunPoint third = fixture.read(content).points().get(2);

        Scenario scenario = fixture.read(content, ScenarioOverrides.NONE.at(third));

        Lif model = (Lif) scenario.populations().get(0).model();
        assertEquals(0.5, model.parameters().beta().at(0));
        assertEquals(7, scenario.seed());
    }

    @Test
    void namesPointersInFullWhereTheirLastWordsAreTheSame() {
        RunPoint same = new RunPoint(0, Map.of("/a/beta", "1", "/b/beta", "1"), OptionalLong.empty());
        RunPoint number = new RunPoint(0, Map.of("/weights/0", "1"), OptionalLong.empty());

        assertTrue(same.label().contains("/a/beta 1"), same.label());
        assertEquals("/weights/0 1", number.label());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sweep: {/variables/beat: [1]} | s.yaml:24: /sweep/~1variables~1beat: found "/variables/beat", expected the JSON pointer of a value in the scenario
        sweep: {/network/populations/1/beat: [1]} | s.yaml:24: /sweep/~1network~1populations~11~1beat: found "/network/populations/1/beat", expected the JSON pointer of a value in the scenario
        sweep: {/network/populations/0/parameters/beat: [1]} | s.yaml:24: /network/populations/0/parameters/beat: found the unknown key "beat", expected one of beta, time-constant, threshold, strict, reset, reset-potential, delayed-reset, rest, bias, initial-potential, refractory, membrane-step, integration, did you mean "beta"? (run 1: beat 1)
        sweep: {/scenario: [a, b]}     | s.yaml:24: /sweep/~1scenario: found "/scenario", which is the same in all runs
        sweep: {seed: [1]}             | s.yaml:24: /sweep/seed: found "seed", expected the JSON pointer of a value in the scenario
        sweep: {/seed: []}             | s.yaml:24: /sweep/~1seed: found a list of 0 elements, expected at least 1 elements
        sweep: {/seed: 1}              | s.yaml:24: /sweep/~1seed: found 1, expected a list of values
        sweep: []                      | s.yaml:24: /sweep: found a list of 0 elements, expected at least 1 elements
        sweep: [{}]                    | s.yaml:24: /sweep/0: found an object with 0 keys, expected at least 1 keys
        repeat: 0                      | s.yaml:24: /repeat: found 0, expected at least 1
        repeat: 1000000000             | s.yaml:24: /repeat: found 1000000000 runs, expected at most 10000
        repeat: {seeds: [1, 1]}        | s.yaml:24: /repeat/seeds: found an element twice, expected each once
        """)
    void refusesSweepsThatMakeNoSense(String line, String expected) {
        List<String> problems = fixture.problems(ScenarioFolderFixture.BASE + line + "\n");

        assertTrue(problems.contains(expected), problems::toString);
    }

    @Test
    void variesWhatTheNetworkLeavesToItsDefault() throws InputException {
        assertEquals(
                List.of("bias 0.5", "bias 1"),
                labels(points("sweep: {/network/populations/0/parameters/bias: [0.5, 1]}\n")));
    }

    /** Three axes of a thousand values are a few kilobytes, and a thousand million runs. */
    @Test
    void countsBeforeItListsTheRuns() {
        String thousand = "[" + "0.5, ".repeat(999) + "0.5]";
        List<String> problems = fixture.problems(ScenarioFolderFixture.BASE + "sweep: {" + BETA + ": " + thousand + ", "
                + WEIGHTS + ": " + thousand + ", /seed: " + thousand.replace("0.5", "5") + "}\n");

        assertEquals(List.of("s.yaml:24: /sweep: found 1000000000 runs, expected at most 10000"), problems);
    }

    @Test
    void aBadValueIsNamedWithItsLineAndItsRun() {
        Path grid =
                fixture.write("grid.yaml", ScenarioFolderFixture.BASE + "sweep:\n  " + BETA + ":\n  - 0.5\n  - 2\n");
        Path list = fixture.write(
                "list.yaml",
                ScenarioFolderFixture.BASE + "repeat: 2\nsweep:\n- " + BETA + ": 0.5\n- " + BETA + ": 2\n");

        assertEquals(
                List.of(grid + ":" + lines(grid) + ": " + BETA + ": found 2, expected at most 1 (run 2: beta 2)"),
                refused(grid));
        String ofList = list + ":" + lines(list) + ": " + BETA + ": found 2, expected at most 1 (run ";
        assertEquals(List.of(ofList + "3: beta 2, seed 7)", ofList + "4: beta 2, seed 8)"), refused(list));
    }

    private static List<String> refused(Path file) {
        ScenarioOverrides none = new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), false);
        InputException refusal = assertThrows(InputException.class, () -> ScenarioFiles.readWithPoints(file, none));
        assertEquals(refusal.problems(), ScenarioFiles.validate(file, none));
        return Problem.lines(refusal.problems());
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
