package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a decision was certain: the first neuron fires at 2, 6 and 10 ms, the second at 20 ms. The first has won as soon as its first spike is under way. */
final class WhyWhenTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"))
                .withFile("taps.csv", "time,neuron\n0.001,0\n0.005,0\n0.009,0\n0.019,1\n")
                .with("between: [3, 3]", "at-least: 0");
    }

    private Path run() {
        Path out = temporary.resolve("run");
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        return out;
    }

    private static JsonNode json(Object... words) throws IOException {
        Outcome outcome = ganglion(words);
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    /** Once its input at 1 ms has come, which moment 2 is the first to know, the first neuron wins even if nothing follows. */
    @Test
    void tellsFromWhenOnTheSameClassWins() throws IOException {
        JsonNode answer = json(
                "why",
                run(),
                "--when",
                "0",
                "--jitter",
                "0 ms",
                "--deletion",
                "0",
                "--futures",
                "3",
                "--allow-outside-paths",
                "--json");

        JsonNode decision = answer.at("/decisions/0");
        assertEquals("low", decision.path("winner").asText());
        assertEquals(50, decision.path("curve").size());
        assertEquals(2, decision.path("certainTick").asLong());
        assertEquals(0.002, decision.path("certainAfterSeconds").asDouble(), ROUNDING);
        assertEquals(3, decision.at("/curve/1/clipGoesOn/sameWinner").asInt());
        assertEquals(0, decision.at("/curve/1/otherEnding/sameWinner").asInt());
        assertEquals(1, decision.at("/curve/2/otherEnding/futures").asInt());
        assertEquals(0.4385, decision.at("/curve/2/clipGoesOn/low").asDouble(), 1e-4);
        assertEquals("loihi", decision.at("/energies/0/profile").asText());
        // What the chip draws all the time: 2 of 50 ticks.
        assertEquals(0.04, decision.at("/energies/0/always-on/share").asDouble(), 0.001);
        assertTrue(decision.at("/energies/1/marginal/untilCertainJoules").asDouble()
                < decision.at("/energies/1/marginal/wholeClipJoules").asDouble());
    }

    @Test
    void saysItInWords() {
        Outcome words = ganglion("why", run(), "--when", "--allow-outside-paths");
        words.assertFine();
        assertTrue(words.out().startsWith("The run was decided as low: "), words.out());
        assertTrue(
                words.out().contains("energy until it was certain, or else to its end, of that of the whole clip"),
                words.out());
        assertTrue(words.out().replaceAll("\\s+", " ").contains("left out with probability 0.1"), words.out());
    }

    /** The same numbers again, and others with another seed. */
    @Test
    void followsFromTheSeed() throws IOException {
        Path run = run();
        Object[] words = {
            "why",
            run,
            "--when",
            "--jitter",
            "8 ms",
            "--deletion",
            "60 %",
            "--futures",
            "40",
            "--moments",
            "6",
            "--allow-outside-paths",
            "--json"
        };

        JsonNode first = json(words);
        assertEquals(first, json(words));
        assertTrue(first.at("/decisions/0/curve/0/clipGoesOn/sameWinner").asInt() < 40, first::toPrettyString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--when 7                         | --when: found no decision '7', expected the number or the clip of one",
                "--when 0 --futures 0             | found '0', expected a whole number from 1 to 10000",
                "--when 0 --moments 10001         | found '10001', expected a whole number from 1 to 10000",
                "--when 0 --jitter -1ms           | --jitter: found \"-1ms\"",
                "--when 0 --deletion 1.1          | expected a share such as 10 % or 0.1, from 0 to 1",
                "--when 0 --certainty 0           | expected a share such as 1 % or 0.01, above 0 and up to 1",
                "--decision 0 --futures 5         | --futures: found without --when, expected both or neither",
                "--when 0 --decision 0            | found --when and --decision, expected one of them",
            })
    void refusesWhatItCannotAnswer(String options, String message) {
        Object[] words = ("why\n" + run() + "\n" + options.replace(" ", "\n") + "\n--allow-outside-paths").split("\n");

        ganglion(words).assertRefusedInOneLine(message);
    }

    @Test
    void refusesRunsThatNoSpikesReachFromOutside() throws IOException {
        scenario.with("inputs:\n  - {name: taps, spikes: taps.csv, size: 2}\n", "")
                .with("threshold: 1}", "threshold: 1, bias: 0.2}")
                .with(
                        "  projections:\n    - {from: taps, to: out, connectivity: one-to-one, weights: 1.0, delay: 1 tick}\n",
                        "");

        ganglion("why", run(), "--when", "--allow-outside-paths")
                .assertRefusedInOneLine("--when: found a scenario without inputs of spikes");
    }

    @Test
    void refusesRunsWithoutDecisions() throws IOException {
        scenario.with("decision: {population: out}\n", "");

        ganglion("why", run(), "--when", "--allow-outside-paths")
                .assertRefusedInOneLine("--when: found a run without decisions");
    }
}
