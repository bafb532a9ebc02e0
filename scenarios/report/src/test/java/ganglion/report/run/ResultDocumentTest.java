package ganglion.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.scenario.result.ScenarioRun;
import org.junit.jupiter.api.Test;

class ResultDocumentTest {

    private final ScenarioRun run = SampleRun.sample().run();
    private final JsonNode document = ResultDocument.of(run, SampleRun.MANIFEST);

    @Test
    void saysHowToRunItAgain() {
        assertEquals("format", document.fieldNames().next(), "the first field, by which a run directory is known");
        assertEquals("ganglion-run", text("/format"));
        assertEquals(2, document.path("formatVersion").asInt(), "the comparison has other names than in version 1");
        assertEquals("pitch-detector.yaml", text("/scenario/file"));
        assertEquals(42, document.at("/run/seed").asLong());
        assertEquals("1.2.3", text("/manifest/ganglionVersion"));
        assertEquals("pitch detector.yaml", text("/manifest/commandLine/2"));
        assertEquals("2026-11-24T12:00:00Z", text("/manifest/startedAt"));
        assertFalse(text("/manifest/javaVersion").isEmpty());
        assertEquals(64, text("/raster/sha256").length());
    }

    @Test
    void saysWhereTheTimeOfTheSimulationWent() {
        assertEquals(0.3, document.path("wallClock").path("simulateSeconds").asDouble());
        assertEquals(
                0.75, document.path("wallClock").path("work").path("delivery").asDouble());
        assertEquals(
                0.25, document.path("wallClock").path("work").path("silence").asDouble());
    }

    @Test
    void saysWhereItRanIfOnSeveralNodes() {
        assertTrue(document.path("execution").isNull());

        JsonNode execution = ResultDocument.of(SampleRun.sample().onNodes().run(), SampleRun.MANIFEST)
                .path("execution");

        assertEquals(1, execution.path("losses").asInt());
        assertEquals("10.0.0.2:2550", execution.at("/nodes/1").asText());
    }

    @Test
    void countsEveryRecordedSpike() {
        long spikes = run.result().spikes().stream()
                .mapToLong(raster -> raster.size())
                .sum();

        assertEquals(spikes, document.at("/raster/spikes").asLong());
        assertEquals(
                spikes,
                document.at("/network/populations/0/spikes").asLong()
                        + document.at("/network/populations/1/spikes").asLong());
    }

    @Test
    void tellsEachDecisionWithItsTimeOnEachChip() {
        JsonNode second = document.at("/decisions/1");

        assertEquals("E", second.path("winner").asText());
        assertTrue(second.path("correct").asBoolean());
        assertEquals(0.6, second.path("fromSeconds").asDouble(), 1e-12);
        assertEquals(0.04, second.path("firstSpikeLatencySeconds").asDouble(), 1e-12);
        assertEquals(10, second.path("winnerSpikes").asInt());
        assertEquals(11, second.path("totalSpikes").asInt());
        // 250 ticks that take 1, 2, 3, 4 µs in turn, from tick 300 on.
        assertEquals((62 * 10 + 1 + 2) * 1e-6, second.at("/chipSeconds/loihi").asDouble(), 1e-12);
        assertTrue(second.at("/chipSeconds/xylo-audio-2").isNull());
        // 5 µJ and 0.05 W for 2 ms in each of 250 ticks.
        assertEquals(250 * (5e-6 + 1e-4), second.at("/chipAlwaysOnJoules/loihi").asDouble(), 1e-12);
        assertTrue(second.at("/chipAlwaysOnJoules/xylo-audio-2").isNull());
    }

    @Test
    void neverTakesTheUnknownForZero() {
        JsonNode xylo = document.at("/profiles/1");

        assertTrue(xylo.at("/energy/totalJoules").isNull());
        assertTrue(xylo.at("/energy/components/0/joules").isNull());
        assertEquals("unknown", xylo.at("/energy/components/0/kind").asText());
        assertEquals(2.9e-3, xylo.at("/energy/knownJoules").asDouble());
        assertEquals(0, xylo.at("/latency/count").asInt());
        assertTrue(xylo.at("/latency/p50Seconds").isMissingNode());
        assertEquals("a fan-in of 300, at most 256 fit", text("/profiles/2/placement/problems/0"));
    }

    @Test
    void keepsTheEvidenceOfEveryFigure() {
        for (JsonNode profile : document.path("profiles")) {
            assertTrue(profile.path("figures").size() > 0, profile.path("name").asText());
            for (JsonNode figure : profile.path("figures")) {
                assertFalse(figure.path("source").asText().isEmpty(), figure.toString());
                assertFalse(figure.path("kind").asText().isEmpty(), figure.toString());
            }
        }
    }

    @Test
    void isJsonThatAnyParserReads() throws Exception {
        // NaN and infinity would be written as words that JSON does not have.
        assertEquals(
                document.toString(),
                new ObjectMapper().readTree(document.toString()).toString());
    }

    @Test
    void differsBetweenEqualRunsInNothingButTheManifestAndWallClock() {
        JsonNode again = ResultDocument.of(SampleRun.sample().run(), SampleRun.MANIFEST);

        assertEquals(document, again);
    }

    private String text(String pointer) {
        return document.at(pointer).asText();
    }
}
