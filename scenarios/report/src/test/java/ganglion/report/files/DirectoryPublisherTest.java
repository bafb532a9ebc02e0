package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryPublisherTest {

    private final DirectoryPublisher publisher = new DirectoryPublisher(directory -> true);

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

        assertEquals("the run directory cannot be written: No space left on device", failure.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void leavesTheOldDirectoryWhenItsReplacementFails() throws Exception {
        Path target = Files.createDirectory(folder.resolve("result"));
        Files.writeString(target.resolve("old"), "old");

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
    void countsAFileAsTaken() throws Exception {
        Files.writeString(folder.resolve("result"), "a file");

        Path place = publisher.publish(folder.resolve("result"), IfExists.TAKE_ANOTHER_NAME, this::writeOne);

        assertEquals(folder.resolve("result-2"), place);
    }

    @Test
    void makesTheFoldersAbove() throws Exception {
        Path place = publisher.publish(folder.resolve("a/b/result"), IfExists.TAKE_ANOTHER_NAME, this::writeOne);

        assertTrue(Files.exists(place.resolve("one")));
    }

    @Test
    void writesIntoAFolderThatIsASymbolicLink() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        publisher.publish(link.resolve("result"), IfExists.TAKE_ANOTHER_NAME, this::writeOne);

        assertTrue(Files.exists(real.resolve("result").resolve("one")));
    }

    @Test
    void saysInOneLineThatAFileIsInTheWay() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        IOException failure = assertThrows(
                IOException.class,
                () -> publisher.publish(file.resolve("result"), IfExists.TAKE_ANOTHER_NAME, this::writeOne));

        assertEquals(
                "the run directory cannot be written: " + file + " is a file, expected a folder", failure.getMessage());
    }

    @Test
    void saysInOneLineThatThereIsNoPermission() {
        IOException failure = assertThrows(
                IOException.class,
                () -> publisher.publish(folder.resolve("result"), IfExists.TAKE_ANOTHER_NAME, directory -> {
                    throw new AccessDeniedException("/vault");
                }));

        assertEquals("the run directory cannot be written: permission denied for /vault", failure.getMessage());
    }

    /** What grows hidden is none of the user's business; the folder that may not be written is. */
    @Test
    void namesTheFolderThatMayNotBeWrittenAndNotWhatGrowsInIt() {
        IOException failure = assertThrows(
                IOException.class,
                () -> new DirectoryPublisher(directory -> true)
                        .publish(folder.resolve("run"), IfExists.REPLACE, directory -> {
                            throw new AccessDeniedException(
                                    directory.resolve("spikes.csv").toString());
                        }));

        assertEquals("the run directory cannot be written: permission denied for " + folder, failure.getMessage());
    }

    private void writeOne(Path directory) throws IOException {
        Files.writeString(directory.resolve("one"), "1");
    }

    private List<String> names() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
