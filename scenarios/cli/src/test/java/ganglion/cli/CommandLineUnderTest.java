package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.ExitCode;
import ganglion.cli.terminal.StopSignal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs command lines in this process and keeps what they say. */
public final class CommandLineUnderTest {

    private CommandLineUnderTest() {}

    /** What one command line gave. */
    public record Outcome(ExitCode code, String out, String err) {

        public List<String> errorLines() {
            return err.lines().toList();
        }

        /** Fails unless the command was refused in exactly one line that holds all the given parts. */
        public void assertRefusedInOneLine(String... parts) {
            assertEquals(ExitCode.BAD_INPUT, code, this::toString);
            assertEquals(1, errorLines().size(), this::toString);
            for (String part : parts) {
                assertTrue(err.contains(part), () -> "'" + part + "' is missing in: " + err);
            }
            assertEquals("", out);
            assertFalse(err.contains("\tat "), "a stack trace");
        }

        public void assertFine() {
            assertEquals(ExitCode.FINE, code, this::toString);
            assertEquals("", err);
        }
    }

    public static Outcome ganglion(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = List.of(words).stream().map(Object::toString).toArray(String[]::new);
        Console console = new Console(out, err, false, false);
        StopSignal stop = new StopSignal(console);
        ExitCode code = new Ganglion(console, stop).run(arguments);
        stop.allWritten();
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
