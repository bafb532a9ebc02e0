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

    /** The second neuron fires first after that, so that it is no runner-up; it would even have more spikes than the winner. */
    @Test
    void spikesAfterItWasTakenDoNotSpeakForIt() throws IOException {
        Path out = temporary.resolve("run");
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();

        JsonNode answer = json("why", out, "--decision", "0", "--allow-outside-paths", "--json");

        assertEquals(7, answer.path("restsUntilTick").asLong());
        assertTrue(answer.path("runnerUp").isMissingNode(), answer::toPrettyString);
        assertEquals(1, answer.path("voices").size());
        assertEquals(5, answer.at("/voices/0/spikes").asInt());
        Outcome words = ganglion("why", out, "--decision", "0", "--allow-outside-paths");
        assertTrue(words.out().contains("It was taken early: spikes from 7 ms on have no part in it."), words.out());
    }

    @Test
    void withoutTheKeyNothingIsSaidOfIt() throws IOException {
        scenario.with(", stop-when-certain: 0.99", "");
        Outcome run = ganglion("run", scenario.file(), "--out", temporary.resolve("plain"));
        run.assertFine();

        assertFalse(run.out().contains("certain"), run.out());
        assertTrue(new ObjectMapper()
                .readTree(Files.readString(temporary.resolve("plain").resolve("result.json")))
                .at("/decisions/0/taken")
                .isMissingNode());
    }
}
