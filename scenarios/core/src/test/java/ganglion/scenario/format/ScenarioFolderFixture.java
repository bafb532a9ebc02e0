package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A scenario that is fine, in a folder of its own, for tests to break. */
final class ScenarioFolderFixture {

    /** Line 1 is "scenario: base"; tests below count on the lines. */
    static final String BASE = """
            scenario: base
            seed: 7
            clock: {tick: 2 ms, duration: 200 ms}
            inputs:
              - name: taps
                spikes: taps.csv
                size: 3
            network:
              populations:
                - name: out
                  size: 2
                  model: lif
                  parameters: {beta: 0.9, threshold: 1}
                  labels: [A, B]
              projections:
                - from: taps
                  to: out
                  weights: 0.5
                  delay: 1 tick
            decision: {population: out}
            hardware: [loihi]
            expect:
              - {spikes: {population: out}, at-least: 1}
            """;

    private final Path folder;

    ScenarioFolderFixture(Path folder) {
        this.folder = folder;
        write("taps.csv", "time,neuron\n0.01,0\n0.02,1\n");
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base scenario with one piece of its text, which must be there, replaced. */
    static String edited(String find, String replacement) {
        assertTrue(BASE.contains(find), find);
        int start = BASE.indexOf(find);
        return BASE.substring(0, start) + replacement + BASE.substring(start + find.length());
    }

    Scenario read(String content) throws InputException {
        return read(content, ScenarioOverrides.NONE);
    }

    Scenario read(String content, ScenarioOverrides overrides) throws InputException {
        return ScenarioFiles.read(write("s.yaml", content), overrides);
    }

    /** The problems of a scenario, one line each, without the folder of the test. */
    List<String> problems(String content) {
        return lines(ScenarioFiles.validate(write("s.yaml", content), ScenarioOverrides.NONE));
    }

    List<String> problems(String content, ScenarioOverrides overrides) {
        return lines(assertThrows(InputException.class, () -> read(content, overrides))
                .problems());
    }

    private List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.oneLine().replace(folder + "/", ""))
                .toList();
    }
}
