package ganglion.scenario.explore.verb;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.TinyExperiment;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search over a tiny experiment, from the document to scenarios that run. */
final class ExploreCommandTest {

    private static final String SEARCH = """
            search: tones
            experiment: spikes.yaml
            devices: [xylo-audio-2, stm32u575]
            vary:
              hidden: {at: /network/layers/0/outputs, whole: [6, 12], scale: logarithmic}
              bands: {at: /features/frontend/mel-bands, values: [8, 12, 20]}
            want: {energy: {boundary: marginal}}
            trials: 4
            points: 1
            """;

    /** Lines of the journal between two places at which a search is killed: in its trials, in its last trainings, and while points are saved. */
    private static final int STEP = 9;

    @TempDir
    private static Path folder;

    private static Path search;
    private static JsonNode found;

    @BeforeAll
    static void explore() throws IOException {
        new TinyExperiment(folder);
        search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
        Outcome outcome = ganglion("explore", search, "--out", folder.resolve("found"), "--threads", 1);
        assertEquals(ExitCode.FINE, outcome.code(), outcome::toString);
        assertTrue(outcome.out().contains("baseline"), outcome.out());
        found = result("found");
    }

    @Test
    void jsonIsWhatTheResultHoldsAndNothingElseButProgress() throws IOException {
        Path again = folder.resolve("as-json");
        copy(folder.resolve("found"), again);

        Outcome outcome = ganglion("explore", search, "--resume", again, "--json");

        outcome.assertFine();
        assertEquals(
                Files.readString(again.resolve("result.json")).strip(),
                outcome.out().strip());
        assertEquals(found, result("as-json"));
    }

