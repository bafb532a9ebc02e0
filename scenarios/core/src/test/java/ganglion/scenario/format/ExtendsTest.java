package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
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

class ExtendsTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void writeTheBase() {
        fixture = new ScenarioFolderFixture(folder);
        fixture.write("base.yaml", ScenarioFolderFixture.BASE);
    }

    private Scenario extending(String content) throws InputException {
        return fixture.read("extends: base.yaml\n" + content);
    }

    private static double beta(PopulationSpec population) {
        return ((Lif) population.model()).parameters().beta().at(0);
    }

    @Test
    void keepsWhatTheBaseSaysAndPutsItsOwnWordsOver() throws InputException {
        Scenario scenario = extending("scenario: child\nclock: {duration: 400 ms}\n");

        assertEquals("child", scenario.name());
        assertEquals(OptionalLong.of(200), scenario.durationTicks());
        assertEquals(0.002, scenario.clock().tickSeconds());
        assertEquals(7, scenario.seed());
    }

    @Test
    void mergesNamedElementsByNameAndAddsNewOnes() throws InputException {
        Scenario scenario = extending("""
                network:
                  populations:
                    - {name: more, size: 1, model: lif, parameters: {beta: 0.1}}
                    - {name: out, parameters: {beta: 0.5}}
                """);

        assertEquals(
                List.of("out", "more"),
                scenario.populations().stream().map(PopulationSpec::name).toList());
        assertEquals(0.5, beta(scenario.populations().get(0)));
        assertEquals(2, scenario.populations().get(0).size());
        assertEquals(1, scenario.projections().size());
    }

    @Test
    void replacesListsWithoutNamesAndTakesAwayWhatIsNull() throws InputException {
        Scenario scenario = extending("hardware: [truenorth, stm32u575]\nexpect: null\n");

        assertEquals(2, scenario.hardware().size());
        assertEquals(List.of(), scenario.expectations());
    }

    @Test
    void laysLaterBasesOverEarlierOnes() throws InputException {
        fixture.write("long.yaml", "clock: {duration: 2 s}\nseed: 9\n");
        fixture.write("longer.yaml", "clock: {duration: 4 s}\n");

        Scenario scenario = fixture.read("extends: [base.yaml, long.yaml, longer.yaml]\ndescription: all three\n");

        assertEquals(OptionalLong.of(2000), scenario.durationTicks());
        assertEquals(9, scenario.seed());
    }

    @Test
    void findsTheFilesOfABaseBesideTheBase() throws Exception {
        Path below = Files.createDirectories(folder.resolve("common"));
        Files.writeString(below.resolve("base.yaml"), ScenarioFolderFixture.BASE);
        Files.writeString(below.resolve("taps.csv"), "tick,neuron\n5,2\n");

        Scenario scenario = fixture.read("extends: common/base.yaml\n");

        Input.SpikeList taps = (Input.SpikeList) scenario.inputs().get(0);
        assertEquals(below.resolve("taps.csv"), taps.file().resolved());
    }

    @Test
    void pointsAtTheFileThatAMistakeStandsIn() {
        fixture.write("base.yaml", ScenarioFolderFixture.edited("beta: 0.9", "beta: 2"));

        assertEquals(
                List.of(
                        "base.yaml:13: /network/populations/0/parameters/beta: found 2, expected at most 1",
                        "s.yaml:2: /seed: found -1, expected at least 0"),
                fixture.problems("extends: base.yaml\nseed: -1\n").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void blamesNoFileForWhatTheCommandLineSets() throws InputException {
        fixture.write("s.yaml", "extends: base.yaml\n");
        ScenarioOverrides overrides = new ScenarioOverrides(
                Map.of("/network/populations/0/parameters/beta", "2"), OptionalLong.empty(), List.of(), false);

        assertEquals(
                List.of("s.yaml: /network/populations/0/parameters/beta: found 2, expected at most 1"),
                fixture.problems("extends: base.yaml\n", overrides));
    }

    @Test
    void refusesCircles() throws IOException {
        fixture.write("a.yaml", "extends: b.yaml\n");
        fixture.write("b.yaml", "seed: 1\nextends: a.yaml\n");

        assertEquals(
                List.of("b.yaml:2: /extends: found \"a.yaml\", which extends this file in turn"),
                fixture.problems("extends: a.yaml\n"));
        assertEquals(
                List.of("s.yaml:1: /extends: found \"s.yaml\", which extends this file in turn"),
                fixture.problems("extends: s.yaml\n"));
    }

    /** Two files that both extend two others, and so on, would be read two to the power of their number times. */
    @Test
    void refusesMoreFilesThanAnybodyMeans() {
        for (int i = 0; i < 12; i++) {
            fixture.write("f" + i + ".yaml", "extends: [f" + (i + 1) + ".yaml, f" + (i + 1) + ".yaml]\n");
        }
        fixture.write("f12.yaml", "seed: 1\n");

        List<String> problems = fixture.problems("extends: f0.yaml\n");

        assertEquals(1, problems.size());
        assertEquals(true, problems.get(0).endsWith("found more than 64 files that are extended"), problems.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none.yaml      | s.yaml:1: /extends: found "none.yaml", but there is no such file
            ../base.yaml   | s.yaml:1: /extends: found "../base.yaml", which leaves the folder of this file; expected a path within it, an absolute path, or the flag --allow-outside-paths
            3              | s.yaml:1: /extends: found 3, expected the name of a scenario file, or a list of them
            [base.yaml, 3] | s.yaml:1: /extends/1: found 3, expected the name of a file
            broken.yaml    | broken.yaml:1: not valid YAML: found the end of the file in column 5, expected the end of what was begun in line 1
            """)
    void refusesWhatCannotBeExtended(String base, String expected) {
        fixture.write("broken.yaml", "a: [");

        List<String> problems = fixture.problems("extends: " + base + "\n");

        assertEquals(true, problems.contains(expected), problems::toString);
    }

    @Test
    void refusesABaseOfAFutureVersion() {
        fixture.write("base.yaml", "format: 9\n" + ScenarioFolderFixture.BASE);

        InputException refusal = assertThrows(InputException.class, () -> extending(""));

        Problem problem = refusal.problems().get(0);
        assertEquals("/format", problem.pointer());
        assertEquals(1, problem.line());
        assertEquals(folder.resolve("base.yaml").toString(), problem.file());
    }
}
