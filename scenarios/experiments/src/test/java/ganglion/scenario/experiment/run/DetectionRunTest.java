package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.data.MixtureSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors learn from mixtures of three tones. */
class DetectionRunTest {

    private static final String TEXT = """
        experiment: tones
        task: detection
        seed: 3
        data:
          training: {kind: folders, path: notes}
          test: {kind: folders, path: notes}
          mixtures: {training: 24, test: 10, most-notes: 2}
        features: {as: drive, duration: 100 ms}
        network:
          layers:
            - {kind: dense, outputs: 3}
            - {kind: integrator, beta: 0.9}
        training: {epochs: 3, batch: 8, optimiser: {kind: adam, learning-rate: 0.02}}
        """;

    private static final TrainingSettings ALONE = new TrainingSettings(1, Optional.empty(), Optional.empty());

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void writeNotes() throws IOException {
        folder = new ExperimentFolder(temporary);
        ToneNotes.write(folder.resolve("notes"), 2, 0.1);
    }

    /** Collects lines, and asks to stop after a number of epochs. */
    private static final class Lines implements TrainingProgress {

        private final int epochs;
        private final List<String> lines = new ArrayList<>();
        private final List<String> phases = new ArrayList<>();

        Lines(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public void advanced(String phase, double fraction) {
            assertTrue(fraction >= 0 && fraction <= 1, phase);
            phases.add(phase);
        }

        @Override
        public void epochDone(String line) {
            lines.add(line);
        }

        @Override
        public boolean stopRequested() {
            return lines.size() >= epochs;
        }
    }

    private TrainingOutcome run(String text, TrainingSettings settings, TrainingProgress progress)
            throws IOException, InputException {
        return ExperimentRunner.run(folder.read(text), settings, progress);
    }

    private TrainingOutcome run(String text) throws IOException, InputException {
        return run(text, ALONE, new TrainingProgress() {});
    }

    @Test
    void detectorsAreTriedUnderDisturbances() throws IOException, InputException {
        String robustness =
                "robustness: [{kind: noise, ratio-db: [60, -60], least-macro-f1: 0.99}, {kind: gain, gain-db: [-6]}]\n";

        TrainingOutcome outcome = run(TEXT + robustness);

        JsonNode each = outcome.result().at("/robustness/disturbances");
        assertEquals(3, each.size());
        assertEquals("white noise, 60 dB", each.at("/0/disturbance").asText());
        assertEquals(10, each.at("/0/samples").asInt());
        assertTrue(each.at("/0/macroF1Interval/0").asDouble()
                <= each.at("/0/macroF1").asDouble());
        assertTrue(each.at("/0/macroF1Interval/1").asDouble()
                >= each.at("/0/macroF1").asDouble());
        assertTrue(each.at("/0").has("linearBaselineMacroF1"));
        assertFalse(each.at("/1/holds").asBoolean(true), "noise a million times as strong as the notes");
        assertFalse(each.at("/2").has("holds"), "nothing is expected");
        RobustnessFigures figures = RobustnessFigures.in(outcome.result());
        ObjectNode again = JsonNodeFactory.instance.objectNode();
        figures.putInto(again);
        assertEquals(outcome.result().get("robustness"), again.get("robustness"), "read back from a result");
        assertTrue(RobustnessFigures.isMissed(outcome.result()));
        assertTrue(outcome.tables().stream()
                .anyMatch(table -> table.header().contains("linear baseline")
                        && table.header().contains("macro F1")));
        assertTrue(outcome.charts().stream()
                .anyMatch(chart -> chart.title().equals("Macro F1, disturbed by white noise")));
        assertEquals(
                run(TEXT).result().get("trials"), outcome.result().get("trials"), "nothing changes in the training");
    }

    @Test
    void detectorsAndTheBaselineAreEvaluated() throws IOException, InputException {
        Lines lines = new Lines(100);

        TrainingOutcome outcome = run(TEXT, ALONE, lines);

        JsonNode result = outcome.result();
        assertEquals("[\"bass\",\"flute\",\"piccolo\"]", result.at("/classes").toString());
        assertEquals("clean", result.at("/trials/0/conditions").asText());
        for (String model : List.of("detectors", "linearBaseline")) {
            JsonNode scores = result.at("/trials/0/" + model);
            assertEquals(10, scores.path("samples").asInt());
            assertEquals(3, scores.path("byClass").size());
            assertTrue(scores.path("macroF1").asDouble() > 0.3, scores::toString);
        }
        assertEquals(1, outcome.summary().size());
        assertTrue(
                outcome.summary()
                        .get(0)
                        .matches("clean: macro F1 0\\.\\d{3}, micro F1 0\\.\\d{3}, all classes right [\\d.]+ %"
                                + " \\[[\\d.]+, [\\d.]+\\] of 10 mixtures; yes to all: macro F1 0\\.\\d{3}, micro"
                                + " F1 0\\.\\d{3}; linear baseline: macro F1 0\\.\\d{3}"),
                outcome.summary().get(0));
        assertEquals(List.of("epoch 1/3", "epoch 2/3", "epoch 3/3"), starts(lines.lines));
        assertTrue(lines.phases.contains("evaluating the model: clean"), lines.phases::toString);
        assertTrue(outcome.complete());
    }

    private static List<String> starts(List<String> lines) {
        return lines.stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    }

