package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.OutputException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which place if several ask for it. */
class ClaimedPlaceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aFolderThatTheUserNamedIsForOneAtATime() throws OutputException {
        try (ClaimedPlace first = ClaimedPlace.within(folder, "test", false, NOON)) {
            assertEquals(folder, first.path());
            assertThrows(OutputException.class, () -> ClaimedPlace.within(folder, "test", false, NOON));
        }
        ClaimedPlace.within(folder, "test", false, NOON).close();
    }

    /** As two suites do that begin in the same second. */
    @Test
    void ofTwoThatNameNothingTheSecondTakesAnotherName() throws OutputException {
        String name = "claimed-" + folder.getFileName();
        try (ClaimedPlace first = ClaimedPlace.within(null, name, false, NOON);
                ClaimedPlace second = ClaimedPlace.within(null, name, false, NOON)) {
            assertEquals(Path.of("runs", name + "-20261124T120000Z"), first.path());
            assertEquals(Path.of("runs", name + "-20261124T120000Z-2"), second.path());
        }
    }
}