    @ParameterizedTest
    @CsvSource({"--schema, schemas/search.schema.json", "--reference, search-reference.md"})
    void whatIsCommittedOfTheDocumentsIsWhatIsPrinted(String option, String committed) throws IOException {
        Outcome outcome = ganglion("explore", option);

        outcome.assertFine();
        assertEquals(
                Files.readString(Path.of("../../docs/formats", committed)).strip(),
                outcome.out().strip());
        ganglion("explore", search, option).assertRefusedInOneLine("expected one of SEARCH, --schema or --reference");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode result(String name) throws IOException {
        return json(folder.resolve(name).resolve("result.json"));
    }

    @Test
    void thePageNamesEachPoint() throws IOException {
        String page = Files.readString(folder.resolve("found/explore.html"));
        for (JsonNode point : found.path("points")) {
            assertTrue(page.contains(point.path("name").asText()), point.path("name")::asText);
        }
        assertTrue(page.contains("<title>Search "));
        assertTrue(page.contains("energy ties with"));
    }

    @Test
    void eachPointIsTrainedWithAllSeedsAndProvenEqual() {
        assertFalse(found.path("points").isEmpty());
        for (JsonNode point : found.path("points")) {
            assertEquals(3, point.path("seeds").size());
            for (JsonNode seed : point.path("seeds")) {
                assertEquals(0, seed.path("differences").asInt());
                assertTrue(seed.path("verifiedSpikes").asInt() > 0, seed::toString);
                assertEquals(8, seed.at("/test/samples").asInt());
                assertTrue(seed.path("baselineCorrect").asInt() >= 0);
            }
        }
    }

    @Test
    void theEnergyOfASavedPointIsThatOfARunOfItsFolderToTheLastDigit() throws IOException {
        for (JsonNode point : found.path("points")) {
            Path scenario =
                    folder.resolve("found").resolve(point.path("scenario").asText());
            JsonNode saved = Stream.of(0, 1, 2)
                    .map(i -> point.path("seeds").get(i))
                    .filter(seed -> seed.path("seed").equals(point.path("savedSeed")))
                    .findFirst()
                    .orElseThrow();
            Outcome run = ganglion(
                    "run",
                    scenario,
                    "--point",
                    2,
                    "--json",
                    "--out",
                    folder.resolve("run-" + point.path("name").asText()));
            run.assertFine();
            JsonNode document = new ObjectMapper().readTree(run.out());
            JsonNode figures = saved.at("/test/clips/1");
            assertEquals(
                    estimate(
                            document,
                            point.path("profile").asText(),
                            saved.at("/test/computes").asText()),
                    figures.path("joules").doubleValue());
            assertEquals(
                    document.at("/decisions/0/winner").asText(),
                    figures.path("winner").asText());
        }
    }

    private static double estimate(JsonNode run, String profile, String computes) {
        for (JsonNode each : run.at("/comparison/estimates")) {
            String format =
                    each.path("format").isTextual() ? " " + each.path("format").asText() : "";
            if (each.path("profile").asText().equals(profile)
                    && computes.equals(each.path("computation").asText() + format)) {
                return each.at("/energies/marginal/joules").doubleValue();
            }
        }
        throw new AssertionError("no estimate of " + computes + " on " + profile);
    }

    @Test
    void threadsChangeNothing() throws IOException {
        ganglion("explore", search, "--out", folder.resolve("again"), "--threads", 3)
                .assertFine();

        assertEquals(found, result("again"));
    }

    @Test
    void aSearchThatWasKilledGoesOnAndTrainsNothingTwice() throws IOException {
        Path killed = folder.resolve("killed");
        copy(folder.resolve("found"), killed);
        Files.delete(killed.resolve("result.json"));
        List<String> lines = Files.readAllLines(killed.resolve("journal.jsonl"));
        String torn = lines.get(lines.size() - 4).substring(0, 20);
        Files.writeString(
                killed.resolve("journal.jsonl"), String.join("\n", lines.subList(0, lines.size() - 4)) + "\n" + torn);
        Map<Path, Object> before = models(killed);

        ganglion("explore", search, "--resume", killed).assertFine();

        assertEquals(before, models(killed), "models that were written again");
        assertEquals(found, result("killed"));
    }

    /**
     * Files are whole, lost half of their content, or are those of a kill before a model was written, in turn. Where models and checkpoints have lost their
     * content, networks are trained again; the result and the points are the same.
     */
    @Test
    void aSearchThatWasKilledAnywhereFindsTheSame() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("found/journal.jsonl"));
        for (int whole = 1; whole < lines.size(); whole += STEP) {
            Path killed = folder.resolve("killed-after-" + whole);
            copy(folder.resolve("found"), killed);
            Files.delete(killed.resolve("result.json"));
            String torn = lines.get(whole).substring(0, lines.get(whole).length() - 1);
            Files.writeString(
                    killed.resolve("journal.jsonl"), String.join("\n", lines.subList(0, whole)) + "\n" + torn);
            switch (whole / STEP % 3) {
                case 1 -> {
                    deleteModels(killed.resolve("work"));
                    leaveHalfWritten(killed.resolve("work"), "checkpoint.zip");
                }
                case 2 -> {
                    cutFiles(killed.resolve("work"));
                    cutFiles(killed.resolve("front"));
                    leaveHalfWritten(killed.resolve("front"), "scenario.weights.h5");
                }
                default -> {}
            }
            ganglion("explore", search, "--resume", killed).assertFine();

            assertEquals(found, result("killed-after-" + whole), "killed after line " + whole);
            assertSameFiles(folder.resolve("found/front"), killed.resolve("front"));
            assertTrainedAreClear(killed.resolve("work"));
        }
    }

    private static void assertSameFiles(Path expected, Path found) throws IOException {
        for (Path file : regularFiles(expected)) {
            Path other = found.resolve(expected.relativize(file));
            assertEquals(-1, Files.mismatch(file, other), other::toString);
        }
        assertEquals(regularFiles(expected).size(), regularFiles(found).size());
    }

    private static List<Path> regularFiles(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** As a kill leaves them between the checkpoint of the last epoch and the model. */
    private static void deleteModels(Path work) throws IOException {
        for (Path file : regularFiles(work)) {
            if (file.getFileName().toString().startsWith("model-")) {
                Files.delete(file);
            }
        }
    }

    /** As a loss of power may leave files that were written just before: half of them is there. */
    private static void cutFiles(Path work) throws IOException {
        for (Path file : regularFiles(work)) {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, content.length / 2));
        }
    }

    /** As a kill leaves a file that was not in its place yet, in each folder. */
    private static void leaveHalfWritten(Path parent, String name) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path each : folders.toList()) {
                Path hidden = each.resolve("." + name + "-3f1a2b4c-0000-4000-8000-0123456789ab.ganglion-tmp");
                Files.createDirectory(hidden);
                Files.writeString(hidden.resolve(name), "half");
            }
        }
    }

    private static void assertTrainedAreClear(Path work) throws IOException {
        List<Path> models = regularFiles(work).stream()
                .filter(file -> file.getFileName().toString().startsWith("model-"))
                .toList();
        assertFalse(models.isEmpty());
        for (Path model : models) {
            try (Stream<Path> beside = Files.list(model.getParent())) {
                assertEquals(
                        List.of(),
                        beside.filter(file -> file.getFileName().toString().startsWith("."))
                                .toList());
            }
        }
    }

    private static Map<Path, Object> models(Path of) throws IOException {
        Map<Path, Object> times = new HashMap<>();
        for (Path file : regularFiles(of.resolve("work"))) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void aChangedSearchIsNotGoneOnWith() {
        ganglion("explore", search, "--resume", folder.resolve("found"), "--set", "/points=3")
                .assertRefusedInOneLine("the search has changed since it began: /search/points is another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/vary/hidden={at: /network/layers/0/outputz, whole: [2, 4]} | /vary/hidden: found what the experiment does not take",
                "/vary/hidden={at: /network/layers/9/outputs, whole: [2, 4]} | /vary/hidden: found what the experiment does not take",
                "/devices=[lohi] | did you mean \"loihi\"?",
                "/trials=0 | /trials",
                "/want={accuracy: {}, watts: {}, energy: {boundary: marginal}} | watts",
            })
    void whatIsWrongIsToldInOneLine(String setting, String told) {
        ganglion("explore", search, "--set", setting, "--out", folder.resolve("refused-" + setting.hashCode()))
                .assertRefusedInOneLine(told.strip());
    }

    @Test
    void aSpaceInWhichNothingFitsIsToldWithTheLimitBeforeAnythingIsTrained() {
        Path refused = folder.resolve("nothing-fits");
        ganglion(
                        "explore",
                        search,
                        "--set",
                        "/vary/bands/values=[20, 24]",
                        "--set",
                        "/devices=[xylo-audio-2]",
                        "--out",
                        refused)
                .assertRefusedInOneLine(
                        "fits xylo-audio-2; the first: the network has 20 input neurons, the chip takes 16");
        assertTrue(refused.resolve("work").toFile().list().length == 0, "something was trained");
    }

    @Test
    void outputsThatDoNotFitTheClassesAreToldBeforeAnythingIsTrained() throws IOException {
        String spikes = Files.readString(folder.resolve("spikes.yaml"));
        Path other = Files.writeString(folder.resolve("three.yaml"), spikes.replace("outputs: 2", "outputs: 3"));
        Path refused = folder.resolve("three-outputs");

        ganglion("explore", search, "--set", "/experiment=" + other, "--out", refused)
                .assertRefusedInOneLine("three.yaml", "/network/layers", "found 3 outputs for the 2 classes high, low");

        assertFalse(Files.exists(refused.resolve("work")), "something was begun");
    }

    @Test
    void aFolderThatIsThereIsKept() {
        ganglion("explore", search, "--out", folder.resolve("found"))
                .assertRefusedInOneLine("--out", "found a search in", "--resume");
        ganglion("explore", search, "--out", folder).assertRefusedInOneLine("--out", "is there already");
    }
}
