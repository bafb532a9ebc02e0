package ganglion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkNamesTest {

    private static final List<String> SOME = List.of("w1", "w4-4", "run-brunel", "start-version");

    @Test
    void everyNameIsListedOnce() {
        assertTrue(Benchmark.names().containsAll(SOME), Benchmark.names()::toString);
        assertEquals(Benchmark.names().size(), new HashSet<>(Benchmark.names()).size());
    }

    @Test
    void anUnknownNameIsAnsweredWithAllNames() {
        String message = assertThrows(IllegalArgumentException.class, () -> Benchmark.named("nosuch"))
                .getMessage();

        assertEquals(
                "there is no benchmark named nosuch, expected some of " + String.join(", ", Benchmark.names()),
                message);
    }

    @Test
    void theHelpListsAllNames() {
        String help = new CommandLine(new BenchmarkTable()).getUsageMessage().replaceAll("\\s+", " ");

        assertTrue(help.contains(String.join(", ", Benchmark.names())), help);
    }
}
