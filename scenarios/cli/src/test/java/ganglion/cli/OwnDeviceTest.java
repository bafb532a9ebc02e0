package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chip and a processor of one's own, from the templates to a costed run. */
final class OwnDeviceTest {

    @TempDir
    private Path folder;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void beginProfiles() throws IOException {
        scenario = new ScenarioOnDisk(folder);
        ganglion("profile", "new", "my-chip", "--out", folder.resolve("my-chip.yaml"))
                .assertFine();
        ganglion("profile", "new", "my-board", "--kind", "processor", "--out", folder.resolve("my-board.yaml"))
                .assertFine();
        SoundFile.tone(folder.resolve("tone.wav"), 0.3, 16_000, 16, 1);
    }

    @Test
    void theFrontEndOfAChipRunsOnTheProcessorBesideIt() throws IOException {
        Path chip = folder.resolve("my-chip.yaml");
        Files.writeString(
                chip,
                Files.readString(chip)
                        .replaceAll(
                                "(?m)^front-end: .*$",
                                "front-end: {beside: my-board.yaml@50MHz, reason: it is at hand}"));
        scenario.withSound("tone.wav")
                .with("[loihi, stm32u575]", "[my-chip.yaml, my-board.yaml, {profile: my-board.yaml, clock: 20 MHz}]");

        ganglion("run", scenario.file(), "--out", folder.resolve("out"), "--quiet")
                .assertFine();

        String result = Files.readString(folder.resolve("out/result.json"));
        for (String part : List.of("my-board@20MHz", "on my-board@50MHz beside the chip")) {
            assertTrue(result.contains(part), part);
        }
    }

    @Test
    void aProcessorBesideThatCannotHearIsRefused() throws IOException {
        Path chip = folder.resolve("my-chip.yaml");
        Files.writeString(
                chip,
                Files.readString(chip)
                        .replaceAll("(?m)^front-end: .*$", "front-end: {beside: loihi, reason: it is at hand}"));

        ganglion("profile", "validate", chip)
                .assertRefusedInOneLine(
                        "/front-end/beside: found \"loihi\", expected a profile with times of signal processing");
        assertEquals(
                1,
                ganglion(
                                "run",
                                scenario.with("[loihi, stm32u575]", "[my-chip.yaml]")
                                        .file())
                        .errorLines()
                        .size());
    }
}
