package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioSelectionTest {

    private static final String SWEEP = "sweep: {/network/projections/0/weights: [0.5, 1.0]}\nrepeat: 2\n";

    @TempDir
    private Path folder;

    private SuiteFixture files;

    @BeforeEach
    void writeSpikes() {
        files = new SuiteFixture(folder);
    }

    private Path scenario(String file, String name, String more) {
        return files.write(file, SuiteFixture.scenario(name, more));
    }

    private static ScenarioSelection all(Path... files) {
        return new ScenarioSelection(List.of(files), ScenarioOverrides.NONE, OptionalInt.empty());
    }

    private static List<String> problems(ScenarioSelection selection, boolean oneFolder) {
        return assertThrows(InputException.class, () -> selection.read(oneFolder)).problems().stream()
                .map(Problem::oneLine)
                .toList();
    }

    @Test
    void readsAllFilesInTheirOrder() throws InputException {
        List<Scenario> scenarios = all(scenario("b.yaml", "second", ""), scenario("a.yaml", "first", ""))
                .read(true);

        assertEquals(
                List.of("second", "first"),
                scenarios.stream().map(Scenario::name).toList());
    }

    @Test
    void reportsTheProblemsOfAllFiles() {
        List<String> problems = problems(
                all(
                        scenario("a.yaml", "a", "colour: red\n"),
                        scenario("b.yaml", "b", ""),
                        scenario("c.yaml", "c", "size: 3\n")),
                false);

        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains("a.yaml") && problems.get(1).contains("c.yaml"), problems::toString);
    }

    @Test
    void oneFolderHoldsNoTwoScenariosOfOneName() throws InputException {
        ScenarioSelection twice = all(scenario("a.yaml", "same", ""), scenario("b.yaml", "same", ""));

        assertEquals(2, twice.read(false).size());
        List<String> problems = problems(twice, true);
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).contains("b.yaml")
                        && problems.get(0).endsWith("a second time, expected another than in a.yaml"),
                problems::toString);
    }

    @Test
    void onePointIsARunAndNoStudy() throws InputException {
        Path file = scenario("a.yaml", "a", SWEEP);
        ScenarioSelection fourth = new ScenarioSelection(List.of(file), ScenarioOverrides.NONE, OptionalInt.of(4));

        Scenario run = fourth.read(true).get(0);
        Scenario study = all(file).read(true).get(0);

        assertFalse(fourth.isStudy(run));
        assertTrue(all(file).isStudy(study));
        assertEquals(study.seed() + 1, run.seed(), "the second repeat of the second point");
        assertFalse(all(scenario("b.yaml", "b", ""))
                .isStudy(all(scenario("b.yaml", "b", "")).read(true).get(0)));
    }

    @Test
    void aPointBeyondTheLastIsRefused() {
        Path file = scenario("a.yaml", "a", SWEEP);

        assertEquals(
                List.of("--point: found 5, expected 1 to 4 for " + file),
                problems(new ScenarioSelection(List.of(file), ScenarioOverrides.NONE, OptionalInt.of(5)), true));
    }
}
