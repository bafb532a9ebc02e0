package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search over a tiny experiment that looks for cascades, and the same cascades by hand. */
final class ExploreCascadesTest {

    private static final String SEARCH = """
            search: tones
            experiment: spikes.yaml
            devices: [stm32u575, xylo-audio-2]
            vary:
              hidden: {at: /network/layers/0/outputs, whole: [1, 8]}
              weights: {at: /training/weights, values: [{bits: 8}, {bits: 4}]}
            want: {energy: {boundary: marginal}}
            budget: 3 trials
            halving: {factor: 2, stages: 1}
            points: 2
            clips: 2
            cascades: {event: [high], events-per-hour: [1, 60], handover: 2 uJ}
            """;

    @TempDir
    private static Path folder;

    private static Path search;
    private static JsonNode found;
    private static String text;

    @BeforeAll
    static void explore() throws IOException {
        new TinyExperiment(folder);
        search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
        Outcome outcome = ganglion("explore", search, "--out", folder.resolve("found"), "--threads", 2, "--quiet");
        outcome.assertFine();
        text = outcome.out();
        found = json(folder.resolve("found/result.json"));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode cascades() {
        return found.path("cascades");
    }

    private static Path run(String name) {
        Path out = folder.resolve("run-" + name);
        if (!Files.exists(out)) {
            ganglion(
                            "run",
                            folder.resolve("found/front/" + name + "/scenario.yaml"),
                            "--keep-runs",
                            "--out",
                            out,
                            "--quiet")
                    .assertFine();
        }
        return out;
    }

    @Test
    void theSameCascadeByHandHasTheSameCountsAndEnergiesToTheLastDigit() throws IOException {
        JsonNode pairs = cascades().path("pairs");
        assertFalse(pairs.isEmpty());
        for (JsonNode pair : pairs) {
            List<String> waking = new ArrayList<>();
            pair.path("waking").forEach(word -> waking.add(word.asText()));
            Outcome outcome = ganglion(
                    "cascade",
                    run(pair.path("small").asText()),
                    run(pair.path("large").asText()),
                    "--event",
                    "high",
                    "--wake",
                    String.join(",", waking),
                    "--handover",
                    "2 uJ",
                    "--json");
            outcome.assertFine();
            JsonNode byHand = new ObjectMapper().readTree(outcome.out());
            JsonNode test = pair.path("test");

            assertEquals(test.path("decisions"), byHand.path("decisions"));
            assertEquals(8, byHand.at("/small/clips").asInt());
            JsonNode same = sameDevices(byHand.path("pairs"), pair);
            for (String figure : List.of("largeAloneJoulesPerHour", "smallAloneJoulesPerHour", "breakEven", "grade")) {
                assertEquals(test.path(figure), same.path(figure), figure);
            }
            for (JsonNode rate : same.path("rates")) {
                assertEquals(rate, atRate(test, rate.path("eventsPerHour").asDouble()));
            }
        }
    }

    private static JsonNode atRate(JsonNode measured, double eventsPerHour) {
        for (JsonNode rate : measured.path("rates")) {
            if (rate.path("eventsPerHour").asDouble() == eventsPerHour) {
                return rate;
            }
        }
        throw new AssertionError("nothing at " + eventsPerHour);
    }

    /** The pair of devices that compute as those of a pair of the search do. */
    private static JsonNode sameDevices(JsonNode pairs, JsonNode pair) {
        for (JsonNode each : pairs) {
            if (each.path("small").equals(stage(pair.path("small").asText()))
                    && each.path("large").equals(stage(pair.path("large").asText()))) {
                return each;
            }
        }
        throw new AssertionError("no pair as " + pair.path("small") + " and " + pair.path("large"));
    }

    private static ObjectNode stage(String name) {
        for (JsonNode network : cascades().path("networks")) {
            if (network.path("name").asText().equals(name)) {
                return ((ObjectNode) network.path("test").deepCopy())
                        .without(List.of("joulesPerHour", "eventsRight", "falseAlarms", "winners"));
            }
        }
        throw new AssertionError("no network " + name);
    }

    @Test
    void savedPointsHoldTheWholeTestSetAndStillTest() {
        Path first =
                folder.resolve("found").resolve(found.at("/points/0/scenario").asText());
        ganglion("test", first, "--out", folder.resolve("tested")).assertFine();
        for (JsonNode network : cascades().path("networks")) {
            assertEquals(8, network.at("/test/winners").size());
            assertEquals(6, network.at("/validation/winners").size());
        }
    }

    @Test
    void eachRateIsToldInWordsAndOnThePage() throws IOException {
        String page = Files.readString(folder.resolve("found/explore.html"));

        assertTrue(text.contains("cascades for high (active): energy of an hour; on 8 samples of the test set"), text);
        List<String> verdicts = text.lines()
                .filter(line -> line.startsWith("  At 1.0/h, ") || line.startsWith("  At 60/h, "))
                .toList();
        assertEquals(2, verdicts.size(), text);
        verdicts.forEach(verdict -> assertTrue(page.contains("<li>" + verdict.strip() + "</li>"), verdict));
        assertEquals(2, cascades().path("rates").size());
        for (JsonNode rate : cascades().path("rates")) {
            assertTrue(rate.path("winning").asInt() > 0 || rate.has("nearest"), rate::toString);
            assertEquals(
                    rate.path("winning").asInt(),
                    rate.path("best").size() + rate.path("others").size());
        }
    }

    @Test
    void resumingWithOtherThreadsFindsTheSameAndRunsNothingAgain() throws IOException {
        Path journal = folder.resolve("found/journal.jsonl");
        List<String> before = Files.readAllLines(journal);
        assertEquals(
                cascades().path("networks").size(),
                before.stream().filter(line -> line.contains("\"cascade ")).count());

        ganglion("explore", search, "--resume", folder.resolve("found"), "--threads", 1, "--quiet")
                .assertFine();

        assertEquals(before, Files.readAllLines(journal));
        assertEquals(cascades(), json(folder.resolve("found/result.json")).path("cascades"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cascades/event=[hihg]|/cascades/event/0: found 'hihg', expected a class of the experiment: high, low, did you mean \"high\"?",
                "/cascade=null|--set: /cascade: found no key \"cascade\" to remove in ",
                "/cascades/event=[mid]|/cascades/event/0: found 'mid', expected a class of the experiment: high, low",
                "/cascades/event=[high, low]|/cascades/event: found every class of the experiment",
                "/cascades/events-per-hour=[1, 18001]|/cascades/events-per-hour: found 18001.0, expected at most 18000.0",
            })
    void whatIsWrongIsToldBeforeAnythingIsHeard(String setting, String told) throws IOException {
        Path search = overSounds("deaf", "test/low", "test/high", "test/mid");
        Path refused = folder.resolve("refused-" + setting.hashCode());
        ganglion("explore", search, "--set", setting, "--out", refused).assertRefusedInOneLine(told);
        assertFalse(Files.exists(refused.resolve("work")));
        ganglion("validate", search, "--set", setting).assertRefusedInOneLine(told);
    }

    /** A search over sounds that nobody could hear. */
    private static Path overSounds(String name, String... tested) throws IOException {
        Path deaf = folder.resolve(name);
        for (String group : List.of("train/low/a", "train/low/b", "train/high/c", "train/high/d")) {
            Files.writeString(Files.createDirectories(deaf.resolve(group)).resolve("no.wav"), "no sound");
        }
        for (String label : tested) {
            Files.writeString(Files.createDirectories(deaf.resolve(label)).resolve("no.wav"), "no sound");
        }
        Files.copy(folder.resolve("spikes.yaml"), deaf.resolve("spikes.yaml"), StandardCopyOption.REPLACE_EXISTING);
        return Files.writeString(deaf.resolve("search.yaml"), SEARCH);
    }

    @Test
    void aTestSetWithoutTheEventOrWithNothingElseIsRefused() throws IOException {
        ganglion("explore", overSounds("never", "test/low"), "--out", folder.resolve("never/found"))
                .assertRefusedInOneLine(
                        "/cascades/event: found high, expected a class of the test set, which measures cascades: low");
        ganglion("explore", overSounds("always", "test/high"), "--out", folder.resolve("always/found"))
                .assertRefusedInOneLine(
                        "/cascades/event: found every class of the test set, which measures cascades, expected one to be left");
    }
}
