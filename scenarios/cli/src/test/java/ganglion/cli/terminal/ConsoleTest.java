package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.Ganglion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What becomes of results that cannot be written. */
final class ConsoleTest {

    @Test
    void resultsArriveInUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, OutputStream.nullOutputStream(), false, false);

        console.out().print("✓ µJ");

        assertTrue(console.outFailure().isEmpty());
        assertEquals("✓ µJ", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFullDiskIsAFailure() {
        Console console =
                new Console(failing("No space left on device"), OutputStream.nullOutputStream(), false, false);

        console.out().print("result");

        assertEquals(
                "No space left on device", console.outFailure().orElseThrow().getMessage());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        Console console = new Console(failing("Broken pipe"), OutputStream.nullOutputStream(), false, false);

        console.out().print("result");

        assertTrue(console.outFailure().isEmpty());
    }

    @Test
    void nothingIsWrittenAfterAFailure() {
        int[] attempts = {0};
        Console console = new Console(
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        attempts[0]++;
                        throw new IOException("No space left on device");
                    }
                },
                OutputStream.nullOutputStream(),
                false,
                false);

        for (int i = 0; i < 3; i++) {
            console.out().print("result");
            console.outFailure();
        }

        assertEquals(1, attempts[0]);
    }

    @Test
    void anUnwritableResultMakesTheCommandFail() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(failing("No space left on device"), err, false, false);

        ExitCode code = new Ganglion(console, new StopSignal(console)).run("--version");

        assertEquals(ExitCode.BAD_INPUT, code);
        assertEquals("standard output: No space left on device\n", err.toString(StandardCharsets.UTF_8));
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
