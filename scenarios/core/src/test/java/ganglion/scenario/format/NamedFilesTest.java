package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validation looks into the files that a scenario names. */
class NamedFilesTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void looksIntoRecordings() {
        fixture.write("a.wav", "not a sound");

        List<String> problems = fixture.problems(
                ScenarioFolderFixture.edited("network:\n", "  - {name: ear, audio: a.wav}\nnetwork:\n"));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("s.yaml:8: /inputs/1/audio: a.wav: "), problems::toString);
    }

    @Test
    void looksIntoSpikeLists() {
        fixture.write("taps.csv", "time,neuron\n0,3\n");

        assertEquals(
                List.of("s.yaml:6: /inputs/0/spikes: taps.csv: line 2: found neuron 3, expected 0 to 2"),
                fixture.problems(ScenarioFolderFixture.BASE));
    }

    @Test
    void looksForGoldenRasters() {
        String content =
                ScenarioFolderFixture.edited("{spikes: {population: out}, at-least: 1}", "{raster: golden.csv}");

        assertEquals(List.of(), fixture.problems(content), "a raster that a run will make");

        fixture.write("golden.csv", "nothing of a raster");

        String problem = fixture.problems(content).toString();
        assertTrue(problem.startsWith("[s.yaml:23: /expect/0/raster: golden.csv: "), problem);
    }

    @Test
    void refusesNetworksThatNoMachineHolds() {
        String many = ScenarioFolderFixture.edited("size: 2", "size: 10000000").replace("      labels: [A, B]\n", "");
        String populations = "    - {name: p%d, size: 10000000, model: lif, parameters: {beta: 0.5}}\n";
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            more.append(populations.formatted(i));
        }

        List<String> problems = fixture.problems(many.replace("  projections:\n", more + "  projections:\n")
                .replace("      weights: 0.5\n", "      weights: 0.5\n")
                .replace("  decision", "decision"));

        assertEquals(
                List.of("s.yaml:9: /network/populations: found 110000003 neurons in all, expected at most 100000000"),
                problems);
    }

    @Test
    void refusesMatricesThatNoMachineHolds() {
        String large = ScenarioFolderFixture.edited("size: 2", "size: 100000")
                .replace("      labels: [A, B]\n", "")
                .replace("    - from: taps\n", "    - {from: out, to: out, weights: 1}\n    - from: taps\n");

        assertEquals(
                List.of("s.yaml:15: /network/projections/0: found 10000000000 synapses in matrices up to here,"
                        + " expected at most 400000000; list them in CSV files where most are absent"),
                fixture.problems(large));
    }
}
