package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search that trains detectors of two of three classes, and the same cascades by hand. */
final class ExploreDetectorsTest {

    private static final String SEARCH = """
            search: tones
            experiment: three.yaml
            devices: [stm32u575]
            vary:
              hidden: {at: /network/layers/0/outputs, whole: [6, 8]}
              rate: {at: /training/optimiser/learning-rate, values: [0.02, 0.03]}
            want: {energy: {boundary: marginal}}
            budget: 2 trials
            halving: {factor: 2, stages: 1}
            points: 1
            clips: 2
            cascades:
              event: [high, higher]
              events-per-hour: [60]
              detectors: {train: 2, vary: {hidden: {at: /network/layers/0/outputs, whole: [2, 4]}}}
            """;

    @TempDir
    private static Path folder;

    private static Path search;
    private static Outcome outcome;
    private static JsonNode cascades;

    @BeforeAll
    static void explore() throws IOException {
        TinyExperiment tiny = new TinyExperiment(folder);
        table("train");
        table("test");
        String three = Files.readString(tiny.file("spikes.yaml"))
                .replace("{kind: folders, path: train}", "{kind: table, path: train.csv}")
                .replace("{kind: folders, path: test}", "{kind: table, path: test.csv}")
                .replace("outputs: 2", "outputs: 3")
                .replace("epochs: 6", "epochs: 4");
        Files.writeString(tiny.file("three.yaml"), three);
        Files.writeString(tiny.file("merged.yaml"), three.replace("  hold-out", "  merge: {low: [low]}\n  hold-out"));
        search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
        outcome = ganglion("explore", search, "--out", folder.resolve("found"), "--threads", 2, "--quiet");
        outcome.assertFine();
        cascades = json(folder.resolve("found/result.json")).path("cascades");
    }

