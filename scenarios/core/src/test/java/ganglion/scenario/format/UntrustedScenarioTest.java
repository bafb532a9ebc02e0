package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.InputException;
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

class UntrustedScenarioTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals(List.of("s.yaml:1: found null, expected a Ganglion scenario"), fixture.problems("null\n"));
    }

    @Test
    void reportsAllProblemsOfAFileInTheOrderOfItsLines() {
        String content = ScenarioFolderFixture.edited("size: 3", "size: 0").replace("seed: 7", "sead: 7");

        List<String> problems = fixture.problems(content.replace("delay: 1 tick", "delay: -1 ticks"));

        assertEquals(
                List.of("s.yaml:2", "s.yaml:7", "s.yaml:19"),
                problems.stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
    }

    @Test
    void followsPathsOutsideThatAreAbsoluteOrAllowed(@TempDir Path elsewhere) throws IOException, InputException {
        Path outside = Files.writeString(elsewhere.resolve("spikes.csv"), "time,neuron\n");
        String relative = folder.relativize(outside).toString();
        ScenarioOverrides allowing = new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), true);

        assertEquals(List.of(), fixture.problems(ScenarioFolderFixture.edited("taps.csv", outside.toString())));
        assertEquals(
                1,
                fixture.problems(ScenarioFolderFixture.edited("taps.csv", relative))
                        .size());
        fixture.read(ScenarioFolderFixture.edited("taps.csv", relative), allowing);
    }
}
