package ganglion.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.gallery.GalleryRuns.Kept;
import ganglion.report.run.TinyScenario;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What a file beside a scenario makes of its pictures. */
class PicturePlanTest {

    private static final String WEIGHT_CHANGE = "weight-change: {title: t, from: taps, to: out}";

    @TempDir
    private Path folder;

    private PicturePlan plan(String text) throws IOException, InputException {
        Files.writeString(folder.resolve("tiny.picture.yaml"), text);
        return PicturePlan.beside(folder.resolve("tiny.yaml"));
    }

    private static GalleryRuns runs(ScenarioRun run) {
        RunResult result =
                new RunResult("", Map.of(), 1, Status.PASSED, List.of(), List.of(), "", Map.of("rate (Hz)", 1.0), 0.1);
        CaseResult all = new CaseResult("tiny.yaml", "tiny", List.of(), List.of(result), List.of());
        return new GalleryRuns(List.of(new Kept(RunPoint.ONLY, run)), all);
    }

    private String drawn(String picture, ScenarioRun run) throws Exception {
        String svg = plan("pictures:\n  - " + picture + "\n").svgs(runs(run)).get(0);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return svg;
    }

    private String refused(String text) {
        return assertThrows(InputException.class, () -> plan(text)).getMessage();
    }

    private static long count(String text, String regex) {
        return Pattern.compile(regex).matcher(text).results().count();
    }

