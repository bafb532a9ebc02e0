package ganglion.scenario.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.data.RasterWriter;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.ScenarioRunner;
import ganglion.scenario.run.StoppingProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that go to disk while a run lasts. */
@Tag("slow")
class RecorderTest {

    private static final RunSettings SETTINGS = new RunSettings(7, 2);

    @TempDir
    private Path folder;

    /** Two populations that fire irregularly, and weights that change. */
    private Scenario scenario(String record) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                scenario: recorded
                seed: 3
                clock: {tick: 1 ms, duration: 5 s}
                inputs: [{name: noise, size: 20, poisson: {rate: 20 Hz}}]
                network:
                  populations:
                    - name: a
                      size: 10
                      model: synaptic-lif
                      parameters: {time-constant: 20 ms, currents: [{time-constant: 5 ms}]}
                    - {name: b, size: 5, model: lif, parameters: {time-constant: 20 ms}}
                  projections:
                    - {from: noise, to: a, weights: 0.1, plasticity: {stdp: {largest-weight: 0.2}}}
                    - {from: a, to: b, weights: 0.3, delay: 3 ms}
                record: %s
                """.formatted(record));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private Path recordings(String name) {
        return folder.resolve(name);
    }

    private ScenarioRun run(String record, Checkpoints checkpoints, String name, RunProgress progress)
            throws IOException, InputException {
        RunStorage storage = new RunStorage(checkpoints, Optional.of(recordings(name)));
        return ScenarioRunner.run(scenario(record), SETTINGS, storage, progress);
    }

    private ScenarioRun run(String record) throws IOException, InputException {
        return run(record, Checkpoints.NONE, "recordings", RunProgress.NONE);
    }

    private static List<String> body(ScenarioRun run) throws IOException {
        Map<String, SpikeRaster> rasters = new LinkedHashMap<>();
        for (String name : List.of("noise", "a", "b")) {
            rasters.put(name, run.result().spikesOf(name));
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        RasterWriter.write(new RasterFile(run.clock().tickSeconds(), run.ranTicks(), rasters), text);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("time"))
                .toList();
    }

    @Test
    void streamsTheSpikesThatWouldBeInMemory() throws Exception {
        ScenarioRun inMemory = ScenarioRunner.run(scenario("{spikes: all, stream: true}"), SETTINGS, RunProgress.NONE);

        ScenarioRun streamed = run("{spikes: all, stream: true}");

        assertTrue(streamed.isStreamed());
        assertFalse(inMemory.isStreamed());
        assertEquals(body(inMemory), Files.readAllLines(recordings("recordings").resolve(Recorded.SPIKES)));
        for (int p = 0; p < 3; p++) {
            assertEquals(inMemory.spikeCount(p), streamed.spikeCount(p));
            assertTrue(streamed.spikeCount(p) > 250, "it does fire");
            assertEquals(0, streamed.result().spikes().get(p).size());
        }
        assertEquals(
                inMemory.result().activity().spikes(),
                streamed.result().activity().spikes());
        assertEquals(
                inMemory.result().activity().synapticEvents(),
                streamed.result().activity().synapticEvents());
    }

    @Test
    void streamsOnlyWhatIsToBeKept() throws Exception {
        List<String> all = body(ScenarioRunner.run(scenario("{}"), SETTINGS, RunProgress.NONE));

        ScenarioRun streamed = run("{spikes: [b, {population: a, neurons: [9, 2]}], stream: true}");

        assertEquals(
                all.stream()
                        .filter(row -> row.contains(",b,") || row.endsWith(",a,2") || row.endsWith(",a,9"))
                        .toList(),
                Files.readAllLines(recordings("recordings").resolve(Recorded.SPIKES)));
        assertTrue(streamed.spikeCount(0) > 0, "what is not kept is counted all the same");
    }

    @Test
    void samplesPotentialsAtTheTicksAskedFor() throws Exception {
        ScenarioRun run =
                run("{membrane: [a, {population: a, every: 7 ms, from: 100 ms, until: 1 s, neurons: [1, 4]}]}");

        List<String> expected = new ArrayList<>(List.of("time_s,tick,neuron,potential"));
        for (int tick = 100; tick < 1000; tick += 7) {
            String time =
                    java.math.BigDecimal.valueOf(tick, 3).stripTrailingZeros().toPlainString();
            for (int neuron : new int[] {1, 4}) {
                expected.add(time + "," + tick + "," + neuron + ","
                        + run.result().membranes().get(0).at(tick, neuron));
            }
        }
        assertEquals(expected, Files.readAllLines(recordings("recordings").resolve("probe-0-potential-a.csv")));
        assertFalse(run.isStreamed());
        assertTrue(run.result().spikesOf("b").size() > 0, "spikes stay in memory");
    }

    @Test
    void countsSpikesAndRates() throws Exception {
        ScenarioRun run = run("{activity: {every: 125 ms, from: 124 ms}}");

        List<String> rows = Files.readAllLines(recordings("recordings").resolve("probe-0-activity.csv"));
        assertEquals(
                "time_s,tick,synaptic_events,spikes,noise_spikes,noise_hz,a_spikes,a_hz,b_spikes,b_hz", rows.get(0));
        assertEquals(41, rows.size());
        SpikeRaster b = run.result().spikesOf("b");
        for (int bin = 0; bin < 40; bin++) {
            String[] fields = rows.get(bin + 1).split(",");
            int until = 125 * (bin + 1);
            assertEquals(until - 1, Integer.parseInt(fields[1]));
            assertEquals(b.firstIndexAt(until), Integer.parseInt(fields[8]));
            assertEquals(
                    (b.firstIndexAt(until) - b.firstIndexAt(until - 125)) / 5.0 / 0.125,
                    Double.parseDouble(fields[9]),
                    1e-9);
        }
        String[] last = rows.get(40).split(",");
        assertEquals(run.result().activity().synapticEvents(), Long.parseLong(last[2]));
        assertEquals(run.result().activity().spikes(), Long.parseLong(last[3]));
    }

    @Test
    void followsWeights() throws Exception {
        ScenarioRun run = run("{weights: {every: 1250 ms, from: 1249 ms}}");

        WeightSamples samples =
                new WeightSamples(recordings("recordings").resolve("probe-0-weights.samples"), run.network());
        assertArrayEquals(new long[] {1249, 2499, 3749, 4999}, samples.ticks());
        assertEquals(1, samples.series().size());
        double[] end = run.result().weights().get(0).byPosition();
        assertEquals(200, end.length);
        double[] first = new double[200];
        try (WeightSamples.Reader reader = samples.reader(samples.series().get(0))) {
            for (int i = 0; i < 800; i++) {
                double weight = reader.next();
                if (i < 200) {
                    first[i] = weight;
                } else if (i >= 600) {
                    assertEquals(end[i - 600], weight);
                }
            }
        }
        assertFalse(Arrays.equals(first, end), "they do change");
    }

    @Test
    void followsWhatSynapsesHaveOfTheirOwn() throws Exception {
        Path file = scenario("{weights: {every: 1 s, from: 999 ms}}").file();
        Files.writeString(
                file,
                Files.readString(file).replace("{stdp: {largest-weight: 0.2}}", "{reward-stdp: {}}, modulator: b"));
        RunStorage storage = new RunStorage(Checkpoints.NONE, Optional.of(recordings("own")));
        ScenarioRun run = ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), SETTINGS, storage, RunProgress.NONE);

        WeightSamples samples = new WeightSamples(recordings("own").resolve("probe-0-weights.samples"), run.network());
        assertEquals(
                List.of("weights", "c"),
                samples.series().stream().map(WeightSamples.Series::name).toList());
        assertArrayEquals(new long[] {999, 1999, 2999, 3999, 4999}, samples.ticks());
        double[][] last = new double[2][200];
        for (int series = 0; series < 2; series++) {
            try (WeightSamples.Reader reader = samples.reader(samples.series().get(series))) {
                for (int i = 0; i < 5 * 200; i++) {
                    last[series][i % 200] = reader.next();
                }
            }
        }
        assertArrayEquals(run.result().weights().get(0).byPosition(), last[0]);
        assertTrue(Arrays.stream(last[1]).allMatch(c -> c != 0 && Math.abs(c) < 1), Arrays.toString(last[1]));
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var list = Files.list(recordings(name))) {
            for (Path file : list.toList()) {
                if (!file.endsWith("counts.rows")) {
                    files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWithTheSameFilesFromACheckpoint(boolean stream) throws Exception {
        String record = "{stream: " + stream + ", membrane: [{population: b, every: 13 ms}], current: [{population: a,"
                + " every: 1 s, sample: 3}], weights: {every: 3 s}, activity: {every: 70"
                + " ms}}";
        Path checkpoint = folder.resolve("checkpoint");
        Checkpoints saving = new Checkpoints(Optional.empty(), Optional.of(checkpoint), 1e9);
        Checkpoints resuming = new Checkpoints(Optional.of(checkpoint), Optional.empty(), 1e9);

        ScenarioRun whole = run(record, Checkpoints.NONE, "whole", RunProgress.NONE);
        ScenarioRun first = run(record, saving, "parts", new StoppingProgress(0.4));
        // What a process that was killed may have written after its last checkpoint.
        Path potentials = recordings("parts").resolve("probe-0-potential-b.csv");
        Files.writeString(potentials, Files.readString(potentials) + "4.5,4500,0,0.25\n4.");
        Path samples = recordings("parts").resolve("probe-2-weights.samples");
        assertTrue(Files.size(samples) > 0);
        Files.write(samples, new byte[] {0, 0, 0, 0, 0, 0, 0x40}, StandardOpenOption.APPEND);
        ScenarioRun second = run(record, resuming, "parts", RunProgress.NONE);

        assertFalse(first.complete());
        assertTrue(second.complete());
        assertEquals(files("whole"), files("parts"));
        assertEquals(whole.result().spikes(), second.result().spikes());
        assertEquals(
                whole.result().activity().spikes(), second.result().activity().spikes());
        for (int p = 0; p < 3; p++) {
            assertEquals(whole.spikeCount(p), second.spikeCount(p));
        }
    }

    @Test
    void refusesToGoOnWithoutWhatWasRecorded() throws Exception {
        Path checkpoint = folder.resolve("checkpoint");
        Checkpoints saving = new Checkpoints(Optional.empty(), Optional.of(checkpoint), 1e9);
        run("{stream: true}", saving, "first", new StoppingProgress(0.4));

        Checkpoints resuming = new Checkpoints(Optional.of(checkpoint), Optional.empty(), 1e9);
        InputException refused =
                assertThrows(InputException.class, () -> run("{stream: true}", resuming, "second", RunProgress.NONE));

        assertEquals(
                recordings("second") + ": found no recording that goes with the checkpoint, expected it there",
                refused.problems().get(0).oneLine());
    }

    @Test
    void refusesAProbeOfWeightsThatNeverChange() throws Exception {
        Path file = folder.resolve("s.yaml");
        scenario("{weights: {every: 1 s}}");
        String fixed = Files.readString(file).replace(", plasticity: {stdp: {largest-weight: 0.2}}", "");
        Files.writeString(file, fixed);

        InputException refused =
                assertThrows(InputException.class, () -> ScenarioFiles.read(file, ScenarioOverrides.NONE));

        assertTrue(
                refused.getMessage()
                        .contains("/record/weights: found a probe of weights, but no projection with \"plasticity\","
                                + " so that none changes"),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {membrane: [{population: a, neurons: [10]}]}     | found neuron 10, expected 0 to 9
            {membrane: [{population: a, neurons: [1], sample: 2}]} | found a key that does not go with "neurons"
            {membrane: [{population: noise}]}                | found the input "noise", expected a population
            {current: [{population: b}]}                     | found a population of model lif, which has no synaptic currents
            {states: [{population: a, state: w}]}            | found a population of model synaptic-lif, which has no state w, expected one of current
            {weights: {}}                                    | found no "every", which is required
            {activity: {every: 0 s}}                         | found no ticks, expected at least 1
            {activity: {every: 0.3 ms}}                      | expected a multiple of the tick of 1 ms
            {spikes: [a, {population: a, sample: 2}, {population: a, sample: 3}]} | found the population a second time
            {spikes: [{sample: 2}]}                          | found no "population", which is required
            {stream: yes please}                             | found "yes please", expected true or false
            """)
    void saysWhatIsWrongWithARecording(String record, String message) {
        InputException refused = assertThrows(InputException.class, () -> scenario(record));

        assertTrue(refused.getMessage().contains(message), refused::getMessage);
        assertEquals(15, refused.problems().get(0).line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            states: [{population: nobody, state: w}]         | found "nobody", expected the name of a population
            states: [{population: b, state: w, every: 1 mV}] | found "1 mV", expected a time
            """)
    void saysOnceWhatIsWrongWithAProbeOfAState(String record, String message) {
        InputException refused = assertThrows(InputException.class, () -> scenario("{" + record + "}"));

        assertEquals(1, refused.problems().size(), refused::getMessage);
        assertTrue(refused.getMessage().contains(message), refused::getMessage);
    }

    @Test
    void saysNothingOfTheStatesOfAModelThatIsRefused() throws Exception {
        Path file = folder.resolve("s.yaml");
        scenario("{states: [{population: a, state: current}]}");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("inputs:", "models: {own: {equations: dv/dt = x/ms, threshold: v > 1}}\ninputs:")
                        .replace("model: lif, parameters: {time-constant: 20 ms}", "model: own")
                        .replace("population: a, state: current", "population: b, state: w"));

        InputException refused =
                assertThrows(InputException.class, () -> ScenarioFiles.read(file, ScenarioOverrides.NONE));

        assertEquals(1, refused.problems().size(), refused::getMessage);
        assertEquals("/models/own/equations", refused.problems().get(0).pointer());
    }

    @Test
    void refusesToStreamWhatIsLookedAtAfterwards() throws IOException {
        InputException refused = assertThrows(
                InputException.class,
                () -> scenario("{stream: true}\nhardware: [loihi]\nexpect: [{spikes: {population: a}, at-least: 1}]"));

        assertEquals(2, refused.problems().size());
        assertTrue(refused.problems().get(0).message().contains("beside hardware"), refused::getMessage);
        assertEquals("/expect/0", refused.problems().get(1).pointer());
    }
}
