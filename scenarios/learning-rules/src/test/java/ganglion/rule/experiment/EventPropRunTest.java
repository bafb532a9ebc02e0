package ganglion.rule.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks in continuous time, on spikes that are easy to tell apart. */
class EventPropRunTest {

    private static final String TEXT = """
            experiment: e
            task: eventprop
            seed: 3
            data:
              training: {kind: spike-lists, path: train}
              hold-out: {by: sample, share: 0.25}
              test: {kind: spike-lists, path: test}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network: {hidden: [8], recurrent: true, membrane: 8 ms, delay: 4 ms, ticks-per-step: 10}
            training: {epochs: 6, batch: 4, learning-rate: 0.02, loss: {kind: mean-membrane, scale: 50}}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 8, 1).withSpikeLists("test", 4, 2);
    }

    private TrainingOutcome run(String text, TrainingSettings settings, TrainingProgress progress)
            throws IOException, InputException {
        return ExperimentRunner.run(folder.read(text), settings, progress);
    }

    private TrainingOutcome run(String text) throws IOException, InputException {
        return run(text, new TrainingSettings(1, Optional.empty(), Optional.empty()), new TrainingProgress() {});
    }

    private static JsonNode comparable(TrainingOutcome outcome) {
        ObjectNode result = outcome.result().deepCopy();
        result.remove("wallClock");
        return result;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs: 6, batch: 4, learning-rate: 0.02, loss: {kind: mean-membrane, scale: 50}|6",
                "epochs: 20, batch: 4, learning-rate: 0.05, loss: {kind: first-spike, scale: 2 ms, early: 0.05}|20"
            })
    void eachLossTellsTheClassesApart(String training, int epochs) throws IOException, InputException {
        TrainingOutcome outcome = run(TEXT.replaceFirst("training: \\{epochs.*", "training: {" + training + "}"));

        assertEquals(1.0, outcome.result().at("/test/accuracy").asDouble());
        assertEquals(8, outcome.result().at("/test/samples").asInt());
        assertEquals(4, outcome.result().at("/validation/samples").asInt());
        assertTrue(outcome.result().at("/test/baseline/accuracy").isNumber());
        assertEquals(1.0, outcome.result().at("/test/continuousTime/accuracy").asDouble());
        assertEquals(8, outcome.result().at("/test/continuousTime/decidedAlike").asInt());
        assertEquals(epochs, outcome.result().get("epochs").size());
        assertEquals(
                List.of("Loss", "Accuracy"),
                outcome.charts().stream().map(chart -> chart.title()).toList());
        assertTrue(outcome.complete());
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws IOException, InputException {
        TrainingSettings two = new TrainingSettings(2, Optional.empty(), Optional.empty());

        JsonNode once = comparable(run(TEXT));

        assertEquals(once, comparable(run(TEXT, two, new TrainingProgress() {})));
        assertFalse(once.equals(comparable(run(TEXT.replace("seed: 3", "seed: 4")))));
    }

    @Test
    void theKeptNetworkIsThatOfTheBestEpoch() throws IOException, InputException {
        JsonNode result = run(TEXT).result();

        JsonNode best = result.get("epochs").get(result.get("bestEpoch").asInt() - 1);
        assertTrue(best.get("best").asBoolean());
        for (JsonNode epoch : result.get("epochs")) {
            double accuracy = epoch.get("validationAccuracy").asDouble();
            assertTrue(accuracy <= best.get("validationAccuracy").asDouble());
        }
    }

    @Test
    void aTrainingThatIsStoppedKeepsItsBestEpochSoFar() throws IOException, InputException {
        TrainingOutcome half =
                run(TEXT, new TrainingSettings(1, Optional.empty(), Optional.empty()), new TrainingProgress() {
                    private int epochs;

                    @Override
                    public void epochDone(String line) {
                        epochs++;
                    }

                    @Override
                    public boolean stopRequested() {
                        return epochs >= 2;
                    }
                });

        assertFalse(half.complete());
        assertEquals(2, half.result().get("epochs").size());
        assertTrue(half.model().isPresent());
    }

    @Test
    void theKeptNetworkIsTriedWithShiftedAndMissingSpikes() throws IOException, InputException {
        JsonNode tried = run(TEXT + """
                robustness:
                  - {kind: jitter, deviations: [4 ms], least-accuracy: 0.95}
                  - {kind: missing-spikes, shares: [1], least-accuracy: 0.95}
                """).result().get("robustness");

        assertEquals("test", tried.path("set").asText());
        JsonNode shifted = tried.at("/disturbances/0");
        assertEquals("jitter of spikes, 4 ms", shifted.path("disturbance").asText());
        assertEquals(8, shifted.path("correct").asInt());
        assertTrue(shifted.path("holds").asBoolean());
        JsonNode silenced = tried.at("/disturbances/1");
        assertEquals(4, silenced.path("correct").asInt(), "without a spike all samples are alike");
        assertFalse(silenced.path("holds").asBoolean());
    }

    private String refusal(String text) {
        InputException refusal = assertThrows(InputException.class, () -> run(text));
        return String.join(
                "\n", refusal.problems().stream().map(Problem::oneLine).toList());
    }

    @Test
    void samplesWithoutASpikeAreRefused() throws IOException {
        for (String name : List.of("low", "high")) {
            for (int i = 0; i < 4; i++) {
                folder.write("silent/" + name + "/" + i + ".csv", "time,neuron\n");
            }
        }
        assertTrue(refusal(TEXT.replace("path: train", "path: silent"))
                .contains("/data/training: found no spike in any of 6 samples"));
    }

    @Test
    void aSingleClassIsRefused() throws IOException {
        for (int i = 0; i < 4; i++) {
            folder.write("alone/low/" + i + ".csv", "time,neuron\n2 ms,1\n");
        }
        String text = TEXT.replace("path: train", "path: alone").replaceAll("  test: .*\n", "");

        assertTrue(refusal(text).contains("/data/training: found 1 class, expected two or more"));
    }

    @Test
    void moreSpikesToStartWithThanNeuronsCanFireAreRefused() {
        String told = refusal(TEXT.replace("batch: 4", "batch: 4, spikes-at-start: 1000000"));

        assertTrue(told.contains("/network: a neuron of layer 1 fires "), told);
    }

    @Test
    void weightsWithoutBoundsAreToldWithAHint() {
        String told = refusal(TEXT.replace("learning-rate: 0.02", "learning-rate: 1.0e+308"));

        assertTrue(told.contains("/training: in epoch ") && told.contains("try a lower learning rate"), told);
    }

    @Test
    void samplesForWhichNothingFiresAreCounted() throws IOException, InputException {
        for (int i = 0; i < 4; i++) {
            folder.write("half/low/" + i + ".csv", "time,neuron\n2 ms,1\n4 ms,2\n6 ms,0\n8 ms,1\n");
            folder.write("half/high/" + i + ".csv", "time,neuron\n");
        }
        String text = TEXT.replace("path: train", "path: half");

        TrainingOutcome outcome = run(text);

        assertEquals(
                List.of(
                        "in 3 of 6 training samples no neuron of the last hidden layer fires, so that nothing is learned from"
                                + " them; more spikes-at-start may help"),
                outcome.warnings());
        assertEquals(List.of(), run(TEXT).warnings());
        JsonNode best = outcome.result()
                .at("/epochs/" + (outcome.result().get("bestEpoch").asInt() - 1));
        JsonNode inTime = outcome.result().at("/validation/continuousTime");
        assertEquals(best.get("validationAccuracy"), inTime.get("accuracy"), "one rule for equal scores");
        assertEquals(1, inTime.get("undecided").asInt());
    }
}
