package ganglion.report.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.report.gallery.drawing.GalleryRuns;
import ganglion.report.gallery.drawing.GalleryRuns.Kept;
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
import org.xml.sax.InputSource;

/** What a file beside a scenario makes of its pictures. */
class PicturePlanTest {

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

    @Test
    void saysWhatIsWrongWithAPlanAndWhere() {
        String message = refused("""
            papers: [{text: A, doi: 'x) [y](javascript:z)'}]
            pictures:
              - spikes: {populaces: [out], from: 3 Hz}
              - dance: {}
              - curve: {title: t, populations: [out], figure: speed}
            """);

        assertTrue(message.contains("tiny.picture.yaml:1: /papers/0/doi: found"), message);
        assertTrue(message.contains(":3: /pictures/0/spikes/populaces: found the unknown key"), message);
        assertTrue(message.contains("/pictures/0/spikes/from: "), message);
        assertTrue(message.contains(":4: /pictures/1: found \"dance\", expected one of spikes, curve"), message);
        assertTrue(message.contains("found \"speed\", expected one of spikes, rate, first-spike"), message);
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

    @Test
    void neuronsOfConstantCurrentLieOnTheirTheory() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with(
                        "size: 2, model: lif, parameters: {beta: 0, threshold: 1}",
                        "size: 2, model: lif, parameters: {beta: 0.5, threshold: 1, bias: [0.55, 0.9]}")
                .with("equals: 2", "at-least: 2")
                .with("weights: [[1, 0.5]]", "weights: 0")
                .run();

        String svg = drawn(
                "curve: {title: t, populations: [out], figure: rate, across: {name: I, parameter: bias}, theory:"
                        + " rate-of-a-leaky-integrator}",
                run);

        // 0.55: n = 4 ticks (0.55, 0.825, 0.9625, 1.03), 250 Hz; 0.9: n = 2 ticks, 500 Hz, the top of the plot.
        List<String> dots = Pattern.compile("<circle cx=\"[0-9.]+\" cy=\"([0-9.]+)\" r=\"3\"")
                .matcher(svg)
                .results()
                .map(dot -> dot.group(1))
                .toList();
        String points = svg.substring(svg.indexOf("points=\"") + 8, svg.indexOf('"', svg.indexOf("points=\"") + 8));
        String[] curve = points.split(" ");
        assertEquals(dots.get(0), curve[0].split(",")[1], svg);
        assertEquals(dots.get(1), curve[curve.length - 1].split(",")[1], svg);
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
    void changesOfWeightsLieOnTheRule() throws Exception {
        ScenarioRun run = new TinyScenario(folder.resolve("run"))
                .with(
                        "weights: [[1, 0.5]]",
                        "weights: 0.5, plasticity: {stdp: {largest-weight: 1, learning-rate: 0.1, depression: 1,"
                                + " potentiation-exponent: 0, depression-exponent: 0, potentiation-time-constant: 17 ms,"
                                + " depression-time-constant: 34 ms}}")
                .with("equals: 2", "at-most: 9")
                .run();

        InputException e =
                assertThrows(InputException.class, () -> drawn("weight-change: {title: t, from: taps, to: out}", run));
        assertTrue(e.getMessage().contains("whose source and target fire once"), e.getMessage());
    }

    @Test
    void energiesAreThoseOfTheDevicesThatCanDoTheWork() throws Exception {
        String svg = drawn("energies: {title: t}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains(">loihi, spiking network</text>") && svg.contains(">always on</text>"), svg);
    }

    @Test
    void decisionsNeedSome() throws Exception {
        String svg = drawn("decisions: {title: t}", new TinyScenario(folder.resolve("run")).run());

        assertTrue(svg.contains("nothing taken for A: 1</title>"), svg);
    }
}
