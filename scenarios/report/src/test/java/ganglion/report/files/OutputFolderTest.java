package ganglion.report.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where results go. */
final class OutputFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.9Z");

    @Test
    void theFolderThatTheUserNamedIsTheRunDirectory() {
        assertEquals(Path.of("results"), OutputFolder.of(Path.of("results"), "pitch", false, NOON));
    }

    @Test
    void severalResultsEachGetAFolderWithin() {
        assertEquals(Path.of("results/pitch"), OutputFolder.of(Path.of("results"), "pitch", true, NOON));
    }

    @Test
    void withoutANameTheTimeTellsRunsApart() {
        assertEquals(Path.of("runs/pitch-20261124T120000Z"), OutputFolder.of(null, "pitch", false, NOON));
    }

    @ParameterizedTest
    @CsvSource({"../../etc,etc", "a/b,a-b", ".hidden,hidden", "'..',run", "flûte 2,flûte-2", "a:b,a-b"})
    void aNameCannotLeadOutOfTheFolder(String name, String safe) {
        assertEquals(safe, OutputFolder.fileName(name));
    }
}
