package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
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

    /** Files of a sweep lie beside the file that the sweep stands in, as all others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep: {/inputs/0/spikes: [taps.csv, more.csv]}",
                "sweep: [{/inputs/0/spikes: taps.csv}, {/inputs/0/spikes: more.csv}]"
            })
    void filesOfASweepLieBesideItsFile(String sweep) throws Exception {
        Files.createDirectory(folder.resolve("below"));
        for (String file : List.of("taps.csv", "more.csv")) {
            Files.copy(folder.resolve("taps.csv"), folder.resolve("below").resolve(file));
        }
        fixture.write("below/swept.yaml", ScenarioFolderFixture.BASE + sweep + "\n");
        Files.delete(folder.resolve("taps.csv"));
        Path own = fixture.write("own.yaml", "scenario: own\nextends: below/swept.yaml\n");

        assertEquals(
                2,
                ScenarioFiles.readWithPoints(own, ScenarioOverrides.NONE)
                        .points()
                        .size());
    }

    /** As every path that the command line sets, and not beside the extended file, whose sweep it replaces. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sweep | {/inputs/0/spikes: [taps.csv, more.csv]}",
                "/sweep | [{/inputs/0/spikes: taps.csv}, {/inputs/0/spikes: more.csv}]",
                "/sweep/~1inputs~10~1spikes | [taps.csv, more.csv]"
            })
    void filesOfASweepOfTheCommandLineLieBesideTheFileThatWasNamed(String pointer, String sweep) throws Exception {
        Files.createDirectory(folder.resolve("below"));
        Files.copy(folder.resolve("taps.csv"), folder.resolve("below/taps.csv"));
        Files.copy(folder.resolve("taps.csv"), folder.resolve("more.csv"));
        fixture.write("below/swept.yaml", ScenarioFolderFixture.BASE + "sweep: {/inputs/0/spikes: [taps.csv]}\n");
        Path own = fixture.write("own.yaml", "scenario: own\nextends: below/swept.yaml\n");
        ScenarioOverrides set =
                new ScenarioOverrides(Map.of(pointer, sweep), OptionalLong.empty(), List.of(), false).asTyped();

        Scenario scenario = ScenarioFiles.readWithPoints(own, set);

        assertEquals(2, scenario.points().size());
        for (RunPoint point : scenario.points()) {
            Scenario run = ScenarioFiles.read(own, scenario.overrides().at(point));
            Input.SpikeList spikes = (Input.SpikeList) run.inputs().get(0);
            assertEquals(folder, spikes.file().resolved().getParent());
        }
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3              | s.yaml:1: /extends: found 3, expected the name of a scenario file, or a list of them
        [base.yaml, 3] | s.yaml:1: /extends/1: found 3, expected the name of a file
        broken.yaml    | broken.yaml:1: not valid YAML: found the end of the file in column 5, expected the end of what was begun in line 1
        """)
    void refusesWhatCannotBeExtended(String base, String expected) {
        fixture.write("broken.yaml", "a: [");

        List<String> problems = fixture.problems("extends: " + base + "\n");

        assertEquals(true, problems.contains(expected), problems::toString);
    }
}
