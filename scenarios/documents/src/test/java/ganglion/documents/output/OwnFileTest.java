package ganglion.documents.output;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFileTest {

    @TempDir
    private Path folder;

    @Test
    void takesAPlaceThatIsFreeOrHoldsAnEarlierResult() throws IOException {
        Path file = folder.resolve("results.tap");

        assertDoesNotThrow(() -> OwnFile.check(file, "TAP version", "a TAP file"));
        Files.createFile(file);
        assertDoesNotThrow(() -> OwnFile.check(file, "TAP version", "a TAP file"));
        Files.writeString(file, "TAP version 14\n1..0\n");
        assertDoesNotThrow(() -> OwnFile.check(file, "TAP version", "a TAP file"));
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.yaml"), "scenario: mine\n");

        IOException refused = assertThrows(IOException.class, () -> OwnFile.check(file, "TAP version", "a TAP file"));

        assertEquals("is not a TAP file and stays as it is; expected another name", refused.getMessage());
    }
}
