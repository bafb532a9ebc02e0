package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of nearly the same scenario: where they first differ, and why. */
final class WhyDivergenceTest {

    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path temporary;

    private ScenarioOnDisk before;
    private ScenarioOnDisk after;

    @BeforeEach
    void writeTwoScenarios() throws IOException {
        before = scenario("before");
        after = scenario("after");
    }

    private ScenarioOnDisk scenario(String name) throws IOException {
        return new ScenarioOnDisk(temporary.resolve(name + " scenario")).withNeuronsBetween();
    }

    private Outcome ask(Object... more) {
        Path first = temporary.resolve("before");
        Path second = temporary.resolve("after");
        ganglion("run", before.file(), "--out", first, "--quiet").assertFine();
        ganglion("run", after.file(), "--out", second, "--quiet").assertFine();
        return more.length == 0
                ? ganglion("why", "--divergence", first, second, "--allow-outside-paths")
                : ganglion("why", "--divergence", first, second, "--allow-outside-paths", more[0]);
    }

    private JsonNode json() throws IOException {
        Outcome outcome = ask("--json");
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    @Test
    void aWeightIsOther() throws IOException {
        after.with("weights: 0.6", "weights: 0.5");

        JsonNode answer = json();

        assertFalse(answer.path("same").asBoolean());
        assertEquals(5, answer.path("tick").asInt());
        assertEquals("middle", answer.at("/onlyFirst/0/population").asText());
        assertEquals(0, answer.path("onlySecond").size());
        JsonNode largest = answer.at("/cause/differing/0");
        assertEquals("spike", largest.path("part").asText());
        assertEquals("taps", largest.path("population").asText());
        assertEquals(3, largest.path("tick").asInt());
        assertEquals(0.6, largest.path("first").asDouble(), ROUNDING);
        assertEquals(0.5, largest.path("second").asDouble(), ROUNDING);
        assertEquals(0.5, largest.path("secondWeight").asDouble(), ROUNDING);
        assertEquals(2, answer.at("/cause/differing").size());
        assertEquals(
                "synapses from taps to middle: 2 of 2 weights",
                answer.at("/networks/0").asText());
    }

    @Test
    void saysSoInWords() throws IOException {
        after.with("weights: 0.6", "weights: 0.5");

        String words = ask().out().replaceAll("\\s+", " ");

        assertTrue(
                words.startsWith("Neurons first fire differently at 5 ms (tick 5) In the first run only: middle/0"),
                words);
        assertTrue(words.contains("taps/0 at 3 ms 0.600000 0.500000 -0.100000 weight 0.600000, 0.500000"), words);
        assertTrue(words.contains("threshold 1.00000 1.00000"), words);
        assertTrue(words.contains("synapses from taps to middle: 2 of 2 weights"), words);
    }

    @Test
    void anInputSpikeIsMissing() throws IOException {
        after.withFile("taps.csv", "time,neuron\n0.003,0\n0.010,1\n");

        JsonNode answer = json();

        assertEquals(5, answer.path("tick").asInt());
        assertEquals(1, answer.at("/cause/differing").size());
        assertEquals(0, answer.at("/cause/differing/0/second").asDouble());
        assertEquals(1, answer.at("/cause/differing/0/tick").asInt());
        assertEquals(
                "input taps: other spikes from 1 ms on",
                answer.at("/networks/0").asText());
        Outcome words = ganglion(
                "why",
                "--divergence",
                temporary.resolve("before"),
                temporary.resolve("after"),
                "--allow-outside-paths");
        assertTrue(words.out().contains("reaches it in the first run only"), words.out());
    }

    @Test
    void aThresholdIsOther() throws IOException {
        after.with(
                "- {name: middle, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1}}",
                "- {name: middle, size: 2, model: lif, parameters: {beta: 0.9, threshold: 1.2}}");

        JsonNode answer = json();

        assertEquals(0, answer.at("/cause/differing").size());
        assertEquals(1, answer.at("/cause/first/level").asDouble());
        assertEquals(1.2, answer.at("/cause/second/level").asDouble());
        assertEquals(
                "middle: another model or other parameters",
                answer.at("/networks/0").asText());
    }

    @Test
    void nothingDiffers() throws IOException {
        JsonNode answer = json();

        assertTrue(answer.path("same").asBoolean());
        assertEquals(0, answer.path("networks").size());
        assertEquals(50, answer.path("ticks").asInt());
        assertTrue(answer.path("tick").isMissingNode());
    }

    /** The delay is longer: the spike comes later, and the first to differ is the one that does not come. */
    @Test
    void aDelayIsOther() throws IOException {
        after.with("delay: 3 ticks", "delay: 4 ticks");

        JsonNode answer = json();

        assertEquals(8, answer.path("tick").asInt());
        assertEquals("out", answer.at("/onlyFirst/0/population").asText());
        assertEquals(
                "synapses from middle to out: other connections or delays",
                answer.at("/networks/0").asText());
    }

    @Test
    void refusesRunsOfOtherPopulations() throws IOException {
        after.with("{name: middle, size: 2,", "{name: middle, size: 3,")
                .with(
                        "from: taps, to: middle, connectivity: one-to-one",
                        "from: taps, to: middle, connectivity: all-to-all")
                .with(
                        "from: middle, to: out, connectivity: one-to-one",
                        "from: middle, to: out, connectivity: all-to-all");

        ask().assertRefusedInOneLine("--divergence", "middle (2)", "middle (3)", "expected the same populations");
    }

    @Test
    void refusesAnotherTick() throws IOException {
        after.with("tick: 1 ms", "tick: 0.5 ms");

        ask().assertRefusedInOneLine("--divergence", "expected the same tick");
    }

    @Test
    void asksForTwoRunsAndNoMore() {
        ganglion("why", "--divergence", temporary).assertRefusedInOneLine("--divergence");
        ganglion("why", temporary, "--divergence", temporary, temporary)
                .assertRefusedInOneLine("expected two run directories and no more");
        ganglion("why", "--divergence", temporary, temporary, "--without", "out/0")
                .assertRefusedInOneLine("expected two run directories and no more");
        ganglion("why", "--spike", "out/0@8ms").assertRefusedInOneLine("found no RUN_DIR, which is required");
        ganglion("why", "--divergence", temporary, temporary).assertRefusedInOneLine("is no run directory");
    }
}
