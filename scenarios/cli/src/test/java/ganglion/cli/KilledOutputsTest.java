package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private ScenarioOnDisk quick;
    private ScenarioOnDisk endless;

    @BeforeEach
    void writeScenarios() throws IOException {
        results = Files.createDirectories(temporary.resolve("results"));
        quick = new ScenarioOnDisk(temporary.resolve("quick"));
        endless = new ScenarioOnDisk(temporary.resolve("endless"))
                .with("duration: 50 ms", "duration: 1000000 s")
                .with("hardware: [loihi, stm32u575]", "")
                .with("threshold: 1}", "threshold: 1, bias: 0.101}")
                .with("decision: {population: out}", "record: {stream: true, activity: {every: 1 s}}")
                .with("expect:\n  - {spikes: {population: out}, between: [3, 3]}", "");
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

    @Test
    void whatAKilledRunNeedsToGoOnStays() throws Exception {
        Path checkpoint = results.resolve("killed.checkpoint");
        try (GanglionProcess process = GanglionProcess.start(
                "run", endless.file(), "--out", results.resolve("killed"), "--checkpoint-every", "50 ms")) {
            await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(checkpoint));
            process.signal("KILL");
            process.exitCode();
        }

        ganglion("run", quick.file(), "--out", results.resolve("next")).assertFine();
        assertTrue(names().containsAll(List.of(".killed.recording", "killed.checkpoint", "next")), names()::toString);
        Files.delete(checkpoint);
        ganglion("run", quick.file(), "--out", results.resolve("next")).assertFine();

        assertEquals(List.of("next"), names());
    }
}
