package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {

    @TempDir
    private Path folder;

    @Test
    void replacesNoFileBeforeAllAreWritten() throws IOException {
        Path weights = Files.writeString(folder.resolve("weights"), "old");
        Path scenario = Files.writeString(folder.resolve("scenario"), "old");

        try (FileSet files = new FileSet()) {
            files.fill(weights, hidden -> Files.writeString(hidden, "new"));
            files.fill(scenario, hidden -> {
                assertEquals("old", Files.readString(weights));
                Files.writeString(hidden, "new");
            });
            files.publish();
        }

        assertEquals("new", Files.readString(weights));
        assertEquals("new", Files.readString(scenario));
        assertEquals(2, folder.toFile().list().length);
    }

    @Test
    void keepsAllFilesWhenOneCannotBeWritten() throws IOException {
        Path weights = Files.writeString(folder.resolve("weights"), "old");
        Path scenario = folder.resolve("scenario");

        try (FileSet files = new FileSet()) {
            files.fill(weights, hidden -> Files.writeString(hidden, "new"));
            IOException failure = assertThrows(
                    IOException.class,
                    () -> files.fill(scenario, hidden -> {
                        throw new IOException("No space left on device");
                    }));
            assertEquals("scenario cannot be written: No space left on device", failure.getMessage());
        }

        assertEquals("old", Files.readString(weights));
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void filesOfOneFolderGrowInOneHiddenFolder() throws IOException {
        Path deeper = folder.resolve("inputs");

        try (FileSet files = new FileSet()) {
            files.fill(folder.resolve("weights"), hidden -> Files.writeString(hidden, "1"));
            files.fill(folder.resolve("scenario"), hidden -> Files.writeString(hidden, "2"));
            assertEquals(1, folder.toFile().list().length, "a hidden folder");
            files.fill(deeper.resolve("scenario"), hidden -> Files.writeString(hidden, "3"));
            files.publish();
        }

        assertEquals("2", Files.readString(folder.resolve("scenario")));
        assertEquals("3", Files.readString(deeper.resolve("scenario")));
        assertEquals(3, folder.toFile().list().length);
        assertEquals(1, deeper.toFile().list().length);
    }

    @Test
    void refusesADirectoryInThePlaceOfAFile() throws IOException {
        Path place = Files.createDirectory(folder.resolve("place"));

        try (FileSet files = new FileSet()) {
            assertThrows(IOException.class, () -> files.fill(place, hidden -> Files.writeString(hidden, "new")));
        }
    }
}
