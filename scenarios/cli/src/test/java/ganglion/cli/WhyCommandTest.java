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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why neurons fire: two spikes of one input that only together make a neuron fire, which makes another fire. */
final class WhyCommandTest {

    private static final double ROUNDING = 1e-12;

    /** A run of the scenario as it is. */
    @TempDir
    private static Path plain;

    @TempDir
    private Path temporary;

    private ScenarioOnDisk scenario;

    @BeforeAll
    static void runOnce() throws IOException {
        Path file = new ScenarioOnDisk(plain.resolve("scenario"))
                .withNeuronsBetween()
                .file();
        ganglion("run", file, "--out", plain.resolve("run"), "--quiet").assertFine();
    }

    @BeforeEach
    void writeAScenario() throws IOException {
        scenario = new ScenarioOnDisk(temporary.resolve("scenario")).withNeuronsBetween();
    }

    private Path run() {
        Path out = temporary.resolve("run");
        ganglion("run", scenario.file(), "--out", out, "--quiet").assertFine();
        return out;
    }

    private static Outcome ask(Path run, String option, String what) {
        return ganglion("why", run, option, what, "--allow-outside-paths");
    }

    private static Outcome ask(String option, String what) {
        return ask(plain.resolve("run"), option, what);
    }

    private static JsonNode json(Object... words) throws IOException {
        Outcome outcome = ganglion(words);
        outcome.assertFine();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static JsonNode why(Path run, String option, String what) throws IOException {
        return json("why", run, option, what, "--allow-outside-paths", "--json");
    }

    @Test
    void followsASpikeBackToTheInputsThatMadeIt() throws IOException {
        JsonNode answer = why(plain.resolve("run"), "--spike", "out/0@8ms");

        JsonNode cause = answer.path("cause");
        assertEquals(1.5, cause.path("potential").asDouble(), ROUNDING);
        assertEquals(1, cause.path("level").asDouble());
        assertEquals("middle", cause.at("/sources/0/population").asText());
        assertEquals(5, cause.at("/sources/0/tick").asLong());
        JsonNode middle = answer.at("/followed/0");
        // The first tap has leaked for two ticks.
        assertEquals(0.6 * 0.9 * 0.9 + 0.6, middle.path("potential").asDouble(), ROUNDING);
        assertEquals(middle.path("potential").asDouble(), middle.path("sum").asDouble(), ROUNDING);
        JsonNode inputs = answer.at("/origins/inputs");
        assertEquals(2, inputs.size());
        assertEquals(3, inputs.at("/0/tick").asLong());
        assertEquals(1 / 1.81, inputs.at("/0/share").asDouble(), ROUNDING);
        assertEquals(1, inputs.at("/0/share").asDouble() + inputs.at("/1/share").asDouble(), ROUNDING);
        assertTrue(answer.at("/withoutMainSource/needed").asBoolean());
        assertEquals(false, answer.at("/withoutMainSource/stillFires").asBoolean());
        assertTrue(answer.at("/withoutMainSource/nextTick").isNull());
        assertTrue(answer.path("repeatedAlone").asBoolean());
    }

    @Test
    void saysInWordsWhatWasNeeded() {
        Outcome outcome = ask("--spike", "middle/0@5 ms");

        outcome.assertFine();
        assertTrue(outcome.out().startsWith("middle/0 fired at 5 ms (tick 5)\n"), outcome.out());
        assertTrue(outcome.out().contains("taps/0 at 3 ms"), outcome.out());
        String text = outcome.out().replaceAll("\\s+", " ");
        assertTrue(text.contains("the neuron alone does not fire then, nor later, up to 50 ms."), text);
        assertTrue(outcome.out().contains("fires as in the run"), outcome.out());
    }

    @Test
    void saysHowFarAMissingSpikeWasFromTheThreshold() throws IOException {
        JsonNode answer = why(plain.resolve("run"), "--missing", "middle/1@12ms");

        assertEquals(0.6, answer.at("/cause/potential").asDouble(), ROUNDING);
        assertEquals(1, answer.at("/cause/level").asDouble());
        assertTrue(answer.path("origins").isMissingNode());
        Outcome words = ask("--missing", "middle/1@12ms");
        assertTrue(words.out().contains("0.400000 short of the threshold"), words.out());
        assertTrue(words.out().contains("it does not fire up to 49 ms"), words.out());
        assertTrue(
                words.out().indexOf("it does not fire up to 49 ms")
                        < words.out().indexOf("Its potential is"),
                words.out());
    }

    /** Its threshold is as high as numbers go: no distance from it means anything. */
    @Test
    void saysThatAReadOutNeverFires() throws IOException {
        scenario.with(
                "model: lif, parameters: {beta: 0.9, threshold: 1}, labels",
                "model: leaky-integrator, parameters: {beta: 0.9}, labels");

        JsonNode cause = why(run(), "--missing", "out/0@8ms").path("cause");
        assertEquals(1.5, cause.path("potential").asDouble(), ROUNDING);
        assertTrue(cause.path("level").isNull());
        Outcome words = ask(temporary.resolve("run"), "--missing", "out/0@8ms");
        assertTrue(words.out().contains("It never fires"), words.out());
    }

    @Test
    void tellsARefractoryPeriod() throws IOException {
        scenario.with("beta: 0.9, threshold: 1}, labels", "beta: 0.9, threshold: 1, refractory: 3 ticks}, labels");

        assertTrue(why(run(), "--missing", "out/0@9ms").at("/cause/level").isNull());
        Outcome words = ask(temporary.resolve("run"), "--missing", "out/0@9ms");
        assertTrue(words.out().contains("in its refractory period"), words.out());
    }

    @Test
    void saysWhatTookADecision() throws IOException {
        JsonNode answer = why(plain.resolve("run"), "--decision", "0");

        assertEquals("low", answer.path("winner").asText());
        assertEquals(1, answer.path("voices").size());
        assertEquals(1, answer.at("/voices/0/spikes").asInt());
        assertEquals("taps", answer.at("/voices/0/inputs/0/population").asText());
        assertEquals(1, answer.at("/voices/0/inputs/0/share").asDouble(), ROUNDING);
        Outcome words = ask("--decision", "0");
        assertTrue(words.out().contains("out/0 (low)"), words.out());
        assertTrue(words.out().contains("100.0 %"), words.out());
    }

    @Test
    void namesTheRunnerUpOfADecision() throws IOException {
        scenario.withFile("taps.csv", "time,neuron\n0.001,0\n0.003,0\n0.010,1\n0.011,1\n");

        JsonNode answer = why(run(), "--decision", "0");

        assertEquals("low", answer.path("winner").asText());
        assertEquals("high", answer.at("/runnerUp/label").asText());
        assertTrue(answer.at("/runnerUp/tie").asBoolean());
        assertEquals(2, answer.path("voices").size());
        Outcome words = ask(temporary.resolve("run"), "--decision", "0");
        assertTrue(words.out().contains("A tie: high has as many spikes, 1."), words.out());
    }

    /** What a run prints for a wrong decision is a command that answers. */
    @Test
    void aRunThatDecidesWronglySaysHowToAsk() throws IOException {
        Path file = Path.of("..", "gallery", "pitch-detector", "scenario.yaml");
        Path folder = temporary.resolve("pitch of C");
        Outcome run = ganglion("run", file, "--out", folder);

        String hint = run.out()
                .lines()
                .filter(line -> line.startsWith("  why: "))
                .findFirst()
                .orElseThrow();
        String asks = "  why: ganglion why '" + folder + "' --decision audio/clarinet-c5.flac --scenario ";
        assertTrue(hint.startsWith(asks), hint);
        String scenario = hint.substring(asks.length()).replace("'", "");
        Outcome why = ganglion("why", folder, "--decision", "audio/clarinet-c5.flac", "--scenario", scenario);
        why.assertFine();
        assertTrue(why.out().startsWith("audio/clarinet-c5.flac was decided as G; its label is C\n"), why.out());
        assertTrue(why.out().contains("The runner-up is C: 22 to 27 spikes."), why.out());
        assertTrue(why.out().contains("band at 1.56 kHz"), why.out());
    }

    /** It fires in one of 50 ticks, and so speaks for a class that did not win: there is one column, not one for each class. */
    @Test
    void namesWhatASingleNeuronSpeaksFor() throws IOException {
        scenario.with("out, size: 2,", "out, size: 1,")
                .with(", labels: [low, high]", "")
                .with(
                        "to: out, connectivity: one-to-one, weights: 1.5",
                        "to: out, connectivity: all-to-all, weights: 1.5")
                .with("{population: out}\n", "{population: out, read-out: spike-count, classes: [noise, tone]}\n");

        JsonNode answer = why(run(), "--decision", "0");

        assertEquals("noise", answer.path("winner").asText());
        assertEquals(1, answer.path("voices").size());
        assertEquals("tone", answer.at("/voices/0/label").asText());
        assertEquals(1, answer.at("/voices/0/spikes").asInt());
    }

    @Test
    void pointsToOtherQuestionsWherePotentialsDecide() throws IOException {
        scenario.with("{population: out}\n", "{population: out, read-out: max-membrane}\nrecord: {membrane: [out]}\n");

        ask(run(), "--decision", "0").assertRefusedInOneLine("found decisions by membrane potentials");
    }

    @Test
    void asksForOneQuestionInOneLine() {
        ganglion("why", temporary, "--spike", "out/0@8ms", "--decision", "0")
                .assertRefusedInOneLine("found --spike and --decision, expected one of them");
        ganglion("why", temporary, "--spike", "out/0@8ms", "--spike", "out/0@9ms")
                .assertRefusedInOneLine("--spike: found it twice, expected it once");
        ganglion("why", temporary).assertRefusedInOneLine("found none of --decision", "expected one of them");
    }

    /** Other inputs are told as such, also where they play after the tick that is asked for. */
    @Test
    void namesWhatIsNoLongerTheSame() throws IOException {
        Path run = run();
        Files.writeString(scenario.folder().resolve("taps.csv"), "time,neuron\n0.001,0\n0.003,0\n0.011,1\n");

        ask(run, "--spike", "out/0@8ms").assertRefusedInOneLine("gives other spikes of taps");
        ganglion("why", run, "--spike", "out/0@8ms", "--scenario", temporary.resolve("gone.yaml"))
                .assertRefusedInOneLine("gone.yaml", "is no file");
    }

    @Test
    void needsOnlySomeSpikesToBeRecorded() throws IOException {
        scenario.with("decision:", "record: {spikes: [out]}\ndecision:");

        assertEquals(2, why(run(), "--spike", "out/0@8ms").at("/origins/inputs").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--spike   | out/0@9ms      | found no spike of out/0 at 9 ms; its nearest spikes are at 8 ms",
                "--spike   | out/1@8ms      | it does not fire up to 49 ms",
                "--spike   | out/2@8ms      | found neuron 2 of 'out', expected one from 0 to 1",
                "--spike   | oud/0@8ms      | found no population 'oud', expected one of taps, middle, out",
                "--spike   | out/0@1.5ms    | expected a multiple of the tick of 1 ms",
                "--spike   | out/0@50ms     | found tick 50, expected one of the 50 ticks of the run, from 0 to 49",
                "--spike   | out/0          | expected POPULATION/NEURON@TIME",
                "--spike   | taps/0@1ms     | found taps/0, an input, whose spikes come from outside; expected a neuron of middle, out",
                "--missing | out/0@8ms      | found a spike of out/0 at 8 ms, expected a time without one",
                "--decision | 7             | found no decision '7', expected the number or the clip of one",
            })
    void refusesQuestionsThatDoNotFitTheRun(String option, String what, String message) {
        ask(option, what).assertRefusedInOneLine(option, message);
    }

    /** The changed weight leaves all spikes as they were, and the potentials not. */
    @Test
    void refusesAnotherNetworkThatFiresAlike() throws IOException {
        scenario.with("decision:", "record: {spikes: []}\ndecision:");
        Path run = run();
        scenario.with("weights: 0.6", "weights: 0.61");

        ask(run, "--spike", "out/0@8ms").assertRefusedInOneLine("gives another network than the one that ran");
    }

    private void withIzhikevich(String weight) throws IOException {
        scenario.with(
                        "model: lif, parameters: {beta: 0.9, threshold: 1}, labels",
                        "model: izhikevich, parameters: {}, labels")
                .with("weights: 1.5", "weights: " + weight);
    }

    /** The potential is no sum: the neuron is run without what reached it. */
    @Test
    void leavesOutSpikesOneByOneWherePotentialsAreNoSums() throws IOException {
        withIzhikevich("200");

        JsonNode answer = why(run(), "--spike", "out/0@8ms");

        assertTrue(answer.path("fired").asBoolean());
        assertTrue(answer.path("repeatedAlone").asBoolean());
        assertEquals(1, answer.path("arrived").asInt());
        JsonNode trial = answer.at("/trials/0");
        assertEquals("middle", trial.path("population").asText());
        assertEquals(5, trial.path("tick").asInt());
        assertEquals(200, trial.path("weight").asDouble());
        assertFalse(trial.path("fires").asBoolean());
        assertTrue(trial.path("potential").asDouble() < -60, trial.toString());
        Outcome words = ask(temporary.resolve("run"), "--spike", "out/0@8ms");
        String text = words.out().replaceAll("\\s+", " ");
        assertTrue(text.contains("By replay, since its potential is no sum of its inputs:"), text);
        assertTrue(text.contains("middle/0 at 5 ms 200.000 it does not fire; its potential is -"), text);
    }

    @Test
    void tellsByReplayWhyASpikeIsMissing() throws IOException {
        withIzhikevich("20");

        JsonNode answer = why(run(), "--missing", "out/0@8ms");

        assertFalse(answer.path("fired").asBoolean());
        assertFalse(answer.at("/trials/0/fires").asBoolean());
        assertTrue(
                answer.at("/trials/0/potential").asDouble()
                        < answer.path("potential").asDouble() - 5,
                answer.toString());
        Outcome words = ask(temporary.resolve("run"), "--missing", "out/0@8ms");
        assertTrue(
                words.out().replaceAll("\\s+", " ").contains("None of them alone makes the difference."), words.out());
    }

    /** A run directory of a stranger names files; it is followed only below the working folder, as by {@code cost}. */
    @Test
    void followsNoPathsUnasked() {
        ganglion("why", plain.resolve("run"), "--spike", "out/0@8ms").assertRefusedInOneLine("--allow-outside-paths");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels: [low, high]          | labels: [high, low]                                 | /network/populations/1/labels/0: found \"high\", expected \"low\"",
                "decision: {population: out}  | decision: {population: out, stop-when-certain: 0.9} | /decision/stop-when-certain: found \"0.9\", expected nothing"
            })
    void refusesAScenarioThatDecidesOtherwiseThanTheRun(String was, String is, String expected) throws IOException {
        Path run = run();
        scenario.with(was, is);

        ask(run, "--decision", "0").assertRefusedInOneLine("scenario.yaml", expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"untilTick\" : 50   | \"untilTick\" : 1000000000 | ends after the run",
                "\"winner\" : \"low\" | \"winner\" : \"Q\"         | which no neuron of out stands for"
            })
    void refusesDecisionsThatTheRunDidNotWrite(String was, String is, String expected) throws IOException {
        Path run = run();
        Path result = run.resolve("result.json");
        String text = Files.readString(result);
        assertTrue(text.contains(was), text);
        Files.writeString(result, text.replaceFirst(Pattern.quote(was), is));

        ask(run, "--decision", "0").assertRefusedInOneLine(expected);
    }
}
