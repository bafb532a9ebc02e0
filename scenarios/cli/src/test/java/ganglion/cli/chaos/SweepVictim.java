package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A sweep, which leaves a run directory for each of its points, and tables over them. */
record SweepVictim() implements Victim {

    private static final String SWEPT = """
            scenario: swept
            seed: 5
            clock: {tick: 1 ms, duration: 1 s}
            network:
              populations:
                - name: out
                  size: 50
                  model: lif
                  parameters: {beta: 0.9, threshold: 1, bias: 0.15}
            repeat: 8
            hardware: [loihi]
            """;

    @Override
    public String name() {
        return "run-sweep";
    }

    @Override
    public void prepare(Path input, Launch launch) throws IOException {
        Files.writeString(input.resolve("swept.yaml"), SWEPT);
    }

    @Override
    public List<String> command() {
        return List.of("run", INPUT + "swept.yaml", "--out", "out");
    }

    @Override
    public Set<String> seals() {
        return Set.of("result.json", "sweep.html");
    }
}
