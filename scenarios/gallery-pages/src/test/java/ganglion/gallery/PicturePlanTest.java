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
                "pictures: [{map: {title: t, population: out, of: speeds, across: a}}] | found \"speeds\", expected one of runs, clips",
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

    @Test
    void nothingIsDrawnOfNoPopulationOrNoClip() throws Exception {
        assertTrue(
                refused("pictures: [{membrane: {title: t}}]")
                        .contains("/pictures/0: found no populations, expected at least one"),
                "membrane");
        ScenarioRun run = new TinyScenario(folder.resolve("run")).run();
        String picture = "map: {title: t, population: out, of: clips, across: a}";
        InputException e = assertThrows(InputException.class, () -> drawn(picture, run));
        assertTrue(e.getMessage().contains("/pictures/0: found a scenario that plays no clips"), e.getMessage());
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
    void decisionsShowWhatWasTakenForWhat() throws Exception {
        String svg = drawn("decisions: {title: t}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains("nothing taken for A: 1</title>"), svg);
    }

    @Test
    void energiesHaveAMarkForEachDeviceAndBoundary() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("hardware: [loihi]", "hardware: [stm32u575]")
                .run();

        String svg = drawn("energies: {title: t}", run);

        assertEquals(2, dots(svg).size() + count(svg, "class=\"square\""), svg);
        assertTrue(svg.contains(">stm32u575, "), svg);
    }

    @Test
    void energiesNeedADevice() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("hardware: [loihi]\n", "")
                .run();

        InputException e = assertThrows(InputException.class, () -> drawn("energies: {title: t}", run));
        assertTrue(e.getMessage().contains("found no device that keeps pace"), e.getMessage());
    }

    @Test
    void decisionsNeedSome() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with("decision: {population: out}\n", "")
                .run();

        InputException e = assertThrows(InputException.class, () -> drawn("decisions: {title: t}", run));
        assertTrue(e.getMessage().contains("/pictures/0: found "), e.getMessage());
    }

    @Test
    void aCurveHasTheRateOfEachNeuron() throws Exception {
        String svg = drawn(
                "curve: {title: t, populations: [out], across: {name: a, values: [1, 3]}}",
                new TinyScenario(folder.resolve("run")).run());

        assertEquals(2, lines(svg).get(0).size(), svg);
        // A fires twice in 100 ms, B never.
        assertTrue(svg.contains("20 Hz"), svg);
    }

    /** A source that fires once, 2 ms after and 8 ms before the only spikes of its two targets reach the synapse. */
    @Test
    void changesOfWeightsAreThoseOfTheRule() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with(
                        "{name: taps, spikes: taps.csv, size: 1}",
                        "{name: taps, regular: {period: 1 s, phase: 20 ms}, size: 1},"
                                + " {name: early, regular: {period: 1 s, phase: 16 ms}, size: 1},"
                                + " {name: late, regular: {period: 1 s, phase: 26 ms}, size: 1}")
                .with("threshold: 1", "threshold: 50")
                .with(
                        "- {from: taps, to: out, weights: [[1, 0.5]]}",
                        "- {from: early, to: out, weights: [[100, 0]]}\n"
                                + "    - {from: late, to: out, weights: [[0, 100]]}\n"
                                + "    - {from: taps, to: out, weights: 0.3, plasticity: {stdp: {largest-weight: 1}}}")
                .run();

        String svg = drawn(WEIGHT_CHANGE, run);

        List<double[]> dots = dots(svg);
        assertEquals(2, dots.size(), svg);
        assertTrue(dots.get(0)[0] < dots.get(1)[0] && dots.get(0)[1] > dots.get(1)[1], svg);
        assertTrue(svg.contains("at the synapse (with the delay)"), svg);
    }
}
