package ganglion.rule.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.experiment.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map and tempotrons, on spikes that are easy to tell apart. */
class MapTempotronRunTest {

    private static final String DATA = """
            data:
              training: {kind: spike-lists, path: train}
              test: {kind: spike-lists, path: test}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            """;

    private static final String MAP = "experiment: e\ntask: map-tempotron\n" + DATA + """
            map: {width: 3, height: 3, epochs: 2}
            tempotrons: {epochs: 10, per-class: 2}
            """;

    private static final TrainingSettings ALONE = new TrainingSettings(1, Optional.empty(), Optional.empty());

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 6, 1).withSpikeLists("test", 3, 2);
    }

    private TrainingOutcome run(String text, TrainingProgress progress) throws IOException, InputException {
        return ExperimentRunner.run(folder.read(text), ALONE, progress);
    }

    private TrainingOutcome run(String text) throws IOException, InputException {
        return run(text, new TrainingProgress() {});
    }

    private static JsonNode comparable(TrainingOutcome outcome) {
        ObjectNode result = outcome.result().deepCopy();
        result.remove("wallClock");
        return result;
    }

    @Test
    void aRuleGivesTheSameBitsForTheSameSeed() throws IOException, InputException {
        JsonNode once = comparable(run(MAP));

        assertEquals(once, comparable(run(MAP)));
        assertNotEquals(once, comparable(run("seed: 5\n" + MAP)));
    }

    @Test
    void aRuleWithoutValidationReportsNone() throws IOException, InputException {
        TrainingOutcome outcome = run(MAP);

        assertTrue(outcome.result().get("validation").isNull());
        assertEquals(12, outcome.result().at("/training/samples").asInt());
        assertEquals(6, outcome.result().at("/test/samples").asInt());
        assertEquals(3, outcome.summary().size(), "training, test and the baseline on the test");
        assertEquals(4, outcome.tables().size(), "two per set");
        assertEquals(List.of(), outcome.charts());
        assertTrue(outcome.result().at("/wallClock/totalSeconds").asDouble() >= 0);
    }

    @Test
    void whatIsLearnedIsTriedUnderDisturbances() throws IOException, InputException {
        TrainingOutcome outcome =
                run(MAP + "robustness: [{kind: missing-spikes, shares: [0.1, 1], least-accuracy: 0.9}]\n");

        JsonNode disturbed = outcome.result().at("/robustness/disturbances");
        assertEquals(2, disturbed.size());
        assertEquals(0.5, disturbed.at("/1/accuracy").asDouble(), "without a spike all samples are alike");
        assertEquals(0.5, disturbed.at("/1/baselineAccuracy").asDouble());
        assertTrue(RobustnessFigures.isMissed(outcome.result()));
        assertTrue(outcome.result().at("/test/baseline").has("accuracy"));
        assertTrue(outcome.charts().stream()
                .anyMatch(chart -> chart.title().equals("Accuracy, disturbed by missing spikes")));
    }

    /** A stop leaves no figures that a whole training would not have. */
    @Test
    void aRuleThatIsStoppedInItsTrialsIsNotComplete() throws IOException, InputException {
        TrainingOutcome outcome =
                run(MAP + "robustness: [{kind: missing-spikes, shares: [0.1]}]\n", new TrainingProgress() {
                    private boolean stopped;

                    @Override
                    public void advanced(String phase, double fraction) {
                        stopped |= phase.startsWith("trying the model");
                    }

                    @Override
                    public boolean stopRequested() {
                        return stopped;
                    }
                });

        assertFalse(outcome.complete());
        assertFalse(outcome.result().path("complete").asBoolean(true));
    }

    @Test
    void aMapAndTempotronsLearnToTellTheClassesApart() throws IOException, InputException {
        TrainingOutcome outcome = run(MAP.replace("epochs: 10, per-class: 2", "epochs: 20, per-class: 3"));

        assertTrue(outcome.complete());
        assertTrue(
                outcome.result().at("/test/accuracy").asDouble() >= 0.9,
                outcome.result().toString());
        assertTrue(outcome.summary().get(0).startsWith("training: 12 samples, accuracy "));
        Path file = folder.resolve("model.zip");
        ModelFiles.write(outcome.model().orElseThrow(), file);
        SavedClassifier saved = SavedClassifier.read(file);
        assertEquals(RuleTrainedClassifier.class, saved.getClass());
        assertThrows(InputException.class, () -> TrainedClassifier.read(file));
    }

    @ParameterizedTest
    @CsvSource({"map-tempotron", "eventprop"})
    void eachTaskListsItsFigures(String task) {
        List<String> keys =
                Tasks.of(task).figures().stream().map(SeedFigure::key).toList();

        assertEquals(List.of("validation", "test", "validationBaseline", "testBaseline"), keys);
    }
}
