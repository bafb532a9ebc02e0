package ganglion.cli.chaos;

import ganglion.cli.NoisyScenario;
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

    private static final String CHECKPOINT = "out.checkpoint";

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Files.writeString(input.resolve("noisy.yaml"), NoisyScenario.text("4 s") + more);
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
