package ganglion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with a scenario that runs in milliseconds: two spike sources, each of which makes its own neuron fire at once.
 * Tests spoil it in one place at a time.
 */
public final class ScenarioOnDisk {

    private static final String DOCUMENT = String.join(
            "\n",
            "scenario: two-taps",
            "clock: {tick: 1 ms, duration: 50 ms}",
            "inputs:",
            "  - {name: taps, spikes: taps.csv, size: 2}",
            "network:",
            "  populations:",
            "    - {name: out, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1}, labels: [low, high]}",
            "  projections:",
            "    - {from: taps, to: out, connectivity: one-to-one, weights: 1.0, delay: 1 tick}",
            "decision: {population: out}",
            "hardware: [loihi, stm32u575]",
            "expect:",
            "  - {spikes: {population: out}, between: [3, 3]}",
            "");

    private final Path folder;

    public ScenarioOnDisk(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(file(), DOCUMENT);
        Files.writeString(folder.resolve("taps.csv"), "time,neuron\n0.001,0\n0.005,0\n0.010,1\n");
    }

    Path folder() {
        return folder;
    }

    public Path file() {
        return folder.resolve("scenario.yaml");
    }

    /** Replaces a part of the document, which must be there. */
    public ScenarioOnDisk with(String part, String replacement) throws IOException {
        String document = Files.readString(file());
        if (!document.contains(part)) {
            throw new IllegalArgumentException("the scenario has no '" + part + "'");
        }
        Files.writeString(file(), document.replace(part, replacement));
        return this;
    }

    /** Makes it listen to a sound file instead of the spike list. */
    ScenarioOnDisk withSound(String sound) throws IOException {
        with(
                "{name: taps, spikes: taps.csv, size: 2}",
                "{name: taps, audio: " + sound + ", frontend: {hop: 1 ms, mel-bands: 2}}");
        return with(", duration: 50 ms", "").with("between: [3, 3]", "at-least: 0");
    }

    /**
     * Puts neurons between the taps and the outputs: the taps at 1 and 3 ms together make the first of them fire at 5 ms, and this makes the
     * first output fire at 8 ms.
     */
    ScenarioOnDisk withNeuronsBetween() throws IOException {
        return withFile("taps.csv", "time,neuron\n0.001,0\n0.003,0\n0.010,1\n")
                .with(
                        "    - {name: out, size",
                        "    - {name: middle, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1}}\n"
                                + "    - {name: out, size")
                .with(
                        "{from: taps, to: out, connectivity: one-to-one, weights: 1.0, delay: 1 tick}",
                        "{from: taps, to: middle, connectivity: one-to-one, weights: 0.6, delay: 2 ticks}\n"
                                + "    - {from: middle, to: out, connectivity: one-to-one, weights: 1.5, delay: 3 ticks}")
                .with("hardware: [loihi, stm32u575]\n", "")
                .with("between: [3, 3]", "at-least: 0");
    }

    public ScenarioOnDisk withFile(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }
}