    @Test
    void withoutAFileThereIsTheRasterOfAllSpikes() throws Exception {
        PicturePlan plan = PicturePlan.beside(folder.resolve("tiny.yaml"));

        String svg =
                plan.svgs(runs(new TinyScenario(folder.resolve("run")).run())).get(0);
        assertTrue(svg.contains(">out</text>"), svg);
        assertEquals("", plan.lookAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "papers: [{text: A, doi: 'x) [y](javascript:z)'}] | 2: /papers/0: found \"x) [y](javascript:z)\", expected a DOI",
                "pictures: [{spikes: {populaces: [out]}}]         | 2: /pictures/0/populaces: found the unknown key \"populaces\"",
                "pictures: [{spikes: {from: 3 Hz}}]               | 2: /pictures/0/from: found \"3 Hz\", expected a time",
                "pictures: [{dance: {}}]                          | 2: /pictures/0: ",
                "pictures: [{curve: {title: t, populations: [out], figure: speed}}] | found \"speed\", expected one of spikes, rate, first-spike",
                "pictures: [{sweep: {}}]                          | figure",
                "look-at: nothing                                 | /pictures: found no pictures"
            })
    void saysWhatIsWrongWithAPlanAndWhere(String text, String expected) {
        String message = refused("# a plan\n" + text + "\n");

        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("tiny.picture.yaml"), message);
    }

    @Test
    void saysWhatARunDoesNotHave() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run")).run();

        InputException e = assertThrows(InputException.class, () -> drawn("spikes: {populations: [outt]}", run));
        assertTrue(
                e.getMessage().contains("/pictures/0: found the population \"outt\", expected one of taps, out"),
                e.getMessage());
    }

    @Test
    void aPaperIsALink() throws Exception {
        PicturePlan plan = plan("{papers: [{text: 'A [b]', doi: 10.1/x}], pictures: [{spikes: {}}]}"
                .replace("10.1/x", "10.1038/78829"));

        assertEquals(
                "[A \\[b\\]](https://doi.org/10.1038/78829)",
                plan.papers().get(0).link());
        assertFalse(plan.drawsAllRuns());
    }

    private ScenarioRun lif(String parameters, int size) throws Exception {
        return new TinyScenario(folder.resolve("run"))
                .with("duration: 100 ms", "duration: 120 ms")
                .with("size: 2, model", "size: " + size + ", model")
                .with(", labels: [A, B]", "")
                .with("decision: {population: out}\n", "")
                .with("parameters: {beta: 0, threshold: 1}", "parameters: {" + parameters + "}")
                .with("equals: 2", "at-least: 0")
                .with("weights: [[1, 0.5]]", "weights: 0")
                .run();
    }

    private static String theory(String theory, String across) {
        return "curve: {title: t, populations: [out], figure: rate, across: " + across + ", theory: " + theory + "}";
    }

    /** Positions of the dots of a picture. */
    private static List<double[]> dots(String svg) {
        return Pattern.compile("class=\"dot\"[^>]* d=\"M([0-9.]+),([0-9.]+)h")
                .matcher(svg)
                .results()
                .map(dot -> new double[] {Double.parseDouble(dot.group(1)), Double.parseDouble(dot.group(2))})
                .toList();
    }

    /** The lines of a picture, each as the positions of its points. */
    private static List<List<double[]>> lines(String svg) {
        return Pattern.compile("class=\"line\"[^>]* d=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map(line -> Pattern.compile("([-0-9.]+),([-0-9.]+)")
                        .matcher(line.group(1))
                        .results()
                        .map(at -> new double[] {Double.parseDouble(at.group(1)), Double.parseDouble(at.group(2))})
                        .toList())
                .toList();
    }

    /** How far a line is above or below a dot, in pixels; infinite where it does not reach. */
    private static double distance(double[] dot, List<double[]> line) {
        double reach = 0.05;
        if (dot[0] < line.get(0)[0] - reach || dot[0] > line.get(line.size() - 1)[0] + reach) {
            return Double.POSITIVE_INFINITY;
        }
        int at = 1;
        while (at < line.size() - 1 && line.get(at)[0] < dot[0]) {
            at++;
        }
        double[] left = line.get(at - 1);
        double[] right = line.get(at);
        double share = right[0] == left[0] ? 0 : (dot[0] - left[0]) / (right[0] - left[0]);
        return Math.abs(left[1] + share * (right[1] - left[1]) - dot[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // With beta 0.5, the threshold is reached after 4, 3, 2 and 1 ticks.
                "beta: 0.5, threshold: 1, bias: [0.55, 0.6, 0.9, 1.2] | rate-of-a-leaky-integrator",
                "beta: 0, threshold: 1, bias: [0.5, 0.9, 1.1, 9] | rate-of-a-leaky-integrator",
                "beta: 1, reset: subtract, threshold: 1, bias: [0.25, 0.5, 0.75, 3] | rate-without-loss"
            })
    void neuronsOfConstantCurrentLieOnTheirTheory(String parameters, String theory) throws Exception {
        String svg = drawn(theory(theory, "{name: I, parameter: bias}"), lif(parameters, 4));

        List<double[]> dots = dots(svg);
        assertEquals(4, dots.size(), svg);
        for (double[] dot : dots) {
            assertEquals(0, distance(dot, lines(svg).get(0)), 0.2, svg);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reset: subtract | rate-of-a-leaky-integrator | a reset to zero at once",
                "reset: value, reset-potential: -1 | rate-of-a-leaky-integrator | a reset to zero at once",
                "rest: 0.1 | rate-of-a-leaky-integrator | a rest of 0",
                "strict: true | rate-of-a-leaky-integrator | spikes at the threshold, not only above it",
                "beta: [0.5, 0.6] | rate-of-a-leaky-integrator | one leak for all neurons",
                "threshold: [1, 2] | rate-of-a-leaky-integrator | one threshold above 0 for all neurons",
                "beta: 1 | rate-without-loss | a reset by subtraction",
                "reset: subtract | rate-without-loss | no leak (beta 1)",
                "reset: subtract, beta: 1, refractory: 2 ms | rate-without-loss | no refractory period"
            })
    void aTheoryIsNotDrawnWhereItDoesNotHold(String parameters, String theory, String expected) throws Exception {
        String all = parameters + (parameters.contains("beta") ? "" : ", beta: 0.5")
                + (parameters.contains("threshold") ? "" : ", threshold: 1") + ", bias: [0.6, 0.9]";
        ScenarioRun run = lif(all, 2);

        InputException e =
                assertThrows(InputException.class, () -> drawn(theory(theory, "{name: I, parameter: bias}"), run));
        assertTrue(e.getMessage().contains("found the theory " + theory), e.getMessage());
        assertTrue(e.getMessage().endsWith("expected " + expected), e.getMessage());
    }

    @Test
    void aTheoryOfTheInputIsNotDrawnOverNumbersOfNeurons() throws Exception {
        ScenarioRun run = lif("beta: 0.5, threshold: 1, bias: [0.55, 0.9]", 2);

        InputException e = assertThrows(
                InputException.class, () -> drawn(theory("rate-of-a-leaky-integrator", "{name: neuron}"), run));
        assertTrue(e.getMessage().contains("expected across: {parameter: bias}"), e.getMessage());
    }

    @Test
    void nothingIsDrawnOfNoPopulationOrNoClip() throws Exception {
        assertTrue(
                refused("pictures: [{membrane: {title: t}}]")
                        .contains("/pictures/0: found no populations, expected at least one"),
                "membrane");
        ScenarioRun run = new TinyScenario(folder.resolve("run")).run();
        for (String picture : List.of(
                "clips: {title: t, population: out}", "map: {title: t, population: out, of: clips, across: a}")) {
            InputException e = assertThrows(InputException.class, () -> drawn(picture, run));
            assertTrue(e.getMessage().contains("/pictures/0: found a scenario that plays no clips"), e.getMessage());
        }
    }

    @Test
    void aLongMembranePotentialIsDrawnInFewSpans() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("duration: 100 ms", "duration: 1100 ms")
                .with("hardware: [loihi]", "hardware: [loihi]\nrecord: {membrane: [out]}")
                .run();

        String svg = drawn("membrane: {title: t, populations: [out], neurons: 1}", run);

        // The potential never changes, so that each span of two ticks is a point.
        assertEquals(550, lines(svg).get(0).size());
    }

    @Test
    void everyPictureBearsTheMark() throws Exception {
        String svg = drawn("spikes: {}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains(GalleryPage.MARK), svg);
    }

    @Test
    void aMapHasACellForEachNeuronAndRun() throws Exception {
        String svg = drawn(
                "map: {title: t, population: out, of: runs, across: a, columns: [only]}",
                new TinyScenario(folder.resolve("run")).run());

        assertEquals(2, count(svg, "fill-opacity"), svg);
        assertTrue(svg.contains("A, only: 2</title>") && svg.contains("B, only: 0</title>"), svg);
    }

    /** A source that fires once, 2 ms after, 8 ms before and 18 ms before the only spikes of its three targets reach the synapse. */
    private ScenarioRun pairs(String weights, int exponent) throws Exception {
        return new TinyScenario(folder.resolve("run"))
                .with(
                        "{name: taps, spikes: taps.csv, size: 1}",
                        "{name: taps, regular: {period: 1 s, phase: 20 ms}, size: 1},"
                                + " {name: early, regular: {period: 1 s, phase: 16 ms}, size: 1},"
                                + " {name: late, regular: {period: 1 s, phase: 26 ms}, size: 1},"
                                + " {name: last, regular: {period: 1 s, phase: 36 ms}, size: 1}")
                .with("size: 2, model", "size: 3, model")
                .with("labels: [A, B]", "labels: [A, B, C]")
                .with("threshold: 1", "threshold: 50")
                .with(
                        "- {from: taps, to: out, weights: [[1, 0.5]]}",
                        "- {from: early, to: out, weights: [[100, 0, 0]]}\n"
                                + "    - {from: late, to: out, weights: [[0, 100, 0]]}\n"
                                + "    - {from: last, to: out, weights: [[0, 0, 100]]}\n"
                                + "    - {from: taps, to: out, weights: " + weights
                                + ", plasticity: {stdp: {largest-weight: 1, learning-rate: 0.1, depression: 1.05,"
                                + " potentiation-exponent: " + exponent + ", depression-exponent: " + exponent
                                + ", potentiation-time-constant: 17 ms, depression-time-constant: 34 ms}}}")
                .with("equals: 2", "equals: 3")
                .run();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void changesOfWeightsLieOnTheRule(int exponent) throws Exception {
        String svg = drawn(WEIGHT_CHANGE, pairs("0.3", exponent));

        List<double[]> dots = dots(svg);
        List<List<double[]>> lines = lines(svg);
        assertEquals(3, dots.size(), svg);
        assertEquals(2, lines.size(), svg);
        assertEquals(0, distance(dots.get(0), lines.get(0)), 0.2, svg);
        assertEquals(0, distance(dots.get(1), lines.get(1)), 0.2, svg);
        assertEquals(0, distance(dots.get(2), lines.get(1)), 0.2, svg);
        assertTrue(svg.contains("at the synapse (with the delay)"), svg);
    }

    @Test
    void oneCurveIsNotThatOfDifferentWeights() throws Exception {
        ScenarioRun run = pairs("[[0.3, 0.4, 0.5]]", 1);

        InputException e = assertThrows(InputException.class, () -> drawn(WEIGHT_CHANGE, run));
        assertTrue(e.getMessage().contains("expected one weight or exponents of 0"), e.getMessage());
    }

    @Test
    void changesOfWeightsNeedSidesThatFireOnce() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("[[1, 0.5]]", "0.5, plasticity: {stdp: {largest-weight: 1}}")
                .with("equals: 2", "at-most: 9")
                .run();

        InputException e = assertThrows(InputException.class, () -> drawn(WEIGHT_CHANGE, run));
        assertTrue(e.getMessage().contains("whose source and target fire once"), e.getMessage());
    }

    @Test
    void energiesAreThoseOfTheDevicesThatCanDoTheWork() throws Exception {
        String svg = drawn("energies: {title: t}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains(">loihi, spiking network</text>") && svg.contains(">always on</text>"), svg);
    }

    @Test
    void decisionsShowWhatWasTakenForWhat() throws Exception {
        String svg = drawn("decisions: {title: t}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains("nothing taken for A: 1</title>"), svg);
    }

    @Test
    void decisionsNeedSome() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("decision: {population: out}\n", "")
                .run();

        InputException e = assertThrows(InputException.class, () -> drawn("decisions: {title: t}", run));
        assertTrue(e.getMessage().contains("/pictures/0: found "), e.getMessage());
    }
}
