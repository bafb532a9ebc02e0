package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.StopSignal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrainingLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(out, new ByteArrayOutputStream(), false, false);

    @Test
    void aWarningBeforeTheFirstEpochIsALine() {
        try (TrainingLines lines = new TrainingLines(console, new StopSignal(console), "e", false)) {
            lines.warned("layer 1 stays as it was");
        }

        assertTrue(out.toString(StandardCharsets.UTF_8).contains("warning: layer 1 stays as it was\n"), out::toString);
    }
}
