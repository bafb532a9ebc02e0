package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.StopSignal;
import ganglion.report.training.TensorBoardEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLinesTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(out, new ByteArrayOutputStream(), false, false);

    @Test
    void theEventFileIsClosedWithTheLines() throws IOException {
        JsonNode epoch = new ObjectMapper().readTree("{\"epoch\": 1, \"trainingLoss\": 0.5}");
        TrainingLines lines = new TrainingLines(
                console,
                new StopSignal(console),
                "e",
                true,
                Optional.of(new TensorBoardEvents(folder, Instant.ofEpochMilli(1234))));
        lines.epochFigures(epoch);
        Path file = folder.resolve("events.out.tfevents.1234.ganglion");
        long size = Files.size(file);

        lines.close();
        lines.epochFigures(epoch);

        assertEquals(size, Files.size(file), "a closed file does not grow");
    }

    @Test
    void aWarningBeforeTheFirstEpochIsALine() {
        try (TrainingLines lines = new TrainingLines(console, new StopSignal(console), "e", false, Optional.empty())) {
            lines.warned("layer 1 stays as it was");
        }

        assertTrue(out.toString(StandardCharsets.UTF_8).contains("warning: layer 1 stays as it was\n"), out::toString);
    }
}
