package ganglion.scenario.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials of an untrained network on recorded spikes, and requests that do not suit it. */
class TrialsTest {

    private static final String EXPERIMENT = """
        experiment: e
        data:
          training: {kind: spike-lists, path: train}
        %sfeatures: {step: 2 ms, channels: 6, duration: 40 ms}
        network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
        training: {epochs: 1}
        """;

    private static final TrialRequest PLAIN =
            new TrialRequest(List.of(), List.of(), List.of(), OptionalDouble.empty(), 42);

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;
    private SavedClassifier classifier;

    @BeforeEach
    void makeModel() throws IOException, InputException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 2, 1).withSpikeLists("test", 3, 2);
        Classification experiment = (Classification) folder.read(EXPERIMENT.formatted(""));
        Model model =
                Model.create(experiment.network().input(), experiment.network().layers(), 5);
        Path file = folder.resolve("model.zip");
        ModelFiles.write(
                new TrainedModel(
                        model, List.of("high", "low"), experiment.head().document()),
                file);
        classifier = SavedClassifier.read(file);
    }

    private TrialData data(String name) {
        return new TrialData(folder.resolve(name), Optional.empty());
    }

    private String refusal(TrialRequest request) {
        return assertThrows(InputException.class, () -> Trials.of(classifier, data("test"), request))
                .problems()
                .get(0)
                .oneLine();
    }

    @Test
    void triesTheModelOnEverySample() throws InputException {
        Trial trial = Trials.of(classifier, data("test"), PLAIN).run(0);

        assertTrue(trial.line().startsWith("0 dB gain: "), trial.line());
        assertEquals(0, trial.document().get("gainDecibels").asDouble());
        assertTrue(trial.document().get("noiseRatioDecibels").isNull());
        assertFalse(trial.document().has("fragmentSeconds"));
        assertEquals(6, trial.document().get("samples").asInt(), trial.document()::toString);
        assertFalse(trial.tables().isEmpty());
    }

    @Test
    void anExperimentStandsForItsTestSet() throws IOException, InputException {
        folder.write("with.yaml", EXPERIMENT.formatted("  test: {kind: spike-lists, path: test}\n"));
        folder.write("without.yaml", EXPERIMENT.formatted(""));

        assertEquals(6, data("with.yaml").examples(classifier).size());
        InputException refused =
                assertThrows(InputException.class, () -> data("without.yaml").examples(classifier));
        assertTrue(refused.problems().get(0).message().startsWith("found no \"test\""));
    }

    @Test
    void soundIsNotChangedForAModelOfRecordedSpikes() {
        String message = "--gain: found changes of sounds, expected none for a model of recorded spikes";

        assertEquals(
                message, refusal(new TrialRequest(List.of(6.0), List.of(), List.of(), OptionalDouble.empty(), 42)));
        assertEquals(message, refusal(new TrialRequest(List.of(), List.of(), List.of(), OptionalDouble.of(0.1), 42)));
    }

    @Test
    void noiseNeedsARatioAndAFolder() {
        Path noise = folder.resolve("noise");

        assertEquals(
                "--noise: found no --snr, expected the ratio in decibels",
                refusal(new TrialRequest(List.of(), List.of(), List.of(noise), OptionalDouble.empty(), 42)));
        assertEquals(
                "--noise: found " + noise + ", expected a folder with sounds, or \"white\"",
                refusal(new TrialRequest(List.of(), List.of(3.0), List.of(noise), OptionalDouble.empty(), 42)));
    }

    @Test
    void outputsThatSpikesDecideAreNotMoved() {
        InputException refused =
                assertThrows(InputException.class, () -> FittedNetwork.of(classifier, data("test"), PLAIN));

        assertEquals(
                "--fit-threshold: found a model that cannot be moved, expected a classifier with \"read-out:"
                        + " mean-membrane\" that ends in a dense layer with a bias and an integrator for each class",
                refused.problems().get(0).oneLine());
    }

    @Test
    void eachGainIsTriedWithEachNoiseAtEachRatio() {
        TrialRequest request = new TrialRequest(
                List.of(-6.0, 0.0),
                List.of(20.0, 10.0),
                List.of(TrialRequest.WHITE, Path.of("babble")),
                OptionalDouble.of(0.25),
                42);

        List<String> conditions = new ArrayList<>();
        request.conditions().forEach(each -> conditions.add(each.toString()));

        assertEquals(
                List.of(
                        "250 ms, -6 dB gain, white noise at 20 dB",
                        "250 ms, -6 dB gain, white noise at 10 dB",
                        "250 ms, -6 dB gain, noise of babble at 20 dB",
                        "250 ms, -6 dB gain, noise of babble at 10 dB",
                        "250 ms, 0 dB gain, white noise at 20 dB",
                        "250 ms, 0 dB gain, white noise at 10 dB",
                        "250 ms, 0 dB gain, noise of babble at 20 dB",
                        "250 ms, 0 dB gain, noise of babble at 10 dB"),
                conditions);
    }
}
