package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Graphs of the conformance kit under dialects. The expected steps are what the tools themselves answered, by
 * {@code conformance/adapters/run_TOOL.py} with the versions of {@code conformance/results}.
 */
final class DialectTest {

    private static final Path CASES = ProjectRoot.find().resolve("conformance/cases");

    /** No layer of these graphs is later than that many ticks. */
    private static final int MOST_LATE = 3;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "l1-lif-equality, 3, lif, nest, 20, 0 3 6 9 12 15 18",
        "l1-lif-equality, 3, lif, spikingjelly, 20, 0 3 6 9 12 15 18",
        "l1-lif-equality, 3, lif, brian2, 20, 6 15",
        "l1-lif-equality, 3, lif, nengo, 20, 6 15",
        "l1-lif-equality, 3, lif, lava, 20, 3 9 15",
        "l1-lif-equality, 3, lif, sanafe, 20, 3 9 15",
        "l1-lif-equality, 3, lif, norse, 20, 3 9 15",
        "l1-lif-equality, 3, lif, snntorch, 20, 3 9 15",
        "l2-chain-lif, 1, l3, nest, 40, 7 13 19 25 31 37",
        "l2-chain-lif, 1, l3, brian2, 40, 7 13 19 25 31 37",
        "l2-chain-lif, 1, l3, lava, 40, 7 13 19 25 31 37",
        "l2-chain-lif, 1, l3, nengo, 40, 5 11 17 23 29 35",
        "l1-if-reset-up, 1, lif, spikingjelly, 24, 3 7 11 15 19 23",
        "l1-if-reset-up, 1, lif, nest, 24, 6 10 14 18 22",
        "l1-lif-leak-fires, 0, lif, norse, 60, 0 8 16 24 32 40 48 56",
        "l1-cuba-lif-reset, 7, li, lava, 30, 0 1 3 7 8 10 13 14 15 17 20 21 22 24 27 28 29",
        "l1-cuba-lif-reset, 7, li, nest, 30, 1 3 5 8 9 11 14 15 16 18 21 22 23 25 28 29",
    })
    void firesAsTheToolDoes(String graph, int every, String layer, String dialect, int steps, String expected)
            throws IOException {
        Path spikes = Files.writeString(
                folder.resolve("in.csv"),
                IntStream.range(0, steps)
                        .filter(step -> every > 0 && step % every == 0)
                        .mapToObj(step -> step + ",0\n")
                        .collect(Collectors.joining("", "tick,neuron\n", "")));
        Path scenario = folder.resolve("net.yaml");
        Outcome imported = ganglion(
                "import",
                CASES.resolve(graph + "/net.nir"),
                "--out",
                scenario,
                "--spikes",
                spikes,
                "--tick=1ms",
                "--step=1ms",
                "--duration=" + (steps + MOST_LATE) + "ms",
                "--dialect=" + dialect);
        imported.assertFine();
        int late = Integer.parseInt(imported.out().replaceFirst("(?s).*acts (\\d+) ticks later.*", "$1"));
        ganglion("run", scenario, "--out", folder.resolve("run")).assertFine();

        String fired = Files.readAllLines(folder.resolve("run/spikes.csv")).stream()
                .filter(line -> line.endsWith("," + layer + ",0"))
                .map(line -> Integer.parseInt(line.split(",")[1]) - late)
                .filter(step -> step < steps)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        assertEquals(expected, fired);
    }
}
