package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write to one place, and die. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
@Tag("slow")
final class KilledOutputsTest {

    @TempDir
    private Path temporary;

    private Path results;

    @BeforeEach
    void makeAFolder() throws IOException {
        results = Files.createDirectories(temporary.resolve("results"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(results)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void twoTrainingsIntoOneFolderDoNotShareACheckpoint() throws Exception {
        TinyExperiment tiny = new TinyExperiment(temporary);
        Path out = results.resolve("out");
        try (GanglionProcess process =
                GanglionProcess.start("train", tiny.file("spikes.yaml"), "--epochs", 10_000, "--out", out)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(results.resolve("out.checkpoint")));

            ganglion("train", tiny.file("spikes.yaml"), "--epochs", 1, "--out", out)
                    .assertRefusedInOneLine(out + ": another process of Ganglion is writing there");
            process.signal("KILL");
            process.exitCode();
        }

        ganglion("train", tiny.file("spikes.yaml"), "--epochs", 1, "--out", out).assertFine();
        assertEquals(List.of("out"), names());
    }
}
