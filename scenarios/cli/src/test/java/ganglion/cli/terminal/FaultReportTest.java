package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which faults are whose, and how they are told. */
final class FaultReportTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(OutputStream.nullOutputStream(), err, false, false);

    private ExitCode report(Throwable fault, boolean verbose) {
        return new FaultReport(console, () -> verbose).report(fault);
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyProblemOfAnInputIsALine() {
        InputException fault = new InputException(List.of(
                new Problem("a.yaml", 3, "/clock/tick", "found 0 s, expected 1 ns to 1 s"),
                new Problem("a.yaml", 9, "/seed", "found x, expected a whole number")));

        assertEquals(ExitCode.BAD_INPUT, report(fault, false));
        assertEquals(
                "a.yaml:3: /clock/tick: found 0 s, expected 1 ns to 1 s\n"
                        + "a.yaml:9: /seed: found x, expected a whole number\n",
                told());
    }

    @Test
    void aLackOfFileHandlesIsOfTheSurroundings() {
        Error fault = new Error(new IOException("/usr/lib/jvm/lib/tzdb.dat (Too many open files)"));

        assertEquals(ExitCode.BAD_INPUT, report(fault, false));
        assertEquals("ganglion: too few open files are allowed (ulimit -n), expected 256 or more\n", told());
    }

    @Test
    void aLackOfFileHandlesIsToldOnceHoweverManyFilesItConcerns() {
        InputException fault = new InputException(List.of(
                new Problem("a.yaml", 3, "/inputs/0/clips/0", "a.wav: cannot be read: too many open files"),
                new Problem("a.yaml", 4, "/inputs/0/clips/1", "b.wav: cannot be read: too many open files")));

        assertEquals(ExitCode.BAD_INPUT, report(fault, false));
        assertEquals("ganglion: too few open files are allowed (ulimit -n), expected 256 or more\n", told());
    }

    @Test
    void whatNobodyForesawIsOurFaultInOneLine() {
        assertEquals(ExitCode.OUR_FAULT, report(new IllegalStateException("first\nsecond"), false));

        assertEquals(1, told().lines().count(), told());
        assertTrue(told().contains("a fault of Ganglion") && told().contains("first second"), told());
        assertFalse(told().contains("\tat "), told());
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        report(new IllegalStateException("odd"), true);

        assertTrue(told().contains("\tat ganglion.cli.terminal.FaultReportTest"), told());
    }

    @Test
    void aFullHeapIsToldWithWhatHelps() {
        assertEquals(ExitCode.OUR_FAULT, report(new OutOfMemoryError("Java heap space"), false));
        assertTrue(told().contains("-Xmx"), told());
    }

    @Test
    void aJarThatCannotBeOpenedIsAFaultOfTheSurroundings() {
        assertEquals(ExitCode.BAD_INPUT, report(new NoClassDefFoundError("picocli/CommandLine"), false));
        assertEquals(1, told().lines().count(), told());
        assertTrue(told().contains("picocli/CommandLine") && told().contains("ulimit -n"), told());
    }

    @Test
    void aClassOfOursThatCannotBeSetUpIsOurFault() {
        String message = "Could not initialize class ganglion.cli.Ganglion";
        assertEquals(ExitCode.OUR_FAULT, report(new NoClassDefFoundError(message), false));
        assertEquals(1, told().lines().count(), told());
        assertTrue(told().contains("a fault of Ganglion") && told().contains(message), told());
    }

    @Test
    void anOutputThatCannotBeWrittenSaysWhereAndWhy() {
        assertEquals(
                ExitCode.BAD_INPUT, report(new OutputException("runs/a", new AccessDeniedException("runs")), false));
        assertEquals("runs/a: cannot be written: permission denied for runs\n", told());
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        report(new OutputException("runs/a.csv", new NoSuchFileException("runs/a.csv")), false);
        assertEquals("runs/a.csv: cannot be written: there is no folder runs\n", told());
    }

    @Test
    void aDiskThatFillsIsToldInTheWordsOfTheSystem() {
        IOException full = new FileSystemException("runs/a/spikes.csv", null, "No space left on device");

        report(new OutputException("runs/a", full), false);

        assertEquals("runs/a: cannot be written: No space left on device (runs/a/spikes.csv)\n", told());
    }

    @Test
    void controlCharactersOfAFileNameDoNotReachTheTerminal() {
        report(new InputException("a\u001b[31m\n\u202e.yaml", "not found"), false);

        assertFalse(told().contains("\u001b") || told().contains("\u202e"), told());
        assertEquals(1, told().lines().count(), told());
    }
}
