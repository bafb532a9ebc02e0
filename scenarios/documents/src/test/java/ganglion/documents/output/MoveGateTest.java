package ganglion.documents.output;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is about to end does while it moves results into place. */
class MoveGateTest {

    @TempDir
    private Path folder;

    private static Thread started(MoveGate.Moves work) {
        Thread thread = new Thread(() -> {
            try {
                work.move();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Duration.ofMinutes(2)).until(() -> thread.getState() == Thread.State.WAITING);
    }

    @Test
    void theRecordingOfACheckpointThatIsBeingMovedIsKept() throws Exception {
        PlaceClaim claim = PlaceClaim.beside(folder.resolve("run"));
        Path recording = Files.createDirectory(folder.resolve(".run.recording"));
        try (claim) {
            Thread[] end = new Thread[1];
            MoveGate.pass(() -> {
                end[0] = started(Leftovers::clearOwn);
                awaitWaiting(end[0]);
                Files.writeString(folder.resolve("run.checkpoint"), "state");
            });
            end[0].join();
            assertTrue(Files.exists(recording), "the checkpoint continues it");
        }
    }

    @Test
    void filesThatBelongTogetherAreNotMovedOnceTheGateIsClosed() throws Exception {
        try (FileSet files = new FileSet()) {
            files.fill(folder.resolve("a"), hidden -> Files.writeString(hidden, "new"));
            Thread[] publishing = new Thread[1];
            MoveGate.whileClosed(() -> {
                publishing[0] = started(files::publish);
                awaitWaiting(publishing[0]);
                assertFalse(Files.exists(folder.resolve("a")));
            });
            publishing[0].join();
        }
        assertEquals("new", Files.readString(folder.resolve("a")));
    }

    @Test
    void aDirectoryIsNotReplacedOnceTheGateIsClosed() throws Exception {
        Path place = Files.createDirectory(folder.resolve("run"));
        try (HiddenPlace hidden = HiddenPlace.beside(place)) {
            Files.createDirectory(hidden.path());
            Files.writeString(hidden.path().resolve("result"), "new");
            Thread[] moving = new Thread[1];
            MoveGate.whileClosed(() -> {
                moving[0] = started(() -> hidden.moveInPlaceOf(place));
                awaitWaiting(moving[0]);
                assertFalse(Files.exists(place.resolve("result")));
            });
            moving[0].join();
        }
        assertEquals("new", Files.readString(place.resolve("result")));
    }
}
