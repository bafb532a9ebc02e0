package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class UntrustedScenarioTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void refusesAYamlBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }

        List<String> problems =
                assertTimeoutPreemptively(Duration.ofMinutes(1), () -> fixture.problems(bomb.toString()));

        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).endsWith("found more than 1000000 values, the most that is read"), problems::toString);
    }

    @Test
    void refusesAListThatHoldsItself() {
        List<String> problems = fixture.problems("scenario: &a [*a]\n");

        assertEquals(
                List.of("s.yaml:1: /scenario/0: found an alias of \"a\", which is not anchored before it"), problems);
    }

    @Test
    void refusesTagsThatNameClasses() {
        List<String> problems =
                fixture.problems(ScenarioFolderFixture.edited("seed: 7", "seed: !!java.net.URL [\"x\"]"));

        assertEquals(
                List.of("s.yaml:2: /seed: found the tag \"tag:yaml.org,2002:java.net.URL\", expected a plain value"),
                problems);
    }

    @Test
    void refusesRepeatedKeys() {
        List<String> problems = fixture.problems(ScenarioFolderFixture.edited("seed: 7", "seed: 7\nseed: 8"));

        assertEquals(List.of("s.yaml:3: /seed: found the key \"seed\" twice, first in line 2"), problems);
    }

    @Test
    void refusesDeepNesting() {
        List<String> problems = fixture.problems("scenario: " + "[".repeat(5000) + "]".repeat(5000) + "\n");

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("levels of nesting"), problems::toString);
    }

    @Test
    void refusesAFileThatIsMissingOrAFolder() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path directory = Files.createDirectory(folder.resolve("folder.yaml"));

        assertEquals(
                missing + ": there is no such file",
                ScenarioFiles.validate(missing, ScenarioOverrides.NONE).get(0).oneLine());
        assertEquals(
                directory + ": found a folder, expected a file",
                ScenarioFiles.validate(directory, ScenarioOverrides.NONE).get(0).oneLine());
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals(List.of("s.yaml:1: found nothing, expected a document"), fixture.problems(""));
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
    void refusesALinkThatLeadsOutside(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "time,neuron\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);
        Files.createSymbolicLink(folder.resolve("inner.csv"), folder.resolve("taps.csv"));

        List<String> problems = fixture.problems(ScenarioFolderFixture.edited("taps.csv", "link.csv"));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("leaves the folder of this file by a symbolic link"), problems::toString);
        assertEquals(List.of(), fixture.problems(ScenarioFolderFixture.edited("taps.csv", "inner.csv")));
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
