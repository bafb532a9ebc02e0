package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that takes its decision early: five spikes of the first neuron, at 2 to 6 ms, and then many of the second. */
final class EarlyDecisionCommandTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        StringBuilder taps = new StringBuilder("time,neuron\n");
        IntStream.range(1, 20).forEach(tick -> taps.append("0.0%02d,%d%n".formatted(tick, tick < 6 ? 0 : 1)));
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"))
                .withFile("taps.csv", taps.toString())
                .with("between: [3, 3]", "at-least: 0")
                .with("{population: out}\n", "{population: out, stop-when-certain: 0.99}\n");
    }

    private static JsonNode json(Object... words) throws IOException {
        Outcome outcome = ganglion(words);
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void theRunSaysWhenItsDecisionWasTakenAndWhatTheEndWouldHaveSaid() throws IOException {
        Path out = temporary.resolve("run");
        Outcome run = ganglion("run", scenario.file(), "--out", out);
        run.assertFine();

        JsonNode decision = new ObjectMapper()
                .readTree(Files.readString(out.resolve("result.json")))
                .at("/decisions/0");
        assertEquals("low", decision.path("winner").asText());
        assertEquals(5, decision.path("winnerSpikes").asInt());
        assertEquals("high", decision.at("/taken/winnerAtEnd").asText());
        assertEquals(7, decision.at("/taken/untilTick").asLong());
        assertEquals(0.007, decision.at("/taken/afterSeconds").asDouble(), 1e-12);
        assertTrue(decision.at("/taken/early").asBoolean());
    }
}