    /** The same sounds, with every other high one of another class. */
    private static void table(String set) throws IOException {
        StringBuilder rows = new StringBuilder("file,label,group\n");
        try (var files = Files.walk(folder.resolve(set))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                boolean odd = name.matches(".*[13]\\.wav");
                String label = name.contains("low") ? "low" : odd ? "higher" : "high";
                String path = folder.relativize(file).toString().replace('\\', '/');
                String group = file.getParent().getFileName().toString();
                rows.append(path)
                        .append(',')
                        .append(label)
                        .append(',')
                        .append(group)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve(set + ".csv"), rows);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode detectors() {
        return cascades.path("detectors");
    }

    @Test
    void detectorsOfTwoClassesAreTrainedWithAllSeedsVerifiedAndSaved() {
        assertEquals("[\"none\",\"event\"]", detectors().path("classes").toString());
        assertEquals(1, detectors().path("points").size());
        JsonNode point = detectors().at("/points/0");
        assertTrue(point.path("name").asText().startsWith("stm32u575-detector-"));
        assertTrue(point.at("/configuration/hidden").asInt() <= 4);
        assertEquals("event", point.at("/configuration").path("detector of").asText());
        assertEquals(3, point.path("seeds").size());
        for (JsonNode seed : point.path("seeds")) {
            assertEquals(8, seed.path("samples").asInt());
            assertTrue(seed.path("verifiedSpikes").asLong() > 0);
            assertEquals(0, seed.path("differences").asLong());
        }
        Path saved = folder.resolve("found").resolve(point.path("scenario").asText());
        ganglion("test", saved, "--out", folder.resolve("tested")).assertFine();
    }

    @Test
    void aDetectorIsASmallNetworkAndNeverALargeOne() throws IOException {
        JsonNode beside = detectors().path("beside");
        assertFalse(beside.isEmpty());
        for (JsonNode pair : cascades.path("pairs")) {
            assertFalse(pair.path("large").asText().contains("detector"));
        }
        String page = Files.readString(folder.resolve("found/explore.html"));
        assertTrue(page.contains("Detectors know two classes, event or not. Saved: 1 detector."));
        assertTrue(
                page.contains("with a detector: ")
                        || page.contains("a detector alone: ")
                        || page.contains("; with a detector nothing does as well"),
                "what a detector saves is in a table");
        assertTrue(page.contains("none named; taken for one: "), "it cannot tell high from higher");
        assertTrue(page.contains("ganglion run detectors/stm32u575-detector-"));
        assertTrue(outcome.out().contains("detectors, 1 saved, beside the best that networks of all classes do:"));
    }

    @Test
    void theSameCascadeByHandHasTheSameCountsAndEnergiesToTheLastDigit() throws IOException {
        String name = detectors().at("/points/0/name").asText();
        JsonNode pair = null;
        for (JsonNode each : cascades.path("pairs")) {
            pair = each.path("small").asText().equals(name) ? each : pair;
        }
        assertTrue(pair != null, () -> cascades.path("pairs").toString());
        assertEquals("[\"event\"]", pair.path("waking").toString());
        Path small = run("detectors/" + name, "small");
        Path large = run("front/" + pair.path("large").asText(), "large");

        Outcome byHand = ganglion("cascade", small, large, "--event", "high,higher", "--wake", "event", "--json");

        byHand.assertFine();
        JsonNode read = new ObjectMapper().readTree(byHand.out());
        assertEquals(pair.at("/test/decisions"), read.path("decisions"));
        String energy = pair.at("/test/smallAloneJoulesPerHour").toString();
        assertTrue(
                read.path("pairs").findValues("smallAloneJoulesPerHour").stream()
                        .anyMatch(each -> each.toString().equals(energy)),
                energy);
    }

    private static Path run(String point, String name) {
        Path out = folder.resolve(name);
        Path scenario = folder.resolve("found").resolve(point).resolve("scenario.yaml");
        ganglion("run", scenario, "--keep-runs", "--out", out, "--quiet").assertFine();
        return out;
    }

    @Test
    void resumingTrainsNothingAgain() throws IOException {
        Path journal = folder.resolve("found/journal.jsonl");
        List<String> before = Files.readAllLines(journal);
        assertEquals(
                4, // two with the first seed, one of them with the two others
                before.stream()
                        .filter(line -> line.matches(".*\"detector [0-9].*"))
                        .count());

        ganglion("explore", search, "--resume", folder.resolve("found"), "--threads", 1, "--quiet")
                .assertFine();

        assertEquals(before, Files.readAllLines(journal));
        assertEquals(cascades, json(folder.resolve("found/result.json")).path("cascades"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cascades/event=[higer]|/cascades/event/0: found 'higer', expected a class of the experiment: high, higher, low",
                "/cascades/event=[high, higher, low]|/cascades/event: found every class of the experiment",
                "/cascades/event=[]|/cascades/event: ",
                "/cascades/detectors/train=101|/cascades/detectors/train: found 101, expected",
                "/cascades/detectors/vary/rate2={at: /training/optimiser/learning-rate, values: [1, 2]}|/cascades/detectors/vary/rate2: found /training/optimiser/learning-rate, which rate sets as well",
                "/cascades/detectors/vary/hidden/at=/network/layers/9/outputs|/cascades/detectors/vary/hidden: found what the experiment does not take",
                "/cascades/detectors/vary/o={at: /network/layers/2/outputs, whole: [2, 4]}|/cascades/detectors/vary/o: found /network/layers/2/outputs, which detectors set themselves",
                "/cascades/detectors/vary/m={at: /data/merge, values: [{a: [low]}, {a: [high]}]}|/cascades/detectors/vary/m: found /data/merge, which detectors set themselves",
                "/vary={last: {at: /network/layers/2, values: [{kind: dense, outputs: 3}, {kind: dense, outputs: 3, bias: true}]}}|/cascades/detectors/vary: found no last, which sets the last layer in the search",
                "/experiment=merged.yaml|/cascades/detectors: found it beside an experiment that merges classes",
                "/cascades/detectors={train: 1}|/cascades/detectors: ",
                "/cascades={detectors: {vary: {hidden: {at: /network/layers/0/outputs, whole: [2, 4]}}}}|/cascades: ",
            })
    void whatIsWrongIsToldBeforeAnythingIsTrained(String setting, String told) {
        Path refused = folder.resolve("refused-" + setting.hashCode());
        ganglion("explore", search, "--set", setting, "--out", refused).assertRefusedInOneLine(told);
        assertFalse(Files.exists(refused.resolve("work")));
    }
}
