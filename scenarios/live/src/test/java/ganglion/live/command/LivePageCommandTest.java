package ganglion.live.command;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.CommandLineUnderTest.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether, and where, {@code ganglion live} serves its page. */
class LivePageCommandTest {

    private static final Path GALLERY = Path.of("..", "gallery", "pitch-detector");

    private Outcome live(Object... words) {
        List<Object> all = new ArrayList<>(List.of("live", GALLERY.resolve("scenario.yaml")));
        all.addAll(List.of(
                "--play", GALLERY.resolve("audio/flute-c-sharp-5.flac"), "--speed", "max", "--duration", "0.1 s"));
        all.addAll(List.of("--set", "/inputs/0/frontend/gain={running-maximum: {minimum-range: 0.000001}}"));
        all.addAll(Arrays.asList(words));
        return ganglion(all.toArray());
    }

    @Test
    void theAddressOfThePageIsPrinted() {
        Outcome outcome = live();

        outcome.assertFine();
        assertTrue(
                outcome.out()
                        .lines()
                        .anyMatch(line -> line.matches("page: http://127\\.0\\.0\\.1:\\d+/\\?token=[0-9a-f]{32}")),
                outcome.out());
    }

    @Test
    void thereIsNoPageForProgramsUnlessTheyAskForIt() {
        Outcome withPort = live("--json-lines", "--port", "0");

        assertTrue(withPort.err().startsWith("page: http://127.0.0.1:"), withPort.err());
        assertFalse(live("--json-lines").err().contains("page:"));
        assertFalse(live("--no-page").out().contains("page:"));
    }

    @Test
    void aBusyPortAndAForeignAddressAreSaidInOneLine() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            live("--port", String.valueOf(other.getLocalPort())).assertRefusedInOneLine("is taken");
        }
        live("--port", "70000").assertRefusedInOneLine("found port 70000, expected 0 to 65535");
        live("--host", "192.0.2.1").assertRefusedInOneLine("192.0.2.1 is not an address of this machine");
    }
}
