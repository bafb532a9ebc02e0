package ganglion.scenario.format.recording;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When probes look, which must be once at least. */
class ProbeTimesTest {

    @TempDir
    private Path folder;

    private Path scenario(String record) throws IOException {
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n1,0\n");
        return Files.writeString(folder.resolve("s.yaml"), """
            scenario: s
            clock: {tick: 1 ms, duration: 50 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 1}]
            network:
              populations: [{name: out, size: 1, model: lif, parameters: {beta: 0, threshold: 1}}]
              projections: [{from: taps, to: out, weights: 1}]
            record: %s
            """.formatted(record));
    }

    private List<String> problems(String record) throws IOException {
        Path file = scenario(record);
        return assertThrows(InputException.class, () -> ScenarioFiles.read(file, ScenarioOverrides.NONE))
                .problems()
                .stream()
                .map(problem -> problem.line() + ": " + problem.pointer() + ": " + problem.message())
                .toList();
    }

    @Test
    void aProbeThatEndsBeforeItsFirstLookIsRefused() throws IOException {
        assertEquals(
                List.of("7: /record/membrane/0/until: found the end of the observations 20 ms, expected one after the"
                        + " first, which is at 30 ms"),
                problems("{membrane: [{population: out, from: 30 ms, until: 20 ms}]}"));
        assertEquals(
                List.of("7: /record/activity/until: found the end of the observations 0 ms, expected one after the"
                        + " first, which is at 0 s"),
                problems("{activity: {every: 1 ms, until: 0 ms}}"));
    }

    @Test
    void aProbeThatBeginsWhenTheRunHasEndedIsRefused() throws IOException {
        assertEquals(
                List.of("7: /record/activity/from: found the first observation at 50 ms, expected one before the end of"
                        + " the run, which is at 50 ms"),
                problems("{activity: {every: 1 ms, from: 50 ms}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{every: 1 s, from: 49 ms}",
                "{every: 1 ms, from: 10 ms, until: 11 ms}",
                "{every: 1 s, until: 2 s}"
            })
    void aProbeThatLooksOnceIsFine(String probe) throws IOException {
        Path file = scenario("{activity: " + probe + "}");

        assertDoesNotThrow(() -> ScenarioFiles.read(file, ScenarioOverrides.NONE));
    }
}