    @Test
    void aStoppedTrainingResumesAsIfItHadNotStopped() throws IOException, InputException {
        Path checkpoint = folder.resolve("checkpoint.zip");

        TrainingOutcome stopped =
                run(TEXT, new TrainingSettings(1, Optional.of(checkpoint), Optional.empty()), new Lines(1));
        TrainingOutcome resumed =
                run(TEXT, new TrainingSettings(1, Optional.empty(), Optional.of(checkpoint)), new Lines(100));

        assertFalse(stopped.complete());
        assertEquals(1, stopped.result().at("/epochs").size());
        assertEquals(run(TEXT).result(), resumed.result());
    }

    @Test
    void aModelFileKnowsHowNotesAreMixed() throws IOException, InputException {
        TrainingOutcome outcome = run(TEXT);
        Path file = folder.resolve("model.zip");
        ModelFiles.write((TrainedModel) outcome.model().orElseThrow(), file);

        TrainedClassifier detectors = TrainedClassifier.read(file);

        assertEquals(List.of("bass", "flute", "piccolo"), detectors.classes());
        assertEquals(2, detectors.mixtures().orElseThrow().mostNotes());
        assertEquals(24, detectors.mixtures().orElseThrow().training());
    }

    @Test
    void testMixturesAreNotThoseOfTraining() throws IOException, InputException {
        Detection experiment = (Detection) folder.read(TEXT);
        MixtureSamples mixtures = MixtureSamples.read(experiment);

        List<Integer> training = mixtures.training(new TrainingProgress() {}).stream()
                .map(Sample::label)
                .toList();
        List<Integer> test =
                mixtures.test(AugmentationPlan.NONE).stream().map(Sample::label).toList();

        assertEquals(24, training.size());
        assertEquals(10, test.size());
        assertNotEquals(training.subList(0, 10), test);
        assertNotEquals(3, MixtureSamples.testSeed(3));
        assertEquals(3, MixtureSamples.testSeed(MixtureSamples.testSeed(3)), "distinct for distinct seeds");
    }

    private static final String TUNED = TEXT.replace(
                    "training: {kind: folders, path: notes}",
                    "training: {kind: folders, path: notes}\n  hold-out: {by: sample, share: 0.5}")
            .replace("test: 10", "validation: 30, test: 10")
            .replace("epochs: 3", "fit-threshold: true, epochs: 3");

    @Test
    void aThresholdIsFittedOnNotesHeldOutAndMovesIntoTheBiases() throws IOException, InputException {
        TrainingOutcome plain = run(TUNED.replace("fit-threshold: true, ", ""));
        TrainingOutcome tuned = run(TUNED);

        JsonNode fitted = tuned.result().at("/threshold");
        double threshold = fitted.path("value").asDouble();
        assertNotEquals(0, threshold);
        assertEquals(30, fitted.path("samples").asInt());
        double with = fitted.path("macroF1With").asDouble();
        assertTrue(with > fitted.path("macroF1Without").asDouble(), fitted::toString);
        assertEquals(
                "notes held out, which the threshold was fitted on",
                tuned.result().at("/trials/1/conditions").asText());
        assertEquals("notes held out", plain.result().at("/trials/1/conditions").asText());
        assertEquals(
                with,
                tuned.result().at("/trials/1/detectors/macroF1").asDouble(),
                1e-12,
                "without augmentation, the mixtures of the fit are those of the trial");
        assertTrue(tuned.summary().get(0).startsWith("threshold fitted on 30 mixtures"), tuned.summary()::toString);
        assertTrue(plain.result().at("/threshold").isMissingNode());
        assertEquals(2, plain.result().at("/trials").size(), "notes held out are evaluated without a threshold, too");
        double[] untuned = bias(plain);
        double[] moved = bias(tuned);
        for (int c = 0; c < 3; c++) {
            assertEquals(Math.signum(-threshold), Math.signum(moved[c] - untuned[c]));
        }
    }

    private static double[] bias(TrainingOutcome outcome) {
        return ((TrainedModel) outcome.model().orElseThrow())
                .model()
                .parameter(0, "bias")
                .values();
    }

    @Test
    void aThresholdNeedsNotesHeldOutAndBiasesToMoveInto() {
        for (Map.Entry<String, String> mistake : Map.of(
                        "\n  hold-out: {by: sample, share: 0.5}", "found no notes to fit a threshold on",
                        "{kind: integrator, beta: 0.9}", "found other layers at the end of the network")
                .entrySet()) {
            String instead = mistake.getKey().startsWith("{") ? "{kind: leaky, beta: 0.9}" : "";
            InputException refusal =
                    assertThrows(InputException.class, () -> run(TUNED.replace(mistake.getKey(), instead)));

            assertEquals("/training/fit-threshold", refusal.problems().get(0).pointer());
            assertTrue(refusal.getMessage().contains(mistake.getValue()), refusal.getMessage());
        }
    }

    @Test
    void aClassWhoseNotesAreAllHeldOutIsRefused() {
        InputException refusal =
                assertThrows(InputException.class, () -> run(TUNED.replace("share: 0.5", "groups: [bass-0, bass-1]")));

        assertEquals("/data/hold-out", refusal.problems().get(0).pointer());
        assertTrue(
                refusal.getMessage().contains("found notes of bass, flute, piccolo on one side only"),
                refusal.getMessage());
    }

    @Test
    void aNetworkWithTooFewOutputsIsRefusedAtItsPlace() {
        InputException refusal =
                assertThrows(InputException.class, () -> run(TEXT.replace("outputs: 3", "outputs: 2")));

        assertEquals("/network/layers", refusal.problems().get(0).pointer());
        assertEquals(
                "found 2 outputs for 3 classes, expected one for each",
                refusal.problems().get(0).message());
    }
}
