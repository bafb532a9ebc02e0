package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of one process, and what killed ones have left; the claims of two processes are tested with the command line. */
@DisabledOnOs(OS.WINDOWS)
class PlaceClaimTest {

    private static final String ID = "-01234567-0123-0123-0123-0123456789ab";

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private void claimAndClose() throws OutputException {
        PlaceClaim.beside(folder.resolve("run")).close();
    }

    @Test
    void oneProcessHasAPlaceOnceAndALinkClaimsWhatItLeadsTo() throws Exception {
        Path place = Files.createDirectory(folder.resolve("run"));
        Path link = Files.createSymbolicLink(folder.resolve("latest"), place);
        PlaceClaim claim = PlaceClaim.beside(place);
        try (claim) {
            OutputException refused = assertThrows(OutputException.class, () -> PlaceClaim.beside(place));
            assertEquals(
                    place + ": another process of Ganglion is writing there, expected its end, or another --out",
                    refused.getMessage());
            assertThrows(OutputException.class, () -> PlaceClaim.beside(link));
            assertTrue(PlaceClaim.tryBeside(place).isEmpty());
            PlaceClaim.within(place).close();
        }
        claimAndClose();

        assertEquals(List.of("latest", "run"), names());
    }

    /** A lock whose owner was killed is free, and what it was putting into place is cleared; nothing else is. */
    @Test
    void whatAKilledProcessHasLeftOfThePlaceIsCleared() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("notes"), "mine");
        Files.createSymbolicLink(folder.resolve(".run" + ID + ".ganglion-tmp"), mine);
        Files.createFile(folder.resolve(".run.ganglion-lock"));
        Files.createFile(folder.resolve(".run.checkpoint" + ID + ".ganglion-tmp"));
        List<String> others = List.of(
                ".run-2" + ID + ".ganglion-tmp", ".run.swap.ganglion-tmp", ".runs" + ID + ".ganglion-tmp", "run.x");
        for (String name : others) {
            Files.writeString(folder.resolve(name), "other");
        }

        claimAndClose();

        assertEquals(Stream.concat(others.stream(), Stream.of("mine")).sorted().toList(), names());
        assertEquals("mine", Files.readString(mine.resolve("notes")));
    }

    /** Between the moves of the old directory and the new one. */
    @ParameterizedTest
    @CsvSource({"false, old", "true, new"})
    void aDirectoryThatWasMovedAwayForItsReplacementComesBack(boolean replaced, String expected) throws Exception {
        Path old = Files.createDirectory(folder.resolve(".run" + ID + ".ganglion-old"));
        Files.writeString(old.resolve("result"), "old");
        if (replaced) {
            Files.createDirectory(folder.resolve("run"));
            Files.writeString(folder.resolve("run/result"), "new");
        }

        claimAndClose();

        assertEquals(expected, Files.readString(folder.resolve("run/result")));
        assertEquals(List.of("run"), names());
    }

    @Test
    void aRecordingGoesUnlessACheckpointNeedsIt() throws Exception {
        Files.createDirectory(folder.resolve(".run.recording"));
        Path checkpoint = Files.writeString(folder.resolve("run.checkpoint"), "state");

        claimAndClose();
        assertEquals(List.of(".run.recording", "run.checkpoint"), names());
        Files.delete(checkpoint);
        claimAndClose();

        assertEquals(List.of(), names());
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

    /** The system's folder of processes is there, but takes no file, and says that it is not there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(20)
    void aFolderThatTakesNoFileIsTold() {
        for (Path place : List.of(Path.of("/proc/x"), Path.of("/proc/self/x/y"))) {
            OutputException refused = assertThrows(OutputException.class, () -> PlaceClaim.beside(place));
            assertTrue(refused.getMessage().contains(": cannot be written: "), refused.getMessage());
        }
    }

    @Test
    void whatIsInTheWayIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path lock = Files.writeString(folder.resolve(".run.ganglion-lock"), "mine");

        OutputException beside = assertThrows(OutputException.class, () -> PlaceClaim.beside(file.resolve("run")));
        OutputException within = assertThrows(OutputException.class, () -> PlaceClaim.within(file));
        OutputException noLock = assertThrows(OutputException.class, this::claimAndClose);

        String reason = ": cannot be written: " + file + " is a file, expected a folder";
        assertEquals(file.resolve("run") + reason, beside.getMessage());
        assertEquals(file + reason, within.getMessage());
        assertTrue(
                noLock.getMessage().contains("found " + lock + ", which is not a lock of Ganglion"), noLock::toString);
        assertEquals("mine", Files.readString(lock));
    }
}
