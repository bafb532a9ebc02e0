package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.place.DocumentPath;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ExpectationOutcome.RasterDivergence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeExpectationTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final SpikeRaster SPIKES = EvidenceFixture.spikes(5, 1, 6, 0, 6, 1, 20, 2);

    @TempDir
    private Path folder;

    private static ExpectationOutcome check(Expectation expectation) {
        return EvidenceFixture.of(SPIKES).check(expectation);
    }

    private static Expectation count(OptionalInt neuron, Window window, double lowest, double highest) {
        return new Expectation.SpikeCount("/expect/0", "out", neuron, window, new Bounds(lowest, highest, true));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, true, 4",
        "5, 9, false, 5 to 9",
        "4, 9, true, 4 to 9",
        "0, 3, false, 0 to 3",
        "-Infinity, 3, false, at most 3",
        "2, 4, true, 2 to 4",
        "4, Infinity, true, at least 4",
        "5, Infinity, false, at least 5"
    })
    void countsSpikesWithinInclusiveLimits(double lowest, double highest, boolean passes, String expected) {
        ExpectationOutcome outcome = check(count(OptionalInt.empty(), Window.ALL, lowest, highest));

        ExpectationOutcome worded = new ExpectationOutcome("/expect/0", "spikes of out", passes, "4", expected);
        assertEquals(worded.withValue(4, ""), outcome);
    }

    @Test
    void countsSpikesOfANeuronInAWindow() {
        Window window = new Window(6, OptionalLong.of(20));

        ExpectationOutcome outcome = check(count(OptionalInt.of(1), window, 1, 1));

        assertEquals(
                new ExpectationOutcome("/expect/0", "spikes of neuron 1 of out from 12 ms until 40 ms", true, "1", "1")
                        .withValue(1, ""),
                outcome);
    }

    @ParameterizedTest
    @CsvSource({"5, false", "5.5, true", "6, true"})
    void firesBeforeATimeButNotAtIt(double ticks, boolean passes) {
        Expectation first = new Expectation.FirstSpike(
                "/expect/1", "out", OptionalInt.empty(), new Bounds(-INFINITE, ticks, false));

        assertEquals(passes, check(first).passed());
        assertEquals("10 ms (tick 5)", check(first).found());
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void firesAfterATimeButNotAtIt(double ticks, boolean passes) {
        Expectation first =
                new Expectation.FirstSpike("/expect/1", "out", OptionalInt.of(0), new Bounds(ticks, INFINITE, false));

        ExpectationOutcome outcome = check(first);

        assertEquals(passes, outcome.passed());
        assertEquals("12 ms (tick 6)", outcome.found());
        assertEquals(ticks == 5 ? "after 10 ms" : "after 12 ms", outcome.expected());
        assertEquals("first spike of neuron 0 of out", outcome.text());
    }

    @Test
    void failsWhereNothingFires() {
        Expectation first =
                new Expectation.FirstSpike("/expect/1", "out", OptionalInt.empty(), new Bounds(-INFINITE, 150, false));

        ExpectationOutcome outcome =
                EvidenceFixture.of(EvidenceFixture.spikes()).check(first);

        assertEquals(
                new ExpectationOutcome("/expect/1", "first spike of out", false, "no spike", "before 300 ms"), outcome);
    }

    private ExpectationOutcome checkGolden(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("golden.csv"), content);
        return check(new Expectation.GoldenRaster("/expect/2", new DocumentPath("golden.csv", file)));
    }

    private static String golden(String spikes) {
        return "# format: ganglion-raster 1\n# tick-seconds: 0.002\n# ticks: 100\n# population: out 3\n"
                + "tick,population,neuron\n" + spikes;
    }

    @Test
    void passesTheSameSpikes() throws IOException {
        ExpectationOutcome outcome = checkGolden(golden("5,out,1\n6,out,0\n6,out,1\n20,out,2\n"));

        assertEquals(
                new ExpectationOutcome(
                        "/expect/2", "spikes equal to golden.csv", true, "the same spikes", "the same spikes"),
                outcome);
    }

    @Test
    void tellsWhereRastersDepart() throws IOException {
        RasterDivergence departure = checkGolden(golden("5,out,1\n6,out,0\n7,out,1\n20,out,2\n"))
                .departure()
                .orElseThrow();

        assertEquals("out", departure.population());
        assertEquals(6, departure.tick());
        assertEquals(1, departure.neuron());
    }

    private static Expectation last(int neuron, double after, double before) {
        OptionalInt which = neuron < 0 ? OptionalInt.empty() : OptionalInt.of(neuron);
        return new Expectation.LastSpike("/expect/1", "out", which, new Bounds(after, before, false));
    }

    @Test
    void looksAtTheLastSpike() {
        ExpectationOutcome any = check(last(-1, -INFINITE, 21));
        ExpectationOutcome one = check(last(1, 6, INFINITE));

        assertTrue(any.passed());
        assertEquals("40 ms (tick 20)", any.found());
        assertEquals("last spike of out", any.text());
        assertFalse(one.passed());
        assertEquals("12 ms (tick 6)", one.found());
        assertEquals("after 12 ms", one.expected());
    }

    private static ExpectationOutcome order(SpikeRaster spikes, int... neurons) {
        List<Expectation.Firing> subjects = Arrays.stream(neurons)
                .mapToObj(neuron -> new Expectation.Firing("out", OptionalInt.of(neuron)))
                .toList();
        return EvidenceFixture.of(spikes).check(new Expectation.SpikeOrder("/expect/0", subjects));
    }

    @Test
    void looksAtTheOrderOfFirstSpikes() {
        SpikeRaster spikes = EvidenceFixture.spikes(5, 1, 6, 0, 6, 1, 20, 2);
        ExpectationOutcome right = order(spikes, 1, 0, 2);
        ExpectationOutcome wrong = order(spikes, 0, 1, 2);

        assertTrue(right.passed());
        assertFalse(wrong.passed());
        assertEquals("neuron 0 of out at 12 ms, neuron 1 of out at 10 ms, neuron 2 of out at 40 ms", wrong.found());
        assertEquals("neuron 0 of out, then neuron 1 of out, then neuron 2 of out", wrong.expected());
    }

    @Test
    void takesNeitherSpikesOfOneTickNorSilenceForAnOrder() {
        assertFalse(order(EvidenceFixture.spikes(5, 0, 5, 1), 0, 1).passed());
        assertFalse(order(EvidenceFixture.spikes(5, 0), 0, 1).passed());
        ExpectationOutcome silent = order(EvidenceFixture.spikes(5, 1), 0, 1);
        assertFalse(silent.passed());
        assertEquals("neuron 0 of out never, neuron 1 of out at 10 ms", silent.found());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        5,out,1~6,out,0~6,out,1~          | a spike too many in out at tick 20 (40 ms), neuron 2 (4 spikes, the golden raster has 3)
        5,out,1~6,out,1~20,out,2~         | a spike too many in out at tick 6 (12 ms), neuron 0 (4 spikes, the golden raster has 3)
        5,out,0~5,out,1~6,out,0~6,out,1~20,out,2~ | a spike missing in out at tick 5 (10 ms), neuron 0 (4 spikes, the golden raster has 5)
        5,out,1~6,out,0~6,out,1~20,out,2~30,out,0~ | a spike missing in out at tick 30 (60 ms), neuron 0 (4 spikes, the golden raster has 5)
        """)
    void saysWhereARasterDeparts(String spikes, String found) throws IOException {
        ExpectationOutcome outcome = checkGolden(golden(spikes.replace('~', '\n')));

        assertEquals(found, outcome.found());
        assertEquals(false, outcome.passed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ticks: 100   | ticks: 90    | 100 ticks, the golden raster has 90
        seconds: 0.002 | seconds: 0.001 | a tick of 2 ms, the golden raster has 1 ms
        out 3        | out 4        | 3 neurons in out, the golden raster has 4
        out 3        | in 3         | no population in, which the golden raster has
        raster 1     | raster 7     | no usable golden raster (found the format "ganglion-raster 7", expected ganglion-raster 1)
        """)
    void tellsARasterOfSomethingElse(String find, String replacement, String found) throws IOException {
        assertEquals(found, checkGolden(golden("").replace(find, replacement)).found());
    }

    @Test
    void failsWithoutAGoldenRaster() {
        Path missing = folder.resolve("missing.csv");

        ExpectationOutcome outcome =
                check(new Expectation.GoldenRaster("/expect/2", new DocumentPath("missing.csv", missing)));

        assertEquals("no usable golden raster (no such file); ganglion test --update writes it", outcome.found());
        assertEquals(false, outcome.passed());
    }
}
