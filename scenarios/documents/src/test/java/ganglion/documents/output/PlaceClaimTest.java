package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.OutputException;
import ganglion.documents.output.OtherProcess.Work;
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

/** Two processes that want to write to one place. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class PlaceClaimTest {

    private static final String TAKEN =
            ": another process of Ganglion is writing there, expected its end, or another --out";

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thePlaceOfALivingProcessIsRefusedAndThatOfADeadOneTaken() throws Exception {
        Path place = folder.resolve("run");
        try (OtherProcess other = OtherProcess.writing(Work.CLAIM_BESIDE, place)) {
            OutputException refused = assertThrows(OutputException.class, () -> PlaceClaim.beside(place));
            assertEquals(place + TAKEN, refused.getMessage());
            assertTrue(PlaceClaim.tryBeside(place).isEmpty());
            PlaceClaim.beside(folder.resolve("another")).close();
            other.kill();
        }

        PlaceClaim.beside(place).close();
        assertEquals(List.of(".run.ganglion-lock", ".run.recording"), names(), "the lock is free, and marks the other");
        Leftovers.clear(folder);

        assertEquals(List.of(), names());
    }

    @Test
    void aRecordingThatACheckpointNeedsIsClearedOnceItDoesNot() throws Exception {
        Path checkpoint = folder.resolve("run.checkpoint");
        PlaceClaim claim = PlaceClaim.beside(folder.resolve("run"));
        try (claim) {
            Files.createDirectory(folder.resolve(".run.recording"));
            Files.writeString(checkpoint, "state");
        }

        Leftovers.clear(folder);
        assertEquals(List.of(".run.ganglion-lock", ".run.recording", "run.checkpoint"), names());
        Files.delete(checkpoint);
        Leftovers.clear(folder);

        assertEquals(List.of(), names());
    }

    @Test
    void aFolderOfALivingProcessIsRefused() throws Exception {
        Path place = folder.resolve("a/b");
        try (OtherProcess other = OtherProcess.writing(Work.CLAIM_WITHIN, place)) {
            OutputException refused = assertThrows(OutputException.class, () -> PlaceClaim.within(place));
            assertEquals(place + TAKEN, refused.getMessage());
            other.kill();
        }

        PlaceClaim.within(place).close();

        assertTrue(Files.exists(place), "the killed process made it");
        assertEquals(0, place.toFile().list().length, "no lock is left");
    }

    @Test
    void oneProcessHasAPlaceOnce() throws Exception {
        Path place = folder.resolve("run");
        PlaceClaim claim = PlaceClaim.beside(place);
        try (claim) {
            assertThrows(OutputException.class, () -> PlaceClaim.beside(place));
        }
        PlaceClaim.beside(place).close();
    }

    @Test
    void aLinkClaimsWhatItLeadsTo() throws Exception {
        Path place = Files.createDirectory(folder.resolve("run"));
        Path link = Files.createSymbolicLink(folder.resolve("latest"), place);
        PlaceClaim claim = PlaceClaim.beside(place);
        try (claim) {
            assertThrows(OutputException.class, () -> PlaceClaim.beside(link));
        }
    }

    @Test
    void foldersThatStayEmptyAreDeletedAndOthersStay() throws Exception {
        PlaceClaim.within(folder.resolve("a/b/c")).close();
        assertEquals(List.of(), names());

        Files.createDirectory(folder.resolve("a"));
        PlaceClaim claim = PlaceClaim.within(folder.resolve("a/b"));
        try (claim) {
            Files.writeString(folder.resolve("a/b/result"), "1");
        }
        assertEquals("1", Files.readString(folder.resolve("a/b/result")));
    }

    @Test
    void aClaimThatFailsLeavesNoFolderAndNoLinkIsDeleted() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("gone"));

        assertThrows(OutputException.class, () -> PlaceClaim.beside(folder.resolve("a/b/" + "x".repeat(300))));
        assertThrows(OutputException.class, () -> PlaceClaim.within(link.resolve("run")));

        assertEquals(List.of("link"), names());
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        OutputException beside = assertThrows(OutputException.class, () -> PlaceClaim.beside(file.resolve("run")));
        OutputException within = assertThrows(OutputException.class, () -> PlaceClaim.within(file));

        String reason = ": cannot be written: " + file + " is a file, expected a folder";
        assertEquals(file.resolve("run") + reason, beside.getMessage());
        assertEquals(file + reason, within.getMessage());
    }
}
