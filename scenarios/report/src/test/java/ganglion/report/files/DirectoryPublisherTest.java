package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ganglion.documents.OutputException;
import ganglion.documents.output.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryPublisherTest {

    private static final Pattern LISTED = Pattern.compile("[a-z]\\.csv");
    private static final OwnDirectory NOTES =
            new OwnDirectory("notebook", "notes.json", "notes", 2, Set.of("old"), LISTED);

    private final DirectoryPublisher publisher = new DirectoryPublisher(NOTES);

    @TempDir
    private Path folder;

    @Test
    void isInvisibleUntilComplete() throws Exception {
        Path target = folder.resolve("result");

        publisher.publish(target, IfExists.TAKE_ANOTHER_NAME, directory -> {
            Files.writeString(directory.resolve("a"), "1");
            assertTrue(Files.notExists(target));
            assertEquals(folder, directory.getParent(), "a rename within one folder stays on one file system");
        });

        assertEquals("1", Files.readString(target.resolve("a")));
        assertEquals(List.of("result"), names());
    }

    @Test
    void leavesNothingBehindWhenTheDiskFills() {
        IOException failure = assertThrows(
                IOException.class,
                () -> publisher.publish(folder.resolve("result"), IfExists.TAKE_ANOTHER_NAME, directory -> {
                    Files.createDirectory(directory.resolve("part"));
                    Files.writeString(directory.resolve("part").resolve("a"), "half");
                    throw new IOException("No space left on device");
                }));

        assertEquals("the notebook cannot be written: No space left on device", failure.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void leavesTheOldDirectoryWhenItsReplacementFails() throws Exception {
        Path target = Files.createDirectory(folder.resolve("result"));
        Files.writeString(target.resolve("old"), "old");
        Files.writeString(target.resolve("notes.json"), "{\"format\": \"notes\"}");

        assertThrows(
                IOException.class,
                () -> publisher.publish(target, IfExists.REPLACE, directory -> {
                    throw new UncheckedIOException(new FileSystemException("x", null, "Read-only file system"));
                }));

        assertEquals("old", Files.readString(target.resolve("old")));
        assertEquals(List.of("result"), names());
    }

    @Test
    void fillsAnEmptyDirectory() throws Exception {
        Path target = Files.createDirectory(folder.resolve("result"));

        Path place = publisher.publish(target, IfExists.TAKE_ANOTHER_NAME, this::writeOne);

        assertEquals(target, place);
        assertTrue(Files.exists(target.resolve("one")));
    }

    @Test
    void takesTheNextNameWhenAnotherProcessIsFaster() throws Exception {
        Path target = folder.resolve("result");

        Path place = publisher.publish(target, IfExists.TAKE_ANOTHER_NAME, directory -> {
            Files.createDirectory(target);
            Files.writeString(target.resolve("theirs"), "theirs");
            writeOne(directory);
        });

        assertEquals(folder.resolve("result-2"), place);
        assertEquals("theirs", Files.readString(target.resolve("theirs")));
    }

    @Test
    void writesIntoAFolderThatIsASymbolicLink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        publisher.publish(link.resolve("result"), IfExists.TAKE_ANOTHER_NAME, this::writeOne);

        assertTrue(Files.exists(real.resolve("result").resolve("one")));
    }

    private Path notebook() throws IOException {
        Path target = Files.createDirectory(folder.resolve("result"));
        Files.writeString(
                target.resolve("notes.json"),
                "{\"format\": \"notes\", \"files\": [{\"name\": \"a.csv\", \"bytes\": 1}]}");
        Files.writeString(target.resolve("a.csv"), "1");
        Files.writeString(target.resolve("old"), "old");
        return target;
    }

    @Test
    void replacesWhatIsListedAndWhatAFileManagerLeft() throws Exception {
        Path target = notebook();
        Files.writeString(target.resolve(".DS_Store"), "icons");

        assertEquals(target, publisher.publish(target, IfExists.REPLACE, this::writeOne));

        assertEquals(List.of("one"), names(target));
        assertEquals(List.of("result"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.txt", ".mine", "a.csv/mine.txt", "old/mine.txt", "folder/mine.txt"})
    void keepsADirectoryWithFilesOfTheUser(String mine) throws Exception {
        Path target = notebook();
        Path file = target.resolve(mine);
        if (!file.getParent().equals(target)) {
            Files.deleteIfExists(file.getParent());
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, "mine");

        OutputException early = assertThrows(OutputException.class, () -> publisher.check(target, IfExists.REPLACE));
        IOException late = assertThrows(
                IOException.class, () -> publisher.publish(target, IfExists.REPLACE, directory -> fail("writes")));

        String first = mine.replaceFirst("/.*", "");
        assertEquals(
                target + ": holds " + first + ", which Ganglion did not write; expected it elsewhere, or another --out",
                early.getMessage());
        assertEquals(early.getMessage(), target + ": " + late.getMessage());
        assertEquals("mine", Files.readString(file));
    }

    /** Anybody can write a name into the list. */
    @Test
    void keepsAFileOfTheUserThatIsListedUnderANameThatGanglionGivesToNone() throws Exception {
        Path target = notebook();
        Files.writeString(
                target.resolve("notes.json"),
                "{\"format\": \"notes\", \"files\": [{\"name\": \"a.csv\"}, {\"name\": \"thesis.txt\"}]}");
        Files.writeString(target.resolve("thesis.txt"), "mine");

        OutputException refused = assertThrows(OutputException.class, () -> publisher.check(target, IfExists.REPLACE));

        assertTrue(
                refused.getMessage().contains("holds thesis.txt, which Ganglion did not write"), refused::getMessage);
    }

    @Test
    void keepsAFileThatWasChangedSinceItWasWritten() throws Exception {
        Path target = notebook();
        String sum = Checksum.ofFile(target.resolve("a.csv"));
        Files.writeString(
                target.resolve("notes.json"),
                "{\"format\": \"notes\", \"formatVersion\": 2, \"files\": [{\"name\": \"a.csv\", \"sha256\": \"" + sum
                        + "\"}]}");
        publisher.check(target, IfExists.REPLACE);
        Files.writeString(target.resolve("a.csv"), "mine");

        OutputException early = assertThrows(OutputException.class, () -> publisher.check(target, IfExists.REPLACE));
        assertThrows(IOException.class, () -> publisher.publish(target, IfExists.REPLACE, directory -> fail("writes")));

        assertEquals(
                target
                        + ": holds a.csv, which was changed since Ganglion wrote it; expected it elsewhere, or another"
                        + " --out",
                early.getMessage());
        assertEquals("mine", Files.readString(target.resolve("a.csv")));
    }

    @Test
    void keepsWhatALaterVersionWrote() throws Exception {
        Path target = notebook();
        Files.writeString(
                target.resolve("notes.json"),
                "{\"format\": \"notes\", \"formatVersion\": 3, \"files\": [{\"name\": \"a.csv\"}]}");

        OutputException refused = assertThrows(OutputException.class, () -> publisher.check(target, IfExists.REPLACE));

        assertEquals(
                target
                        + ": holds notes.json, which a newer Ganglion wrote (formatVersion 3, known up to 2); expected"
                        + " it elsewhere, or another --out",
                refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource(IfExists.class)
    void refusesAPlaceWithinADirectoryOfTheSameKind(IfExists ifExists) throws Exception {
        Path target = notebook();

        OutputException refused =
                assertThrows(OutputException.class, () -> publisher.check(target.resolve("x/y"), ifExists));

        assertEquals(
                target.resolve("x/y") + ": lies in the notebook " + target + ", expected another --out",
                refused.getMessage());
        publisher.check(folder.resolve("x/y"), ifExists);
    }

    @Test
    void keepsAFileThatCameWhileTheNewOnesWereWritten() throws Exception {
        Path target = notebook();

        IOException refused = assertThrows(
                IOException.class,
                () -> publisher.publish(
                        target, IfExists.REPLACE, directory -> Files.writeString(target.resolve("mine"), "mine")));

        assertEquals(
                "holds mine, which Ganglion did not write; expected it elsewhere, or another --out",
                refused.getMessage());
        assertEquals(List.of("a.csv", "mine", "notes.json", "old"), names(target));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsALinkOfTheUserUnderANameOfGanglion() throws Exception {
        Path target = notebook();
        Files.delete(target.resolve("a.csv"));
        Files.createSymbolicLink(target.resolve("a.csv"), folder.resolve("elsewhere.csv"));

        assertThrows(OutputException.class, () -> publisher.check(target, IfExists.REPLACE));
    }

    @Test
    void replacesDirectoriesOfItsKindWithinAndLooksThroughThem() throws Exception {
        DirectoryPublisher nesting = new DirectoryPublisher(
                new OwnDirectory("notebook", "notes.json", "notes", 2, Set.of("old"), LISTED, "part-"));
        Path target = notebook();
        Path part = Files.createDirectory(target.resolve("part-1"));
        Files.writeString(part.resolve("notes.json"), "{\"format\": \"notes\"}");
        nesting.check(target, IfExists.REPLACE);

        Files.writeString(part.resolve("mine"), "mine");

        OutputException refused = assertThrows(OutputException.class, () -> nesting.check(target, IfExists.REPLACE));
        assertTrue(refused.getMessage().contains("holds " + Path.of("part-1", "mine") + ","), refused::getMessage);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsALinkToTheDirectoryThatItReplaces() throws Exception {
        Path target = notebook();
        Path elsewhere = Files.createDirectory(folder.resolve("links"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("latest"), target);

        assertEquals(link, publisher.publish(link, IfExists.REPLACE, this::writeOne));

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of("one"), names(target));
        assertEquals(List.of("latest"), names(elsewhere));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkToNothing() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("latest"), Path.of("gone"));

        OutputException refused = assertThrows(OutputException.class, () -> publisher.check(link, IfExists.REPLACE));

        assertEquals(link + ": is a symbolic link to gone, which is not there", refused.getMessage());
    }

    private void writeOne(Path directory) throws IOException {
        Files.writeString(directory.resolve("one"), "1");
    }

    private List<String> names() {
        return names(folder);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
