package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.cli.CommandLineUnderTest.Outcome;
import ganglion.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of nearly the same scenario: where they first differ, and why. */
final class DiffCauseTest {

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
        List<Object> words = new ArrayList<>(List.of("diff", first, second, "--allow-outside-paths"));
        words.addAll(List.of(more));
        return ganglion(words.toArray());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(ask("--json").out()).path("cause");
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
                words.contains("Neurons first fire differently at 5 ms (tick 5) In the first run only: middle/0"),
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
        assertTrue(ask().out().contains("reaches it in the first run only"));
    }

    /** A spike that comes a tick later comes in both runs, and the delay says why. */
    @Test
    void aDelayIsOther() throws IOException {
        after.with("weights: 0.6, delay: 2 ticks", "weights: 0.6, delay: 3 ticks");

        String words = ask().out().replaceAll("\\s+", " ");

        assertTrue(words.contains("delay 2 ms, 3 ms: reaches it later in the second run"), words);
        assertTrue(words.contains("synapses from taps to middle: 2 of 2 delays (2 and 3 ticks from 0 to 0)"), words);
    }

    @Test
    void nothingDiffers() throws IOException {
        assertTrue(json().isMissingNode());
    }

    @Test
    void saysWhyThereIsNoCauseOfRunsOfOtherPopulations() throws IOException {
        after.with("{name: middle, size: 2,", "{name: middle, size: 3,")
                .with(
                        "from: taps, to: middle, connectivity: one-to-one",
                        "from: taps, to: middle, connectivity: all-to-all")
                .with(
                        "from: middle, to: out, connectivity: one-to-one",
                        "from: middle, to: out, connectivity: all-to-all");

        String words = ask().out();
        assertTrue(words.contains("cause: not found, "), words);
        assertTrue(words.contains("middle (3), out (2); expected the same populations"), words);
    }

    /** A run directory of a stranger names files; they are not followed unasked, and the runs are compared all the same. */
    @Test
    void followsNoPathsUnasked() throws IOException {
        after.with("weights: 0.6", "weights: 0.5");
        ask();

        Outcome outcome = ganglion("diff", temporary.resolve("before"), temporary.resolve("after"));
        assertEquals(ExitCode.EXPECTATION_FAILED, outcome.code());
        assertTrue(outcome.out().contains("cause: not found, "), outcome.out());
        assertTrue(outcome.out().contains("--allow-outside-paths"), outcome.out());
    }
}
