package ganglion.chips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario of two populations that fire in turn, one inhibiting the other. */
final class Pair {

    static final String SCENARIO = """
        scenario: pair
        clock: {tick: 1 ms, duration: 30 ms}
        inputs:
          - {name: in, spikes: in.csv, size: 2}
        network:
          populations:
            - {name: first, size: 3, model: lif, parameters: {beta: 0.8}}
            - {name: second, size: 1, model: lif, parameters: {beta: 1}}
          projections:
            - {from: in, to: first, weights: 0.7}
            - {from: first, to: second, weights: 0.25}
            - {from: second, to: first, weights: -0.3}
        """;

    private Pair() {}

    /** Writes a scenario with its input. */
    static Path file(Path folder, String scenario) throws IOException {
        StringBuilder spikes = new StringBuilder("tick,neuron\n");
        for (int tick = 0; tick < 30; tick++) {
            spikes.append(tick).append(',').append(tick % 2).append('\n');
        }
        Files.writeString(folder.resolve("in.csv"), spikes);
        return Files.writeString(folder.resolve("scenario.yaml"), scenario);
    }
}
