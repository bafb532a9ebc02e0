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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run would have been without something: two spikes of one input that only together make a neuron fire, which makes another fire. */
final class WhyWithoutTest {

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;
    private int runs;

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario")).withNeuronsBetween();
    }

    private Outcome ask(Object... words) {
        Path out = temporary.resolve("run" + runs++);
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        List<Object> all = new ArrayList<>(List.of("why", out, "--allow-outside-paths"));
        all.addAll(List.of(words));
        return ganglion(all.toArray());
    }

    private JsonNode json(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Outcome outcome = ask(all.toArray());
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static String spikes(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(spike -> found.add(spike.path("population").asText() + "/"
                + spike.path("neuron").asInt() + "@" + spike.path("tick").asInt()));
        return String.join(" ", found);
    }

    @Test
    void aSpikeIsFiredAndReachesNobody() throws IOException {
        JsonNode answer = json("--without", "taps/0@3ms");

        assertEquals("middle/0@5 out/0@8", spikes(answer.path("firstLost")));
        assertEquals(0, answer.path("firstNew").size());
        JsonNode taps = answer.at("/spikes/0");
        assertEquals("taps", taps.path("population").asText());
        assertEquals(3, taps.path("before").asInt());
        assertEquals(3, taps.path("after").asInt());
        assertEquals(1, answer.at("/spikes/2/lost").asInt());
        assertEquals(50, answer.path("ticks").asInt());
        assertEquals("taps/0@3", spikes(answer.path("without")));
    }

    @Test
    void aNeuronFiresAndReachesNobody() throws IOException {
        JsonNode answer = json("--without", "middle/0");

        assertEquals("out/0@8", spikes(answer.path("firstLost")));
        assertEquals(1, answer.at("/spikes/1/after").asInt());
    }

    @Test
    void synapsesOfOnePairAreLeftOut() throws IOException {
        assertEquals(
                "middle/0@5 out/0@8",
                spikes(json("--without", "taps/0->middle/0").path("firstLost")));
        assertEquals("", spikes(json("--without", "taps/1->middle/1").path("firstLost")));
    }

    @Test
    void tellsThatASpikeIsGone() throws IOException {
        JsonNode spike = json("--without", "taps/0@3ms", "--spike", "out/0@8ms").path("spike");

        assertTrue(spike.path("fired").asBoolean());
        assertFalse(spike.path("stillFires").asBoolean());
        assertTrue(spike.path("movedToTick").isNull());
        String words = words("--without", "taps/0@3ms", "--spike", "out/0@8ms");
        assertTrue(
                words.contains("out/0 at 8 ms: the spike is gone; the neuron does not fire later, up to 50 ms."),
                words);
    }

    /** Another input follows, which makes the neuron fire a tick later. */
    @Test
    void tellsThatASpikeHasMoved() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.003,0\n0.004,0\n");

        JsonNode spike = json("--without", "taps/0@3ms", "--spike", "out/0@8ms").path("spike");
        assertEquals(9, spike.path("movedToTick").asInt());
        String words = words("--without", "taps/0@3ms", "--spike", "out/0@8ms");
        assertTrue(words.contains("out/0 at 8 ms: the spike has moved to 9 ms."), words);
        // The same trial by itself: out/0 fires because of middle/0, and the last input then makes up for the one
        // before.
        JsonNode network = json("--spike", "middle/0@5ms").at("/withoutMainSource/inWholeNetwork");
        assertFalse(network.path("stillFires").asBoolean());
        assertEquals(6, network.path("movedToTick").asInt());
        words = words("--spike", "middle/0@5ms");
        assertTrue(words.contains("In the whole network without it, the spike has moved to 6 ms."), words);
    }

    @Test
    void tellsThatASpikeIsStillThere() {
        String words = words("--without", "taps/1@10ms", "--spike", "out/0@8ms");

        assertTrue(words.contains("out/0 at 8 ms: the spike is still there."), words);
        assertTrue(words.contains("Decisions that change: 0 of 1."), words);
    }

    @Test
    void tellsWhetherADecisionStillComesOut() throws IOException {
        JsonNode answer = json("--without", "taps/0@3ms");

        assertEquals("low", answer.at("/decisionsChanged/0/before").asText());
        assertEquals("", answer.at("/decisionsChanged/0/after").asText());
        assertEquals(1, answer.path("decisionsCompared").asInt());
        String words = words("--without", "taps/0");
        assertTrue(words.contains("Decisions that change: 1 of 1."), words);
    }

    @Test
    void tellsWhetherAMissingSpikeComes() {
        String words = words("--without", "taps/0@3ms", "--missing", "out/1@8ms");

        assertTrue(words.contains("out/1 at 8 ms: the neuron still does not fire."), words);
    }

    @Test
    void saysWhatWasDone() {
        assertTrue(words("--without", "taps/0@3ms")
                .startsWith("Without taps/0 at 3 ms, which is fired and reaches nobody"));
        assertTrue(words("--without", "taps/0").startsWith("Without taps/0, which fires and reaches nobody"));
        String words = words("--without", "taps/0 -> middle/0");
        assertTrue(words.startsWith("Without synapses from taps/0 to middle/0"), words);
        assertTrue(words.contains("Lost: middle/0 at 5 ms, out/0 at 8 ms."), words);
        assertTrue(words.contains("The whole network was run again up to 50 ms, with and without."), words);
    }

    private String words(Object... words) {
        Outcome outcome = ask(words);
        outcome.assertFine();
        return outcome.out().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "taps/0@2ms        | found no spike of taps/0 at 2 ms; its nearest spikes are at 1 ms, 3 ms",
                "taps/0@70ms       | found 70 ms, expected a time before 50 ms",
                "middle/1@2ms      | found no spike of middle/1 at 2 ms; it does not fire up to 49 ms",
                "middle/7          | found neuron 7 of 'middle', expected one from 0 to 1",
                "taps/0->middle/9  | found neuron 9 of 'middle', expected one from 0 to 1",
                "taps/0->middle/1  | found no synapse from taps/0 to middle/1, expected one to middle/0",
                "taps/0->out/1     | found no synapse from taps/0 to any neuron of out",
                "midle/0           | found no population 'midle', expected taps, middle, out",
                "taps/0-           | which need quotes in a shell",
                "taps              | expected a spike such as 'out/3@128ms', a neuron such as out/3, or synapses",
            })
    void refusesWhatIsNotThere(String what, String message) {
        ask("--without", what).assertRefusedInOneLine("--without", message);
    }

    /** Nothing changes without them, since their numbers would flow all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"ear/0", "ear/1@2ms", "ear/0->middle/1"})
    void refusesInputsThatReachTheNetworkAsNumbers(String what) throws IOException {
        Path sound = Path.of("../gallery/pitch-detector/audio/clarinet-c5.flac");
        Files.copy(sound, temporary.resolve("scenario/a.flac"));
        scenario.with(
                        "inputs:\n",
                        "inputs:\n  - {name: ear, audio: a.flac, frontend: {mel-bands: 2, hop: 1 ms, window: 8 ms}, encoder: {currents: {}}}\n")
                .with(", duration: 50 ms", "")
                .with("  projections:\n", "  projections:\n    - {from: ear, to: middle, weights: 0.001}\n");

        ask("--without", what)
                .assertRefusedInOneLine("--without", what.substring(0, 5) + ", which reaches the network as numbers");
    }

    @Test
    void refusesQuestionsThatDoNotFit() {
        ask("--without", "taps/0", "--spike", "out/0@9ms")
                .assertRefusedInOneLine("--spike", "found no spike of out/0 at 9 ms; its nearest spikes are at 8 ms");
        ask("--without", "taps/0", "--missing", "out/0@8ms")
                .assertRefusedInOneLine("--missing", "found a spike of out/0");
        ask("--without", "taps/0", "--spike", "out/0@50ms").assertRefusedInOneLine("--spike", "found tick 50");
        ask("--without", "taps/0", "--decision", "0")
                .assertRefusedInOneLine("found --decision and --without", "expected one of them");
    }
}
