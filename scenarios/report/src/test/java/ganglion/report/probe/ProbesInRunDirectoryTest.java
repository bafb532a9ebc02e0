package ganglion.report.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.table.Matrix;
import ganglion.documents.table.MatrixFiles;
import ganglion.report.probe.ProbeCurves.ThinnedCurves;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbesInRunDirectoryTest {

    private static final String SCENARIO = """
        scenario: probed
        clock: {tick: 1 ms, duration: 1 s}
        inputs: [{name: noise, poisson: {rate: 80 Hz}, size: 20}]
        network:
          populations:
            - name: a
              size: 10
              model: synaptic-lif
              parameters: {time-constant: 20 ms, currents: [{time-constant: 5 ms}]}
          projections:
            - {from: noise, to: a, weights: 0.1, plasticity: {stdp: {largest-weight: 0.2}}}
        record:
          npz: true
          membrane: [a, {population: a, every: 100 ms, neurons: [1, 4]}]
          current: [{population: a, every: 250 ms}]
          weights: {every: 100 ms, from: 99 ms}
          activity: {every: 500 ms, from: 499 ms}
        """;

    @TempDir
    private Path folder;

    private ScenarioRun run() throws Exception {
        Path file = Files.writeString(folder.resolve("probed.yaml"), SCENARIO);
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE),
                new RunSettings(1, 1),
                new RunStorage(Checkpoints.NONE, Optional.of(folder.resolve("recordings"))),
                RunProgress.NONE);
    }

    private Path write(ScenarioRun run) throws Exception {
        RunManifest manifest = new RunManifest("1", List.of("ganglion"), Instant.EPOCH);
        return RunDirectory.write(run, folder.resolve("run"), manifest);
    }

    private static Matrix array(Path file, String name) throws Exception {
        return MatrixFiles.read(file, name, 100_000);
    }

    private static void assertShape(int rows, int columns, Matrix array) {
        assertEquals(List.of(rows, columns), List.of(array.rows(), array.columns()));
    }

    @Test
    void arraysHoldWhatProbesSaw() throws Exception {
        ScenarioRun run = run();
        Path directory = write(run);

        Path npz = directory.resolve("recording.npz");
        Matrix potential = array(npz, "probe-0-potential-a.potential");
        assertShape(10, 2, potential);
        assertEquals(run.result().membranes().get(0).at(300, 4), potential.values()[7]);
        assertArrayEquals(
                new double[] {1, 4}, array(npz, "probe-0-potential-a.neurons").values());
        assertEquals(300, array(npz, "probe-0-potential-a.ticks").values()[3]);
        assertEquals(4, array(npz, "probe-1-current-a.current").rows());
        assertTrue(array(npz, "probe-1-current-a.current").values()[15] > 0);
        assertArrayEquals(
                new double[] {499, 999}, array(npz, "probe-3-activity.ticks").values());
        assertEquals(
                run.result().activity().spikes(),
                array(npz, "probe-3-activity.spikes").values()[1]);
        assertArrayEquals(
                array(directory.resolve("probe-2-weights.npz"), "0-noise-a.weights")
                        .values(),
                array(npz, "probe-2-weights.0-noise-a.weights").values());
    }

    @Test
    void samplesOfWeightsAreArraysThatEndWithTheWeightsOfTheEnd() throws Exception {
        ScenarioRun run = run();
        Path directory = write(run);

        Path npz = directory.resolve("probe-2-weights.npz");
        Matrix weights = array(npz, "0-noise-a.weights");
        assertShape(10, 200, weights);
        double[] end = run.result().weights().get(0).byPosition();
        for (int i = 0; i < 200; i++) {
            assertEquals(end[i], weights.values()[1800 + i]);
            assertEquals(i / 10, array(npz, "0-noise-a.sources").values()[i]);
            assertEquals(i % 10, array(npz, "0-noise-a.targets").values()[i]);
        }
        assertEquals(99, array(npz, "ticks").values()[0]);
        assertFalse(Files.exists(directory.resolve("probe-2-weights.samples")));
        long bytes = Files.size(npz);
        assertTrue(bytes < 8 * (2000 + 400) + 2000, "found " + bytes + " bytes");
        assertTrue(Files.readString(directory.resolve("result.json")).contains("\"probe-2-weights.npz\""));
    }

    @Test
    void theReportHasTheCurvesOfAllProbes() throws Exception {
        ScenarioRun run = run();

        JsonNode figures = new ObjectMapper().readTree(ProbeCurves.of(run).toString());

        assertEquals(
                List.of(
                        "a · membrane potential of single neurons",
                        "a · probe of the membrane potential",
                        "a · probe of the synaptic current",
                        "noise → a · probe of the weights",
                        "noise → a · mean of the weights",
                        "Probe of the activity"),
                figures.findValuesAsText("title"));
        assertEquals("the first 6 of 10 neurons", figures.at("/0/note").asText());
        JsonNode probe = figures.get(1);
        assertEquals("neuron 4", probe.at("/curves/1/name").asText());
        assertEquals(300, probe.at("/ticks/3").asInt());
        assertEquals((float) run.result().membranes().get(0).at(300, 4), (float)
                probe.at("/curves/1/values/3").asDouble());
        JsonNode weights = figures.get(3);
        assertEquals(List.of("lowest", "mean", "highest"), weights.get("curves").findValuesAsText("name"));
        assertEquals(10, weights.at("/curves/2/values").size());
        assertEquals(
                weights.at("/curves/1/values"),
                figures.at("/4/curves/0/values"),
                "a mean whose course is hardly visible between the lowest and the highest is drawn alone, too");
        assertEquals("noise", figures.at("/5/curves/0/name").asText());
        assertEquals("Hz", figures.at("/5/unit").asText());
        assertEquals("[249,749]", figures.at("/5/ticks").toString(), "in the middle of what each rate is a mean of");
        assertTrue(Files.readString(write(run).resolve("report.html")).contains("probe of the weights"));
    }

    /** A first look at tick 0 sees one tick only, whose rate is no mean to be drawn beside the others. */
    @Test
    void ratesAreDrawnBetweenTheLooksThatTheyAreMeansOf() throws Exception {
        Path file = Files.writeString(
                folder.resolve("probed.yaml"), SCENARIO.replace("every: 500 ms, from: 499 ms", "every: 200 ms"));
        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE),
                new RunSettings(1, 1),
                new RunStorage(Checkpoints.NONE, Optional.of(folder.resolve("recordings"))),
                RunProgress.NONE);

        JsonNode figures = new ObjectMapper().readTree(ProbeCurves.of(run).toString());
        JsonNode activity = figures.get(figures.size() - 1);

        assertEquals("[100,300,500,700]", activity.get("ticks").toString());
        assertEquals(
                "mean rate from one look to the next, drawn between them",
                activity.get("note").asText());
    }

    @Test
    void manySamplesLeaveTheirPeaksInTheOrderInWhichTheyCame() throws Exception {
        long[] ticks = new long[60_000];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = 5L * i;
        }
        ThinnedCurves curves = new ThinnedCurves(List.of("c"), ticks);
        for (int i = 0; i < ticks.length; i++) {
            curves.add(i == 30_001 ? 7 : i == 30_003 ? -3 : 1);
        }
        var figure = new ObjectMapper().createObjectNode();
        curves.putInto(figure);

        JsonNode values = figure.at("/curves/0/values");
        assertFalse(figure.get("everyPoint").asBoolean());
        assertEquals(figure.get("ticks").size(), values.size());
        assertTrue(values.size() <= 3000, "found " + values.size());
        int peak = 0;
        while (values.get(peak).asDouble() != 7) {
            peak++;
        }
        assertEquals(-3, values.get(peak + 1).asDouble());
        assertEquals(30_000 * 5, figure.get("ticks").get(peak).asLong(), 5 * 41);
    }
}
