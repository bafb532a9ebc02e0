package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilePublisherTest {

    @TempDir
    private Path folder;

    @Test
    void replacesTheFileInOneStep() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        FilePublisher.publish(file, out -> {
            out.write('n');
            assertEquals("old", Files.readString(file));
        });

        assertEquals("n", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void keepsTheOldFileWhenWritingFails() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        IOException failure = assertThrows(
                IOException.class,
                () -> FilePublisher.publish(file, out -> {
                    out.write('n');
                    throw new IOException("No space left on device");
                }));

        assertEquals("a.txt cannot be written: No space left on device", failure.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void aLibraryThatTakesANameWritesTheFileInOneStep() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        FilePublisher.fill(file, hidden -> {
            assertTrue(Files.notExists(hidden));
            Files.writeString(hidden, "new");
            assertEquals("old", Files.readString(file));
        });

        assertEquals("new", Files.readString(file));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesALinkAsItIs() throws Exception {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

        IOException failure = assertThrows(IOException.class, () -> FilePublisher.publish(link, out -> out.write('n')));

        assertEquals("is no regular file", failure.getMessage());
        assertEquals("old", Files.readString(link));
    }

    @Test
    void publishesATextInUtf8() throws IOException {
        Path file = folder.resolve("text");

        FilePublisher.publishText(file, "Ä\n");

        assertArrayEquals(new byte[] {(byte) 0xC3, (byte) 0x84, '\n'}, Files.readAllBytes(file));
    }
}
