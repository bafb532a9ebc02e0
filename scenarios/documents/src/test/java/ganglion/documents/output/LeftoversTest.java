package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What processes leave when they are killed, and what becomes of it. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class LeftoversTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatALivingProcessWritesIsLeftAloneAndWhatADeadOneWroteIsDeleted() throws Exception {
        try (OtherProcess other = OtherProcess.writing(Work.FILE, folder.resolve("a.txt"))) {
            Leftovers.clear(folder);
            assertEquals(2, names().size(), () -> "a file and its lock are in " + folder);

            other.kill();
            assertEquals(2, names().size(), "a killed process cleans up nothing");
            Leftovers.clear(folder);
        }

        assertEquals(List.of(), names());
    }

    @Test
    void theNextFileInAFolderClearsIt() throws Exception {
        try (OtherProcess other = OtherProcess.writing(Work.FILE, folder.resolve("a.txt"))) {
            other.kill();
        }

        FilePublisher.publish(folder.resolve("b.txt"), out -> out.write('x'));

        assertEquals(List.of("b.txt"), names());
    }

    @Test
    void whatThisProcessWritesIsLeftAlone() throws Exception {
        FilePublisher.publish(folder.resolve("a.txt"), out -> Leftovers.clear(folder));

        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void aDirectoryThatWasMovedAwayForItsReplacementComesBack() throws Exception {
        Path place = Files.createDirectory(folder.resolve("run"));
        Files.writeString(place.resolve("result"), "old");
        try (OtherProcess other = OtherProcess.writing(Work.SWAP, place)) {
            other.kill();
        }
        assertTrue(Files.notExists(place));

        Leftovers.clear(folder);

        assertEquals("old", Files.readString(place.resolve("result")));
        assertEquals(List.of("run"), names());
    }

    @Test
    void aDirectoryThatWasMovedAwayDoesNotReplaceANewOne() throws Exception {
        Path place = Files.createDirectory(folder.resolve("run"));
        Files.writeString(place.resolve("result"), "old");
        try (OtherProcess other = OtherProcess.writing(Work.SWAP, place)) {
            other.kill();
        }
        Files.createDirectory(place);
        Files.writeString(place.resolve("result"), "new");

        Leftovers.clear(folder);

        assertEquals("new", Files.readString(place.resolve("result")));
        assertEquals(List.of("run"), names());
    }

    @Test
    void recordingsGoUnlessACheckpointNeedsThem() throws Exception {
        try (OtherProcess other = OtherProcess.writing(Work.CLAIM_BESIDE, folder.resolve("run"))) {
            Leftovers.clear(folder);
            assertTrue(names().contains(".run.recording"), "its run goes on");
            other.kill();
        }
        Path checkpoint = Files.writeString(folder.resolve("run.checkpoint"), "state");

        Leftovers.clear(folder);
        assertTrue(names().contains(".run.recording"), "the checkpoint continues it");
        Files.delete(checkpoint);
        Leftovers.clear(folder);

        assertEquals(List.of(), names());
    }

    @Test
    void filesOfOtherProgramsAndOfUsersAreLeftAlone() throws Exception {
        List<String> others = List.of(".poetry.lock", ".run.recording", ".swap.tmp", "run.ganglion-tmp");
        for (String name : others) {
            Files.writeString(folder.resolve(name), "mine");
        }

        Leftovers.clear(folder);

        assertEquals(others, names());
    }

    @Test
    void aLinkIsDeletedAndNotWhatItLeadsTo() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("notes"), "mine");
        Files.createSymbolicLink(folder.resolve(".a-01234567-0123-0123-0123-0123456789ab.ganglion-tmp"), mine);

        Leftovers.clear(folder);

        assertEquals(List.of("mine"), names());
        assertEquals("mine", Files.readString(mine.resolve("notes")));
    }

    @Test
    void aProcessThatIsAboutToEndCanClearItsOwn() throws Exception {
        PlaceClaim claim = PlaceClaim.beside(folder.resolve("run"));
        try (claim;
                HiddenPlace hidden = HiddenPlace.beside(folder.resolve("run"))) {
            Files.createDirectory(hidden.path());
            Files.writeString(hidden.path().resolve("part"), "half");

            Leftovers.clearOwn();

            assertEquals(List.of(), names());
        }
    }
}
