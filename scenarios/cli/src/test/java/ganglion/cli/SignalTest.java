package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C and its kin do to a run of eleven days of model time. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
@Tag("slow")
final class SignalTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path temporary;

    private Path out() {
        return temporary.resolve("out");
    }

    private ScenarioOnDisk endless() throws IOException {
        return new ScenarioOnDisk(temporary.resolve("scenario"))
                .with("duration: 50 ms", "duration: 1000000 s")
                .with("hardware: [loihi, stm32u575]", "")
                .with("threshold: 1}", "threshold: 1, bias: 0.101}");
    }

    @Test
    void aSignalLeavesTheResultsSoFarMarkedIncompleteAndRunsNoLaterScenario() throws Exception {
        Path other = new ScenarioOnDisk(temporary.resolve("other"))
                .with("scenario: two-taps", "scenario: later")
                .file();
        try (GanglionProcess process = GanglionProcess.start("run", endless().file(), other, "--out", out())) {
            process.awaitSaid("simulating");
            process.signal("TERM");

            process.awaitSaid("stopping");
            assertEquals(TERMINATED, process.exitCode());
        }
        assertFalse(Files.exists(out().resolve("later")));
        Path stopped = out().resolve("two-taps");
        JsonNode result =
                new ObjectMapper().readTree(stopped.resolve("result.json").toFile());
        long ticks = result.at("/run/ticks").asLong();
        assertFalse(result.at("/run/complete").asBoolean());
        assertEquals(1_000_000_000L, result.at("/run/plannedTicks").asLong());
        assertTrue(ticks > 0 && ticks < 1_000_000_000L, () -> "stopped at " + ticks);
        assertFalse(result.at("/verdict/passed").asBoolean());
        assertTrue(result.at("/verdict/text").asText().startsWith("Incomplete: stopped after"));
        assertTrue(Files.readString(stopped.resolve("report.html")).contains("Incomplete: stopped after"));
    }

    @Test
    void aStoppedRunWithACheckpointSaysHowToGoOn() throws Exception {
        Path file = endless().file();
        try (GanglionProcess process =
                GanglionProcess.start("run", file, "--out", out(), "--checkpoint-every", "1000 s", "--json")) {
            process.awaitSaid("simulating");
            process.signal("TERM");

            process.awaitSaid("checkpoint: " + out() + ".checkpoint");
            process.awaitSaid("to go on: ganglion run " + file);
            process.awaitSaid("--resume " + out() + ".checkpoint");
            assertEquals(TERMINATED, process.exitCode());
        }
        assertTrue(Files.exists(temporary.resolve("out.checkpoint")));
    }

    /** Its ticks take so long that the end of the chunk is far away. */
    @Test
    void aSecondSignalEndsAtOnceAndLeavesNothing() throws Exception {
        ScenarioOnDisk busy = endless()
                .with("name: out, size: 2", "name: out, size: 3000")
                .with(", labels: [low, high]", "")
                .with("bias: 0.101", "bias: 2")
                .with(
                        "connectivity: one-to-one, weights: 1.0, delay: 1 tick}",
                        "weights: 1.0}\n" + "    - {from: out, to: out, weights: 0.001}");
        try (GanglionProcess process = GanglionProcess.start("run", busy.file(), "--out", out())) {
            process.awaitSaid("simulating");
            process.signal("TERM");
            process.awaitSaid("stopping");
            process.signal("TERM");

            assertEquals(ExitCode.INTERRUPTED.number(), process.exitCode());
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(temporary.resolve("scenario")), left.toList());
        }
    }
}
