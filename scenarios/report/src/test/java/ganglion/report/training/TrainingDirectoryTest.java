package ganglion.report.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.output.Checksum;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.report.files.IfExists;
import ganglion.report.run.SampleRun;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDirectoryTest {

    private static final Optional<SavedModel> NO_MODEL = Optional.empty();

    @TempDir
    private Path folder;

    private Path write(TrainingOutcome outcome, Optional<Path> checkpoint) throws IOException {
        return TrainingDirectory.write(
                outcome, SampleRun.MANIFEST, checkpoint, folder.resolve("training"), IfExists.TAKE_ANOTHER_NAME);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode result(Path directory) throws IOException {
        return new ObjectMapper().readTree(directory.resolve("result.json").toFile());
    }

    @Test
    void resultSaysWhatWasAskedWhatCameOutAndHow() throws Exception {
        JsonNode result = result(write(SampleTraining.outcome("notes", 7, NO_MODEL), Optional.empty()));

        assertEquals("ganglion-training", result.path("format").asText());
        assertEquals("notes", result.at("/experiment/name").asText());
        assertEquals(7, result.at("/experiment/seed").asLong());
        assertEquals(0.875, result.at("/test/accuracy").asDouble());
        assertEquals("7 of 8 are right", result.at("/summary/0").asText());
        assertEquals("warning of notes", result.at("/warnings/0").asText());
        assertEquals("1.2.3", result.at("/manifest/ganglionVersion").asText());
    }

    @Test
    void aCheckpointIsCopiedAndListedWithItsChecksum() throws Exception {
        Path checkpoint = Files.writeString(folder.resolve("c"), "state");

        Path directory = write(SampleTraining.outcome("notes", 7, NO_MODEL), Optional.of(checkpoint));

        assertEquals(List.of("checkpoint.zip", "report.html", "result.json"), names(directory));
        JsonNode listed = result(directory).at("/files/0");
        assertEquals("checkpoint.zip", listed.path("name").asText());
        assertEquals(Checksum.ofFile(checkpoint), listed.path("sha256").asText());
    }

    @Test
    void aCheckpointThatIsGoneIsLeftOut() throws Exception {
        Path directory = write(SampleTraining.outcome("notes", 7, NO_MODEL), Optional.of(folder.resolve("gone")));

        assertEquals(List.of("report.html", "result.json"), names(directory));
    }

    @Test
    void everySeedHasAFolderBesideWhatTheyCameToTogether() throws Exception {
        List<TrainingDirectory.SeedRun> seeds = Stream.of(3L, 4L)
                .map(seed -> new TrainingDirectory.SeedRun(
                        SampleTraining.outcome("notes", seed, NO_MODEL), Optional.empty()))
                .toList();

        Path directory = TrainingDirectory.writeSeeds(
                SampleTraining.outcome("notes", 3, NO_MODEL),
                seeds,
                SampleRun.MANIFEST,
                folder.resolve("seeds"),
                IfExists.REPLACE);

        assertEquals(List.of("report.html", "result.json", "seed-3", "seed-4"), names(directory));
        assertEquals(
                4, result(directory.resolve("seed-4")).at("/experiment/seed").asInt());
    }

    @Test
    void aFailureLeavesNoDirectoryThatLooksComplete() throws Exception {
        TrainingDirectory.SeedRun twice =
                new TrainingDirectory.SeedRun(SampleTraining.outcome("notes", 3, NO_MODEL), Optional.empty());

        // The second folder of the same seed cannot be made, when most of the directory is written.
        assertThrows(
                IOException.class,
                () -> TrainingDirectory.writeSeeds(
                        twice.outcome(),
                        List.of(twice, twice),
                        SampleRun.MANIFEST,
                        folder.resolve("seeds"),
                        IfExists.REPLACE));

        assertEquals(List.of(), names(folder));
    }

    private static String page(String name) {
        return TrainingPage.of(SampleTraining.outcome(name, 7, NO_MODEL), SampleRun.MANIFEST);
    }

    @Test
    void thePageHasSummaryWarningsTablesAndTheCommand() {
        String page = page("notes");

        assertTrue(page.contains("<li>7 of 8 are right</li>"), page);
        assertTrue(page.contains("<li class=\"bad\">warning of notes</li>"), page);
        assertTrue(page.contains("<tr><th scope=\"row\">A</th><td class=\"number\">3</td><td class=\"number\">1</td>"));
        assertTrue(page.contains("<code>ganglion run pitch detector.yaml</code>"), page);
        assertTrue(page.contains("Seed 7, Ganglion 1.2.3, 2026-11-24T12:00:00Z"), page);
    }

    @Test
    void learningCurvesLeaveOutEpochsWithoutAValue() {
        List<String> lines = Pattern.compile("data-points=\"([^\"]*)\"")
                .matcher(page("notes"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertEquals("[[1,4],[2,3],[3,2],[4,1]]", lines.get(0));
        assertEquals("[[1,4],[2,3.5],[4,3]]", lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void hostileNamesStayText() {
        String page = page("</title><script>alert(1)</script>");

        assertEquals(1, page.split("<script", -1).length - 1, page);
        assertEquals(1, page.split("</title>", -1).length - 1, "only the page ends its title");
        assertTrue(page.split("&lt;script&gt;", -1).length - 1 >= 8, "name, description, list, chart and table");
    }
}
