package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.output.Checksum;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final ScenarioRun RUN = SampleRun.sample().run();

    @TempDir
    private Path folder;

    @Test
    void holdsResultSpikesAndReport() throws Exception {
        Path directory = RunDirectory.write(RUN, folder.resolve("run"), SampleRun.MANIFEST);

        assertEquals(folder.resolve("run"), directory);
        assertEquals(
                List.of("activity.json", "origin.json", "report.html", "result.json", "spikes.csv"), names(directory));
    }

    @Test
    void listsFilesWithChecksumsThatHold() throws Exception {
        Path directory = RunDirectory.write(RUN, folder.resolve("run"), SampleRun.MANIFEST);

        JsonNode result =
                new ObjectMapper().readTree(directory.resolve("result.json").toFile());

        assertEquals(3, result.path("files").size());
        for (JsonNode file : result.path("files")) {
            Path path = directory.resolve(file.path("name").asText());
            assertEquals(Checksum.ofFile(path), file.path("sha256").asText());
            assertEquals(Files.size(path), file.path("bytes").asLong());
        }
        assertEquals(
                Checksum.ofFile(directory.resolve("spikes.csv")),
                result.path("raster").path("sha256").asText());
    }

    @Test
    void givesEqualBytesForEqualRuns() throws Exception {
        Path first = RunDirectory.write(RUN, folder.resolve("first"), SampleRun.MANIFEST);
        Path second = RunDirectory.write(SampleRun.sample().run(), folder.resolve("second"), SampleRun.MANIFEST);

        for (String name : names(first)) {
            assertEquals(-1, Files.mismatch(first.resolve(name), second.resolve(name)), name);
        }
    }

    @Test
    void knowsItsOwnDirectories() throws Exception {
        Path directory = RunDirectory.write(RUN, folder.resolve("run"), SampleRun.MANIFEST);

        assertTrue(RunDirectory.isRunDirectory(directory));
        assertFalse(RunDirectory.isRunDirectory(folder));
        Files.writeString(folder.resolve("result.json"), "not JSON");
        assertFalse(RunDirectory.isRunDirectory(folder));
    }

    @Test
    void writesOnlyWhatTheScenarioRecords() throws Exception {
        ScenarioRun run = SampleRun.sample().recording(List.of("out")).run();

        Path directory = RunDirectory.write(run, folder.resolve("run"), SampleRun.MANIFEST);

        List<String> rows = spikeRows(directory);
        assertEquals(33, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.contains(",out,")));
    }

    @Test
    void keepsRecordedMembranes() throws Exception {
        ScenarioRun run = SampleRun.sample().recordingMembranes().run();

        Path directory = RunDirectory.write(run, folder.resolve("run"), SampleRun.MANIFEST);

        assertEquals(
                1 + 3 * run.ticks(),
                Files.readAllLines(directory.resolve("membrane-out.csv")).size());
    }

    private static List<String> spikeRows(Path directory) throws IOException {
        return Files.readAllLines(directory.resolve("spikes.csv")).stream()
                .dropWhile(line -> !line.startsWith("time_s"))
                .skip(1)
                .toList();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
