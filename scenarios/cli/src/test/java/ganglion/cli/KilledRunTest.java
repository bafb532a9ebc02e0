package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Long runs that die on the way, and go on from their last checkpoint. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no kill to send a signal with")
@Tag("slow")
final class KilledRunTest {

    private static final String NOISY = NoisyScenario.text("100 s");

    @TempDir
    private Path temporary;

    private Path scenario;
    private Path checkpoint;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(temporary.resolve("noisy.yaml"), NOISY);
        checkpoint = temporary.resolve("killed.checkpoint");
    }

    private Path out(String name) {
        return temporary.resolve(name);
    }

    /** Runs the scenario, and kills the run once it has saved a checkpoint. */
    private void kill() throws Exception {
        try (GanglionProcess process = GanglionProcess.start(
                "run", scenario, "--out", out("killed"), "--checkpoint-every", "50 ms", "--threads", 2)) {
            do {
                process.awaitSaid("simulating");
            } while (!Files.exists(checkpoint));
            process.signal("KILL");
            process.exitCode();
        }
    }

    @Test
    void goesOnToTheSameRasterAfterBeingKilled() throws Exception {
        kill();
        assertFalse(Files.exists(out("killed")), "nothing is half-written");
        refusesWhatIsBrokenOrOfAnotherScenario();

        CommandLineUnderTest.Outcome resumed = CommandLineUnderTest.ganglion(
                "run", scenario, "--resume", checkpoint, "--neurons-per-actor", 7, "--threads", 1);
        CommandLineUnderTest.Outcome whole = CommandLineUnderTest.ganglion("run", scenario, "--out", out("whole"));

        resumed.assertFine();
        whole.assertFine();
        assertEquals(
                Files.readString(out("whole").resolve("spikes.csv")),
                Files.readString(out("killed").resolve("spikes.csv")));
        assertTrue(Files.size(out("whole").resolve("spikes.csv")) > 10_000, "it does fire");
    }

    private void refusesWhatIsBrokenOrOfAnotherScenario() throws IOException {
        byte[] good = Files.readAllBytes(checkpoint);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);

        refused(Files.write(out("flipped.checkpoint"), flipped), scenario, "the checkpoint is damaged");
        refused(Files.write(out("cut.checkpoint"), cut), scenario, "ends early");
        refused(Files.writeString(out("text.checkpoint"), "no checkpoint"), scenario, "this is not a checkpoint");
        // Nothing is replaced by a run that cannot begin.
        refused(out("whole.checkpoint"), scenario, "no such file");
        Path other = Files.writeString(out("other.yaml"), NOISY.replace("seed: 11", "seed: 12"));
        refused(checkpoint, other, "belongs to another network");
        Path shorter = Files.writeString(out("shorter.yaml"), NoisyScenario.text("1 ms"));
        refused(checkpoint, shorter, "outside a run of 1");
    }

    private static void refused(Path checkpoint, Path scenario, String reason) {
        CommandLineUnderTest.ganglion("run", scenario, "--resume", checkpoint)
                .assertRefusedInOneLine(checkpoint.toString(), reason);
    }
}
