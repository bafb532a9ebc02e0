package ganglion.report.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.result.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPlanTest {

    @TempDir
    private Path folder;

    private static CheckpointPlan resuming(String file) {
        return new CheckpointPlan(Optional.of(Path.of(file)), OptionalDouble.empty());
    }

    @Test
    void theNameOfACheckpointGivesTheRunDirectory() {
        assertEquals(
                Optional.of(Path.of("results/pitch")),
                resuming("results/pitch.checkpoint").directory());
        assertEquals(Optional.empty(), resuming("results/.checkpoint").directory());
        assertEquals(Optional.empty(), resuming("results/pitch.zip").directory());
        assertEquals(Optional.empty(), CheckpointPlan.NONE.directory());
    }

    @Test
    void aCheckpointLiesBesideItsRunDirectory() {
        Checkpoints checkpoints = new CheckpointPlan(Optional.empty(), OptionalDouble.of(60)).of(Path.of("a/run"));

        assertEquals(Optional.of(Path.of("a/run.checkpoint")), checkpoints.file());
        assertEquals(60, checkpoints.everySeconds());
    }

    @Test
    void withoutATimeNoneIsWritten() {
        assertEquals(Checkpoints.NONE, CheckpointPlan.NONE.of(Path.of("run")));
        assertEquals(
                Optional.of(Path.of("run.checkpoint")),
                resuming("run.checkpoint").of(Path.of("run")).resumeFrom());
    }

    @Test
    void deletesOnlyItsOwnCheckpoint() throws IOException {
        Path file = Files.writeString(folder.resolve("run.checkpoint"), "state");

        CheckpointPlan.NONE.delete(folder.resolve("run"));
        assertTrue(Files.exists(file), "one that another run wrote stays");
        new CheckpointPlan(Optional.empty(), OptionalDouble.of(60)).delete(folder.resolve("run"));
        assertFalse(Files.exists(file));
    }
}
