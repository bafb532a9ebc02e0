package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManualTest {

    @TempDir
    private Path folder;

    private List<Path> pages() throws Exception {
        ganglion("manual", folder).assertFine();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyCommandThatUsersSeeHasAPage() throws Exception {
        List<String> names =
                pages().stream().map(page -> page.getFileName().toString()).toList();

        assertTrue(
                names.containsAll(List.of("ganglion.1", "ganglion-run.1", "ganglion-profile-show.1")), names::toString);
        assertFalse(
                names.stream().anyMatch(name -> name.contains("worker") || name.contains("manual")), names::toString);
    }

    @Test
    void aPageNamesEachOptionWithItsDescription() throws Exception {
        pages();
        String page = Files.readString(folder.resolve("ganglion-run.1"));

        assertTrue(page.contains("\n.TP\n\\fB\\-\\-threads=N\\fR\n"), page);
        assertTrue(page.contains("\n.SH EXIT STATUS\n.TP\n\\fB0\\fR\n"), page);
        assertTrue(page.contains("\n.SH SEE ALSO\n\\fBganglion\\fR(1)\n"), page);
    }

    @Test
    void nothingIsLeftOfFormatsAndVariables() throws Exception {
        for (Path page : pages()) {
            String text = Files.readString(page);

            assertFalse(text.contains("%n") || text.contains("${") || text.contains("@|"), page + ": " + text);
        }
    }

    @Test
    void groffReadsEachPageWithoutAWarning() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff");
        for (Path page : pages()) {
            Process groff = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-z", "-K", "utf8", page.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, groff.waitFor());
            assertEquals("", said);
        }
    }
}
