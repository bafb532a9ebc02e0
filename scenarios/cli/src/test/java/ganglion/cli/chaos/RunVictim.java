package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A run of a noisy network that is saved all the time, and resumed.
 *
 * @param more lines of its scenario
 */
record RunVictim(String name, String more) implements Victim {

    /** Spikes and probes that are written while it runs. */
    static final String RECORDINGS = """
            record:
              stream: true
              sonata: true
              membrane: [{population: out, every: 10 ms, sample: 5}]
              activity: {every: 100 ms}
            """;

    private static final String NOISY = """
            scenario: noisy
            seed: 11
            clock: {tick: 1 ms, duration: 4 s}
            network:
              populations:
                - name: out
                  size: 100
                  model: synaptic-lif
                  parameters: {time-constant: 20 ms, currents: [{time-constant: 5 ms}]}
                  currents: [{noise: {mean: 0.008, deviation: 0.02}}]
              projections:
                - from: out
                  to: out
                  connectivity: {rule: fixed-in-degree, degree: 10}
                  weights: {distribution: normal, mean: 0, deviation: 0.02}
                  delay: {distribution: uniform, low: 1 ms, high: 5 ms}
            """;

    private static final String CHECKPOINT = "out.checkpoint";

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Files.writeString(input.resolve("noisy.yaml"), NOISY + more);
    }

    @Override
    public List<String> command() {
        return List.of(
                "run",
                INPUT + "noisy.yaml",
                "--out",
                "out",
                "--checkpoint-every",
                "20 ms",
                "--neurons-per-actor",
                "30");
    }

    @Override
    public List<String> next(Path folder) {
        return Files.exists(folder.resolve(CHECKPOINT))
                ? List.of("run", INPUT + "noisy.yaml", "--resume", CHECKPOINT, "--checkpoint-every", "20 ms")
                : command();
    }

    @Override
    public Set<String> seals() {
        return Set.of("result.json");
    }

    @Override
    public boolean isTemporary(String name) {
        return name.equals(CHECKPOINT);
    }
}
