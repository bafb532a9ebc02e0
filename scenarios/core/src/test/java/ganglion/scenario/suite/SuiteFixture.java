package ganglion.scenario.suite;

import ganglion.scenario.result.ExpectationOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small scenarios on disk, and results made by hand. */
final class SuiteFixture {

    private final Path folder;

    SuiteFixture(Path folder) {
        this.folder = folder;
        write("taps.csv", "tick,neuron\n1,0\n5,0\n9,1\n");
    }

    Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two sources, each of which makes its own neuron fire one tick later: ticks 2 and 6, and 10. */
    static String scenario(String name, String more) {
        return """
                scenario: %s
                clock: {tick: 1 ms, duration: 20 ms}
                inputs: [{name: taps, spikes: taps.csv, size: 2}]
                network:
                  populations: [{name: out, size: 2, model: lif, parameters: {beta: 0.9}}]
                  projections: [{from: taps, to: out, connectivity: one-to-one, weights: 1.0}]
                """.formatted(name) + more;
    }

    SuiteCase testCase(String name, String more) {
        return new SuiteCase(write(name + ".yaml", scenario(name, more)), name, List.of());
    }

    static ExpectationOutcome outcome(boolean passed) {
        return new ExpectationOutcome("/expect/0", "spikes of out", passed, "3", passed ? "3" : "4").withValue(3, "");
    }

    static RunResult run(String label, Status status, List<ExpectationOutcome> outcomes, String... messages) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("spikes of out", 3.0);
        figures.put("active energy of the run on loihi (J)", 1.25e-7);
        Map<String, String> settings = label.isEmpty() ? Map.of() : Map.of("/seed", "\"" + label + "\"");
        return new RunResult(label, settings, 42, status, outcomes, List.of(messages), "a/report.html", figures, 0.25);
    }

    static CaseResult result(String name, RunResult... runs) {
        return new CaseResult(name + ".yaml", name, List.of("fast", "small"), List.of(runs), List.of("a note"));
    }
}
