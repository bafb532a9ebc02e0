package ganglion.report.run;

import ganglion.documents.InputException;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario of three neurons in a folder, small enough to count by hand: two taps, each of which makes A fire one tick later. */
public final class TinyScenario {

    private static final String TEXT = """
            scenario: tiny
            clock: {tick: 1 ms, duration: 100 ms}
            inputs: [{name: taps, spikes: taps.csv, size: 1}]
            network:
              populations:
                - {name: out, size: 2, model: lif, parameters: {beta: 0, threshold: 1}, labels: [A, B]}
              projections:
                - {from: taps, to: out, weights: [[1, 0.5]]}
            decision: {population: out}
            hardware: [loihi]
            expect:
              - {spikes: {population: out}, equals: 2}
            """;

    private final Path folder;
    private String text = TEXT;

    /** The scenario, in a folder of its own. */
    public TinyScenario(Path folder) {
        this.folder = folder;
    }

    /** The same with one part of its text replaced. */
    public TinyScenario with(String part, String replacement) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("the scenario does not contain " + part);
        }
        text = text.replace(part, replacement);
        return this;
    }

    /** Where the scenario file is. */
    public Path file() {
        return folder.resolve("tiny.yaml");
    }

    /** Writes its files and runs it. */
    public ScenarioRun run() throws IOException, InputException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("taps.csv"), "tick,neuron\n10,0\n20,0\n");
        Files.writeString(file(), text);
        return ScenarioRunner.run(
                ScenarioFiles.read(file(), ScenarioOverrides.NONE), new RunSettings(1, 1), RunProgress.NONE);
    }

    /** Runs it and writes its run directory. */
    public Path runInto(Path directory) throws IOException, InputException {
        return RunDirectory.write(run(), directory, SampleRun.MANIFEST);
    }
}
