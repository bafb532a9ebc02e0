package ganglion.cli;

import static ganglion.cli.CommandLineUnderTest.ganglion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces of a recorded run: a layer of 40 neurons that many taps drive, and one that it reaches. */
final class TraceCommandTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;
    private Path trace;

    @BeforeEach
    void writeAScenario() throws IOException {
        StringBuilder taps = new StringBuilder("time,neuron\n");
        for (int tap = 0; tap < 60; tap++) {
            taps.append(String.format(Locale.ROOT, "%.3f,%d%n", 0.001 * (1 + tap / 2), tap % 2));
        }
        trace = temporary.resolve("trace.json");
        scenario = new ScenarioOnDisk(temporary.resolve("scenario"))
                .withFile("taps.csv", taps.toString())
                .with(
                        "    - {name: out, size",
                        "    - {name: layer, size: 40, model: lif, parameters: {beta: 0.9, threshold: 1}}\n"
                                + "    - {name: out, size")
                .with(
                        "{from: taps, to: out, connectivity: one-to-one, weights: 1.0, delay: 1 tick}",
                        "{from: taps, to: layer, connectivity: all-to-all, weights: 0.3, delay: 1 tick}\n"
                                + "    - {from: layer, to: out, connectivity: all-to-all, weights: 0.02, delay: 1 tick}")
                .with("between: [3, 3]", "at-least: 0");
    }

    private Path run() {
        Path out = temporary.resolve("run");
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        return out;
    }

    private CommandLineUnderTest.Outcome trace(Object... more) {
        List<Object> words = new ArrayList<>(List.of("trace", run(), "--allow-outside-paths", "--out", trace));
        words.addAll(List.of(more));
        return ganglion(words.toArray());
    }

    private JsonNode written() throws IOException {
        return new ObjectMapper().readTree(trace.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"loihi", "spinnaker", "speck"})
    void keepsTheRulesOfItsFormat(String profile) throws IOException {
        trace("--profile", profile).assertFine();

        new TraceRules(written()).check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "phases", "detailed"})
    void keepsThemOnManyCores(String timing) throws IOException {
        Path loihi = Path.of("../../hardware-profiles/src/main/resources/ganglion/hardware/profiles/loihi.yaml");
        scenario.withFile(
                        "chip.yaml",
                        Files.readString(loihi)
                                .replace(
                                        "  type: barrier-ticks",
                                        "  type: barrier-ticks\n  link-buffer: {value: 1, kind: assumed, source: us}")
                                .replace("sources:", "sources:\n  us: a value for this test"))
                .with(
                        "hardware: [loihi, stm32u575]",
                        "hardware: [{profile: chip.yaml, placement: spread, timing: " + timing + "}]");

        trace().assertFine();

        TraceRules rules = new TraceRules(written());
        rules.check();
        assertTrue(rules.slices("synapses") > 0 == timing.equals("simple"));
        assertTrue(rules.arrows() > 0 == !timing.equals("simple"));
        assertTrue(rules.slices("waits for full links") > 0 == timing.equals("detailed"));
    }

    @Test
    void arrowsLeadFromTheSpikesOfACoreToItsSynapses() throws IOException {
        JsonNode summary = new ObjectMapper()
                .readTree(trace("--profile", "loihi,stm32u575", "--json").out());

        assertEquals("stm32u575", summary.at("/devices/1/profile").asText());
        assertTrue(summary.at("/devices/1/notTraced/0").asText().contains("layers as a whole"), summary::toString);
        long messages = summary.at("/devices/0/messages").asLong();
        assertTrue(messages > 60, () -> "the taps and the layer send messages: " + messages);
        TraceRules rules = new TraceRules(written());
        rules.check();
        assertEquals(messages, rules.arrows());
        assertEquals(summary.at("/devices/0/ticks").asLong(), rules.slices("tick"));
    }

    @Test
    void aPartIsWhatTheWholeHasThere() throws IOException {
        trace("--profile", "loihi").assertFine();
        List<String> whole = new TraceRules(written()).arrowsBetween(5, 9);
        trace("--profile", "loihi", "--from", "5ms", "--until", "9").assertFine();

        TraceRules rules = new TraceRules(written());
        assertEquals(whole, rules.arrowsBetween(0, 1000));
        assertFalse(whole.isEmpty());
        assertEquals(4, rules.slices("tick"));
    }

    @Test
    void replacesAnEarlierTrace() throws IOException {
        trace("--profile", "loihi").assertFine();
        byte[] first = Files.readAllBytes(trace);

        trace("--profile", "loihi").assertFine();

        assertEquals(new String(first), Files.readString(trace));
    }
}
