package ganglion.scenario.experiment.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files around a compiled scenario: recordings, lists of spikes, labels, clock and decision. */
class CompiledFilesTest {

    private static final String SOUNDS = """
            data: {training: {kind: folders, path: notes}}
            features: {%s, frontend: {hop: 10 ms}}
            """;

    private static final String NETWORK = """
            network: {layers: [{kind: dense, outputs: 3}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 1, batch: 3}
            """;

    private static final String DETECTION = """
            task: detection
            data:
              training: {kind: folders, path: notes}
              test: {kind: folders, path: notes}
              mixtures: {training: 4, test: 2, most-notes: 2}
            features: {as: drive, duration: 100 ms}
            network: {layers: [{kind: dense, outputs: 3}, {kind: integrator, beta: 0.9}]}
            training: {epochs: 1}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;
    private Path scenario;

    @BeforeEach
    void writeNotes() throws IOException {
        folder = new ExperimentFolder(temporary);
        scenario = folder.resolve("out/scenario.yaml");
        ToneNotes.write(folder.resolve("notes"), 1, 0.1);
    }

    private SavedClassifier trained(String text) throws IOException, InputException {
        TrainingOutcome outcome = ExperimentRunner.run(
                folder.read("experiment: tones\n" + text),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});
        Path file = folder.resolve("model.zip");
        ModelFiles.write(outcome.model().orElseThrow(), file);
        return SavedClassifier.read(file);
    }

    private SavedClassifier network(String features) throws IOException, InputException {
        return trained(SOUNDS.formatted(features) + NETWORK);
    }

    private CompiledClip clip(String label) {
        return new CompiledClip(folder.resolve("notes").resolve(label).resolve(label + "-0.wav"), label);
    }

    private String text() throws IOException {
        return Files.readString(scenario);
    }

    private List<String> write(SavedClassifier classifier, CompiledClip... clips) throws IOException, InputException {
        return ClassifierCompiler.of(classifier).write(scenario, List.of(clips)).stream()
                .map(file -> folder.resolve("out")
                        .toAbsolutePath()
                        .relativize(file.toAbsolutePath())
                        .toString())
                .toList();
    }

    @Test
    void aRecordingIsCopiedBesideTheScenario() throws IOException, InputException {
        List<String> written = write(network("as: drive, duration: 100 ms"), clip("flute"));

        assertEquals("scenario.yaml", written.get(0));
        assertTrue(written.contains("audio/001-flute-0.wav"), written::toString);
        assertArrayEquals(
                Files.readAllBytes(clip("flute").file()),
                Files.readAllBytes(folder.resolve("out/audio/001-flute-0.wav")));
        assertTrue(text().contains("label: flute"), text());
        assertFalse(text().contains("sweep:"), "one clip needs one run");
    }

    @Test
    void severalRecordingsAreRunsOfASweep() throws IOException, InputException {
        write(network("as: drive, duration: 100 ms"), clip("flute"), clip("bass"));

        Scenario read = ScenarioFiles.read(scenario, ScenarioOverrides.NONE);

        assertTrue(text().contains("/inputs/0/audio: audio/001-flute-0.wav"), text());
        assertTrue(text().contains("/inputs/0/audio: audio/002-bass-0.wav"), text());
        assertTrue(text().contains("/inputs/0/label: bass"), text());
        assertEquals("tones", read.name());
    }

    @Test
    void theFrontEndAndTheFeaturesAreThoseOfTheExperiment() throws IOException, InputException {
        write(network("as: drive-and-cepstrum, coefficients: 5, duration: 100 ms"), clip("flute"));

        assertTrue(text().contains("hop: 10 ms"), text());
        assertTrue(text().contains("features: drive-and-cepstrum"), text());
        assertTrue(text().contains("coefficients: 5"), text());
    }

    @Test
    void theClockCoversTheSampleAndTheDelayOfTheLayers() throws IOException, InputException {
        write(network("as: drive, duration: 100 ms"), clip("flute"));

        assertTrue(text().contains("tick: 10 ms"), text());
        assertTrue(text().contains("duration: 11 ticks"), "10 steps and one layer: " + text());
        assertTrue(text().contains("delay: 1 ticks"), text());
        assertTrue(text().contains("read-out: spike-count"), text());
    }

    @Test
    void detectorsSayHowAClassIsDecided() throws IOException, InputException {
        write(trained(DETECTION), clip("flute"));

        assertTrue(text().contains("A class is there if the mean potential of its output"), text());
        assertTrue(text().contains("read-out: mean-membrane"), text());
    }

    @Test
    void recordedSpikesAreAListForTheUserToFill() throws IOException, InputException {
        folder.withSpikeLists("lists", 2, 1);
        SavedClassifier classifier = trained("""
                data: {training: {kind: spike-lists, path: lists}}
                features: {step: 2 ms, channels: 6, duration: 40 ms}
                network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
                training: {epochs: 1}
                """);

        assertTrue(write(classifier).contains("input.spikes.csv"));
        Path list = folder.resolve("out/input.spikes.csv");
        assertEquals("tick,neuron\n", Files.readString(list));
        Files.writeString(list, "tick,neuron\n1,2\n");
        assertFalse(write(classifier).contains("input.spikes.csv"), "a list that the user filled stays");
        assertEquals("tick,neuron\n1,2\n", Files.readString(list));
    }

    @Test
    void namesOfRecordingsAreNumberedAndSafe() {
        assertEquals(
                "007-a-b-c-.wav",
                ScenarioInputs.numbered(
                        7, new CompiledClip(Path.of("x/a b/c!.wav").resolveSibling("a b&c?.wav"), "")));
        assertEquals("012-käse_1.wav", ScenarioInputs.numbered(12, new CompiledClip(Path.of("käse_1.wav"), "")));
    }
}
