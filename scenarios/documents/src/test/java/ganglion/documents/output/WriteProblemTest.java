package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** Hidden names, which users do not know, are not told. */
class WriteProblemTest {

    private static void assertSaid(String reason, IOException cause) {
        assertEquals(
                "x cannot be written: " + reason, WriteProblem.of("x", cause).getMessage());
    }

    @Test
    void namesTheFolderOfAHiddenPlace() {
        assertSaid("permission denied for a", new AccessDeniedException("a/.x.ganglion-tmp/part"));
        assertSaid("there is no folder a", new NoSuchFileException("a/.x.ganglion-lock"));
        assertSaid("there is no folder b", new NoSuchFileException("b"));
    }

    @Test
    void aHiddenPlaceWithoutAFolderIsInTheCurrentOne() {
        assertSaid("permission denied for the current folder", new AccessDeniedException(".ganglion-lock"));
    }

    @Test
    void aLibraryIsAskedForWhatItMet() {
        IOException full = new IOException("No space left on device");

        assertEquals(
                "x cannot be written: No space left on device",
                WriteProblem.of("x", new IllegalStateException("Exception writing", new IllegalStateException(full)))
                        .getMessage());
        assertEquals(
                "x cannot be written: too large",
                WriteProblem.of("x", new IllegalStateException("too large")).getMessage());
    }

    @Test
    void aFailureMayNameNoFile() {
        assertSaid("permission denied", new AccessDeniedException(null));
        assertSaid("there is no such folder", new NoSuchFileException(null));
    }
}
