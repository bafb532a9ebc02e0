package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.Spectrogram;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.documents.InputException;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.clip.Tones;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets as the input of a run: samples of labelled spikes, folders of recordings, and sound as currents. */
class DataSetRunTest {

    @TempDir
    private Path folder;

    private ScenarioRun run(String text) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return ScenarioRunner.run(
                ScenarioFiles.read(file, ScenarioOverrides.NONE), new RunSettings(1000, 1), RunProgress.NONE);
    }

    private void copySamples() throws IOException {
        try (InputStream in = DataSetRunTest.class.getResourceAsStream("/spikes/shd.h5")) {
            Files.copy(in, folder.resolve("shd.h5"));
        }
    }

    private static String samples(String input, String rest) {
        return """
                scenario: samples
                clock: {tick: 1 ms}
                inputs: [{name: ear, spikes: shd.h5, size: 700, samples: {%s}}]
                network:
                  populations: [{name: out, size: 20, model: lif, parameters: {beta: 0.5}}]
                  projections: [{from: ear, to: out, connectivity: synapses.csv}]
                decision: {population: out, margin: 2 ms}
                %s
                """.formatted(input, rest);
    }

    private static List<String> described(List<Decision> decisions) {
        return decisions.stream()
                .map(it -> it.file() + " " + it.label() + " " + it.fromTick() + "-" + it.untilTick() + " " + it.winner()
                        + " " + it.correct())
                .toList();
    }

    /** Sample 0 has spikes of units 5, 699 and 0 up to 250 ms, sample 1 one of unit 3 at 500 ms, sample 2 none. */
    @Test
    void samplesAreDecidedOneAfterTheOther() throws Exception {
        copySamples();
        Files.writeString(folder.resolve("synapses.csv"), "source,target,weight\n5,0,1\n699,0,1\n3,0,1\n");

        ScenarioRun run = run(samples("", "").replace("size: 700,", "size: 700, gap: 10 ms,"));

        assertEquals(
                List.of("shd.h5#0 7 0-253 0 false", "shd.h5#1 0 261-764 0 true", "shd.h5#2 19 772-775  false"),
                described(run.decisions()));
        assertEquals(
                SpikeRaster.builder(700)
                        .add(0, 5)
                        .add(1, 699)
                        .add(250, 0)
                        .add(761, 3)
                        .build(),
                run.result().spikesOf("ear"));
        assertEquals(775, run.ticks());
    }

    @Test
    void someSamplesAreChosenAndCut() throws Exception {
        copySamples();
        Files.writeString(folder.resolve("synapses.csv"), "source,target,weight\n3,0,1\n");
        String text = samples("first: 1, count: 1", "expect: [{decisions: accuracy, equals: 1}]")
                .replace("size: 700,", "size: 700, clip-duration: 600 ms,");

        ScenarioRun whole = run(text);
        ScenarioRun cut = run(text.replace("600 ms", "400 ms"));

        assertEquals(List.of("shd.h5#1 0 0-503 0 true"), described(whole.decisions()));
        assertTrue(whole.passed());
        assertEquals(List.of("shd.h5#1 0 0-402  false"), described(cut.decisions()));
        assertEquals(0, cut.result().spikesOf("ear").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first: 3     | s.yaml:3: /inputs/0/samples: found 3 samples, expected more than 3
            count: 0     | s.yaml:3: /inputs/0/samples/count: found 0, expected at least 1
            last: 3      | s.yaml:3: /inputs/0/samples/last: found the unknown key "last"
            """)
    void saysWhichSamplesThereAreNot(String chosen, String problem) throws IOException {
        copySamples();
        Files.writeString(folder.resolve("synapses.csv"), "source,target,weight\n3,1,1\n");

        InputException refusal = assertThrows(InputException.class, () -> run(samples(chosen, "")));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @Test
    void namesTheSampleThatDoesNotFit() throws IOException {
        copySamples();
        Files.writeString(folder.resolve("synapses.csv"), "source,target,weight\n3,1,1\n");

        InputException refusal = assertThrows(
                InputException.class,
                () -> run(samples("", "").replace("size: 700", "size: 100").replace(", margin: 2 ms", "")));

        assertTrue(
                refusal.getMessage()
                        .contains("/inputs/0/spikes: shd.h5: sample 0: spike 1: found neuron 699, expected 0 to 99"),
                refusal.getMessage());
    }

    private static String sounds(String input) {
        return """
                scenario: sounds
                clock: {tick: 2 ms}
                inputs: [{name: ear, frontend: {mel-bands: 8}, %s}]
                network:
                  populations: [{name: out, size: 2, model: lif, parameters: {beta: 0.5}, labels: [high, low]}]
                  projections: [{from: ear, to: out, weights: [[0, 1], [0, 1], [0, 1], [0, 1], [1, 0], [1, 0], [1, 0], [1, 0]]}]
                decision: {population: out, margin: 2 ms}
                """.formatted(input);
    }

    @Test
    void theFolderOfARecordingIsItsLabel() throws Exception {
        Files.createDirectories(folder.resolve("tones/low"));
        Files.createDirectories(folder.resolve("tones/high"));
        Tones.write(folder.resolve("tones/low/a.wav"), 300, 0.1);
        Tones.write(folder.resolve("tones/low/b.wav"), 400, 0.1);
        Tones.write(folder.resolve("tones/high/c.wav"), 6000, 0.1);

        ScenarioRun all = run(sounds("folder: {path: tones, labels: folders}, gap: 2 ms"));
        ScenarioRun last = run(sounds("folder: {path: tones, labels: folders, first: 2}"));

        assertEquals(
                List.of(
                        "tones/high/c.wav high 0-51 high true",
                        "tones/low/a.wav low 51-102 low true",
                        "tones/low/b.wav low 102-153 low true"),
                described(all.decisions()));
        assertEquals(List.of("tones/low/b.wav low 0-51 low true"), described(last.decisions()));
    }

    @Test
    void aTableSaysWhatRecordingsAre() throws Exception {
        Files.createDirectories(folder.resolve("notes/deep"));
        Tones.write(folder.resolve("notes/a.wav"), 300, 0.1);
        Tones.write(folder.resolve("notes/deep/b.wav"), 6000, 0.1);
        Files.writeString(folder.resolve("notes/chosen.csv"), "file,label,group\ndeep/b.wav,high,one\na.wav,low,two\n");

        ScenarioRun run = run(sounds("table: notes/chosen.csv, gap: 2 ms"));

        assertEquals(
                List.of("notes/deep/b.wav high 0-51 high true", "notes/a.wav low 51-102 low true"),
                described(run.decisions()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file,label;a.wav,low     | /inputs/0/table: found "notes/a.wav", but there is no such file
            file,label;../../a.wav,x | /inputs/0/table: found "notes/../../a.wav", which leaves the folder of this file
            file,label                | /inputs/0/table: notes/chosen.csv: found no recordings, expected at least one
            file,tag;a.wav,low       | /inputs/0/table: notes/chosen.csv: line 1: found
            """)
    void aTableThatCannotBeHeardIsRefused(String table, String problem) throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes/chosen.csv"), table.replace(";", "\n") + "\n");

        InputException refusal = assertThrows(InputException.class, () -> run(sounds("table: notes/chosen.csv")));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @Test
    void aTableThatIsNotThereIsToldOnce() {
        InputException refusal = assertThrows(InputException.class, () -> run(sounds("table: none.csv")));

        assertEquals(1, refusal.problems().size(), refusal.getMessage());
        assertTrue(
                refusal.getMessage().contains("found \"none.csv\", but there is no such file"), refusal.getMessage());
    }

    @Test
    void anAttributeOfNsynthIsALabel() throws Exception {
        Files.createDirectories(folder.resolve("nsynth/audio"));
        Tones.write(folder.resolve("nsynth/audio/x.wav"), 300, 0.1);
        Files.writeString(folder.resolve("nsynth/examples.json"), "{\"x\": {\"pitch\": 62, \"family\": \"low\"}}");

        ScenarioRun run = run(sounds("folder: {path: nsynth, labels: family}"));

        assertEquals(List.of("nsynth/audio/x.wav low 0-51 low true"), described(run.decisions()));
        InputException refusal =
                assertThrows(InputException.class, () -> run(sounds("folder: {path: nsynth, labels: timbre}")));
        assertTrue(
                refusal.getMessage()
                        .contains("/inputs/0/folder/path: nsynth/examples.json: line 1: 'x' lacks the attribute"
                                + " 'timbre'"),
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            folder: {path: none}            | /inputs/0/folder/path: found "none", but there is no such folder
            folder: {path: empty}           | /inputs/0/folder/path: empty: found no sounds, expected 1 to
            folder: {path: ../..}           | /inputs/0/folder/path: found "../..", which leaves the folder of this file
            folder: {path: empty}, size: 3  | /inputs/0
            """)
    void aFolderWithoutSoundsIsRefused(String input, String problem) throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        InputException refusal = assertThrows(InputException.class, () -> run(sounds(input)));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folder: {path: tones, labels: folders}",
                "folder: {path: tones}",
                "folder: {path: nsynth, labels: family}"
            })
    void aLinkInAFolderMayNotFetchASoundFromElsewhere(String input, @TempDir Path elsewhere) throws Exception {
        Tones.write(elsewhere.resolve("secret.wav"), 300, 0.1);
        Files.createDirectories(folder.resolve("tones/low"));
        Files.createDirectories(folder.resolve("nsynth/audio"));
        Files.writeString(folder.resolve("nsynth/examples.json"), "{\"x\": {\"family\": \"low\"}}");
        Files.createSymbolicLink(folder.resolve("tones/low/x.wav"), elsewhere.resolve("secret.wav"));
        Files.createSymbolicLink(folder.resolve("nsynth/audio/x.wav"), elsewhere.resolve("secret.wav"));

        InputException refusal = assertThrows(InputException.class, () -> run(sounds(input)));

        assertTrue(
                refusal.getMessage().contains("x.wav\", which leaves the folder of this file by a symbolic link"),
                refusal.getMessage());
    }

    /** A leak of a half towards the weighted drive of the tick before, as a plain loop has it. */
    @Test
    void bandsDriveNeuronsByCurrents() throws Exception {
        Tones.write(folder.resolve("low.wav"), 300, 0.1);
        Tones.write(folder.resolve("high.wav"), 6000, 0.1);
        String text = """
                scenario: currents
                clock: {tick: 2 ms}
                inputs:
                  - {name: ear, frontend: {mel-bands: 2}, clips: [{audio: low.wav}, {audio: high.wav}], gap: 6 ms, encoder: {currents: {}}}
                network:
                  populations: [{name: out, size: 3, model: lif, parameters: {beta: 0.5, threshold: 100}}]
                  projections: [{from: ear, to: out, weights: [[1, 0.5, 0], [0, -0.25, 2]], delay: 2 ticks}]
                record: {membrane: [out]}
                """;

        ScenarioRun run = run(text);

        double[][] weights = {{1, 0.5, 0}, {0, -0.25, 2}};
        MembraneTrace trace = run.result().membranes().get(0);
        double[] potential = new double[3];
        for (int tick = 0; tick < run.ticks(); tick++) {
            double[] drive = drive(run, tick - 2);
            for (int neuron = 0; neuron < 3; neuron++) {
                potential[neuron] = 0.5 * potential[neuron]
                        + ((float) drive[0] * weights[0][neuron] + (float) drive[1] * weights[1][neuron]);
                assertEquals(potential[neuron], trace.at(tick, neuron), "tick " + tick + ", neuron " + neuron);
            }
        }
        assertEquals(0, run.result().spikesOf("ear").size());
        double highest = 0;
        for (double value : trace.potentials()) {
            highest = Math.max(highest, value);
        }
        assertTrue(highest > 0.5, "something flows: " + highest);
    }

    /** An integrator sums rows of expression, of which each is of four frames: 0.2 s are 20 frames and 5 ticks. */
    @Test
    void severalFramesMakeATickOfExpression() throws Exception {
        Tones.write(folder.resolve("tone.wav"), 300, 0.2);
        String text = """
                scenario: expression
                clock: {tick: 40 ms}
                inputs:
                  - name: ear
                    frontend: {mel-bands: 8, hop: 10 ms}
                    clips: [{audio: tone.wav}, {audio: tone.wav}]
                    gap: 80 ms
                    encoder: {currents: {features: expression, frames-per-tick: 4}}
                network:
                  populations: [{name: out, size: 1, model: leaky-integrator, parameters: {beta: 0}}]
                  projections: [{from: ear, to: out, weights: 1}]
                record: {membrane: [out]}
                """;

        ScenarioRun run = run(text);

        Clip second = run.clips().get(1);
        assertEquals(7, second.fromTick());
        assertEquals(12, second.untilTick());
        assertEquals(11, second.tickOf(19));
        CurrentInjection numbers = new CurrentInjection(false, Optional.empty(), 0, true, 4);
        float[][] rows = FeatureRows.of(second.output(), numbers, 5);
        MembraneTrace trace = run.result().membranes().get(0);
        for (int row = 0; row < 4; row++) {
            double sum = 0;
            for (float value : rows[row]) {
                sum += value;
            }
            assertEquals(sum, trace.at(7 + row + 1, 0), 1e-9, "row " + row);
        }
        assertTrue(trace.at(11, 0) > 0.1, "something flows");
        assertEquals(0, trace.at(7, 0), "nothing flows between clips");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            features: expression, frames-per-tick: 2 | found a hop of 0.01 s, expected 1/2 of the clock's tick of 40 ms
            features: drive, frames-per-tick: 4      | found 4 frames for each row, expected 1, as there is neither a contour nor
            features: loudness                       | found "loudness", expected one of
            features: contour, contour: {range-db: 0} | /contour/range-db: found 0, expected at least 1
            """)
    void currentsThatCannotFlowAreRefused(String currents, String problem) throws IOException {
        String text = currents("record: {spikes: all}")
                .replace("currents: {}", "currents: {" + currents + "}")
                .replace("{mel-bands: 2}", "{mel-bands: 2, hop: 10 ms}")
                .replace("tick: 2 ms", "tick: 40 ms");

        InputException refusal = assertThrows(InputException.class, () -> run(text));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    private static double[] drive(ScenarioRun run, long tick) {
        for (Clip clip : run.clips()) {
            if (tick >= clip.fromTick() && tick < clip.untilTick()) {
                Spectrogram drive = clip.output().drive();
                return drive.frame((int) (tick - clip.fromTick()));
            }
        }
        return new double[2];
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {stdp: {largest-weight: 1}}        | found plasticity, which needs spikes, but ear is currents
        {reward-stdp: {}}, modulator: ear  | found the modulator ear, which is currents, expected spikes
        """)
    void currentsDoNotLearn(String plasticity, String problem) throws IOException {
        String text = currents("record: {spikes: all}").replace("weights: 1", "weights: 1, plasticity: " + plasticity);

        InputException refusal = assertThrows(InputException.class, () -> run(text));

        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
    }

    private String currents(String last) throws IOException {
        Tones.write(folder.resolve("low.wav"), 300, 0.1);
        return """
                scenario: currents
                clock: {tick: 2 ms}
                inputs: [{name: ear, frontend: {mel-bands: 2}, audio: low.wav, encoder: {currents: {}}}]
                network:
                  populations: [{name: out, size: 3, model: lif, parameters: {beta: 0.5}}]
                  projections: [{from: ear, to: out, weights: 1}]
                """ + last + "\n";
    }
}
