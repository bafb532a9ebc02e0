package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.experiment.trial.TrialRequest;
import ganglion.scenario.experiment.trial.Trials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments of the tasks for classes are carried out on spikes that are easy to tell apart. */
class ExperimentRunsTest {

    private static final String DATA = """
        data:
          training: {kind: spike-lists, path: train}
          hold-out: {by: sample, share: 0.25}
          test: {kind: spike-lists, path: test}
        features: {step: 2 ms, channels: 6, duration: 40 ms}
        """;

    private static final String NETWORK = """
        network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
        training: {epochs: 6, batch: 4, optimiser: {kind: adam, learning-rate: 0.05}%s}
        """;

    private static final TrainingSettings ALONE = new TrainingSettings(1, Optional.empty(), Optional.empty());

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 12, 1).withSpikeLists("test", 5, 2);
    }

    /** Notes what it is told, and asks to stop after a number of epochs. */
    private static final class Notes implements TrainingProgress {

        private final int epochs;
        private final List<String> lines = new ArrayList<>();
        private final List<String> details = new ArrayList<>();
        private String phase = "";
        private double latest;

        Notes(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public void advanced(String phase, double fraction) {
            assertTrue(fraction >= 0 && fraction <= 1, phase);
            latest = fraction;
            this.phase = phase;
        }

        @Override
        public void detail(String words) {
            details.add(phase + ", " + words);
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
        return ExperimentRunner.run(folder.read("experiment: e\n" + text), settings, progress);
    }

    private TrainingOutcome run(String text) throws IOException, InputException {
        return run(text, ALONE, new TrainingProgress() {});
    }

    /** A result without what depends on the machine. */
    private static JsonNode comparable(TrainingOutcome outcome) {
        ObjectNode result = outcome.result().deepCopy();
        result.remove("wallClock");
        result.findParents("samplesPerSecond").forEach(node -> ((ObjectNode) node).remove("samplesPerSecond"));
        return result;
    }

    @Test
    void aLearningRateThatLeavesTheNumbersIsNamedAndNothingIsKept() throws IOException {
        Path checkpoint = temporary.resolve("checkpoint.zip");
        TrainingSettings kept = new TrainingSettings(1, Optional.of(checkpoint), Optional.empty());
        String wild = DATA + NETWORK.formatted("").replace("0.05", "1e300");

        String refusal = assertThrows(InputException.class, () -> run(wild, kept, new TrainingProgress() {}))
                .getMessage();

        assertTrue(
                refusal.matches(
                        "\\S*:8: /training/optimiser/learning-rate: found a weight of -?(NaN|Infinity) in epoch 1,"
                                + " expected a finite number: a lower learning rate may help"),
                refusal);
        assertFalse(Files.exists(checkpoint));
    }

    @Test
    void aTemperatureIsFittedInValidationAndChangesNoDecision() throws IOException, InputException {
        TrainingOutcome plain = run(DATA + NETWORK.formatted(""));
        TrainingOutcome outcome = run(DATA + NETWORK.formatted(", calibrate: true"));

        TrainedModel model = (TrainedModel) outcome.model().orElseThrow();
        double temperature = model.temperature().orElseThrow();
        JsonNode test = outcome.result().get("test");
        assertEquals(temperature, test.at("/calibration/temperature").asDouble());
        assertEquals(plain.result().at("/test/confusion"), test.get("confusion"));
        assertTrue(((TrainedModel) plain.model().orElseThrow()).temperature().isEmpty());
        JsonNode first = test.at("/decisions/0");
        double gap = Math.abs(
                first.at("/scores/0").asDouble() - first.at("/scores/1").asDouble());
        assertEquals(
                1 / (1 + Math.exp(-gap / temperature)), first.get("confidence").asDouble(), 1e-12);
        assertEquals(
                10,
                test.at("/calibration/reliability").findValues("samples").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum());
        assertTrue(
                outcome.charts().stream().anyMatch(chart -> chart.title().equals("Reliability of confidences, test")),
                outcome.charts()::toString);
        assertTrue(
                outcome.summary().stream().anyMatch(line -> line.startsWith("test: expected calibration error 0.")),
                outcome.summary()::toString);
    }

    @Test
    void mergedSpikesOfSamplesAreCounted() throws IOException, InputException {
        folder.write("test/low/twice.csv", "time,neuron\n4 ms,0\n4.6 ms,0\n5 ms,1\n5 ms,1\n8 ms,1\n80 ms,0\n80 ms,0\n");

        TrainingOutcome outcome = run(DATA + NETWORK.formatted(""));

        assertTrue(
                outcome.summary()
                        .contains("test: 2 of 205 spikes share their input and step with another and were merged"),
                outcome.summary()::toString);
        assertEquals(2, outcome.result().at("/data/test/mergedSpikes").asInt());
        assertEquals(0, outcome.result().at("/data/training/mergedSpikes").asInt(-1));
        assertEquals(
                1,
                outcome.summary().stream()
                        .filter(line -> line.contains("merged"))
                        .count());
    }

    @Test
    void aTemperatureNeedsAValidationSet() {
        String text =
                DATA.replace("  hold-out: {by: sample, share: 0.25}\n", "") + NETWORK.formatted(", calibrate: true");

        String refusal = assertThrows(InputException.class, () -> run(text)).getMessage();

        assertTrue(refusal.contains("/training/calibrate: found no validation set to fit a temperature on"), refusal);
    }

    @Test
    void aNetworkLearnsToTellTheClassesApart() throws IOException, InputException {
        Notes notes = new Notes(100);

        TrainingOutcome outcome = run(DATA + NETWORK.formatted(""), ALONE, notes);

        assertTrue(outcome.complete());
        assertEquals(6, notes.lines.size());
        assertTrue(notes.latest > 0);
        assertEquals("reading samples, 1 of 34", notes.details.get(0), "18 to learn, 6 held out, 10 to test");
        assertTrue(notes.details.contains("reading samples, 34 of 34"), notes.details::toString);
        assertTrue(
                notes.details.stream().anyMatch(line -> line.matches("epoch 6/6, batch 5/5, 0 s left")),
                notes.details::toString);
        assertEquals(1.0, outcome.result().at("/test/accuracy").asDouble());
        assertEquals(10, outcome.result().at("/test/samples").asInt());
        assertEquals(6, outcome.result().at("/validation/samples").asInt());
        assertEquals(18, outcome.result().at("/data/training/samples").asInt());
        assertEquals(6, outcome.result().at("/epochs").size());
        assertEquals(
                List.of("Loss", "Accuracy"),
                outcome.charts().subList(0, 2).stream()
                        .map(TrainingOutcome.Chart::title)
                        .toList());
        assertTrue(outcome.model().orElseThrow() instanceof TrainedModel);
    }

    @Test
    void withoutAValidationSetTheSummarySaysWhatChoseTheEpoch() throws IOException, InputException {
        String unchecked = DATA.replace("  hold-out: {by: sample, share: 0.25}\n", "");

        List<String> summary =
                run(unchecked + NETWORK.formatted(", select: accuracy")).summary();

        assertTrue(
                summary.stream()
                        .anyMatch(line ->
                                line.endsWith(" of 6, chosen by the training loss, as there is no validation set")),
                summary::toString);
    }

    @Test
    void inputsThatNeverSpikeAreWarnedOf() throws IOException, InputException {
        TrainingOutcome usual = run(DATA + NETWORK.formatted(""));
        TrainingOutcome wide = run(DATA.replace("channels: 6", "channels: 20") + NETWORK.formatted(""));

        String warning = "14 of 20 inputs never spike in the training set";
        assertTrue(wide.warnings().contains(warning), wide.warnings()::toString);
        assertFalse(usual.warnings().stream().anyMatch(line -> line.contains("never spike")));
    }

    @Test
    void aTestSetThatIsMissingIsToldBeforeTheTraining() {
        Notes notes = new Notes(100);

        assertThrows(
                InputException.class,
                () -> run(DATA.replace("path: test", "path: nowhere") + NETWORK.formatted(""), ALONE, notes));
        assertTrue(notes.lines.isEmpty(), "no epoch is lost");
    }

    @Test
    void theNaiveBaselineTravelsInTheModelFile() throws IOException, InputException {
        TrainingOutcome outcome = run(DATA + NETWORK.formatted(""));
        Path file = folder.resolve("model.zip");
        ModelFiles.write(outcome.model().orElseThrow(), file);

        TrialRequest request = new TrialRequest(List.of(), List.of(), List.of(), OptionalDouble.empty(), 42);
        JsonNode tried = Trials.of(
                        SavedClassifier.read(file), new TrialData(folder.resolve("test"), Optional.empty()), request)
                .run(0)
                .document();

        assertEquals(outcome.result().at("/test/baseline"), tried.get("baseline"));
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws IOException, InputException {
        String text = DATA + NETWORK.formatted("");
        TrainingSettings threads = new TrainingSettings(3, Optional.empty(), Optional.empty());

        JsonNode once = comparable(run(text));

        assertEquals(once, comparable(run(text)));
        assertEquals(once, comparable(run(text, threads, new TrainingProgress() {})));
        assertNotEquals(once, comparable(run("seed: 43\n" + text)));
    }

    @Test
    void aTrainingThatWasStoppedGoesOnAsIfItHadNotBeen() throws IOException, InputException {
        String text = DATA + NETWORK.formatted("");
        Path checkpoint = folder.resolve("checkpoint.zip");

        TrainingOutcome stopped =
                run(text, new TrainingSettings(1, Optional.of(checkpoint), Optional.empty()), new Notes(2));
        TrainingOutcome resumed = run(
                text, new TrainingSettings(1, Optional.empty(), Optional.of(checkpoint)), new TrainingProgress() {});

        assertFalse(stopped.complete());
        assertEquals(2, stopped.result().at("/epochs").size());
        assertEquals(comparable(run(text)), comparable(resumed));
    }

    @Test
    void aModelFileHoldsTheExperimentThatTrainedIt() throws IOException, InputException {
        TrainingOutcome outcome = run("seed: 5\n" + DATA + NETWORK.formatted(""));
        Path file = folder.resolve("model.zip");
        ModelFiles.write((TrainedModel) outcome.model().orElseThrow(), file);

        TrainedClassifier classifier = TrainedClassifier.read(file);

        assertEquals("e", classifier.name());
        assertEquals(5, classifier.seed());
        assertEquals(List.of("high", "low"), classifier.classes());
        assertEquals(6, classifier.features().inputs());
        assertEquals(4, classifier.training().batchSize());
        assertTrue(classifier.mixtures().isEmpty());
    }
}
