package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.learning.file.ModelFiles;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.session.ExperimentCheck;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trainings that go on from a trained model, with layers that stay as they are. */
class StartingModelTest {

    private static final String TEXT = """
            experiment: e
            data: {training: {kind: spike-lists, path: train}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network:
              layers: [{kind: dense, outputs: 5}, {kind: leaky, beta: 0.9}, {kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]
            training: {epochs: 2, batch: 4, optimiser: {kind: adam, learning-rate: 0.05}%s}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;
    private Model first;

    @BeforeEach
    void trainTheFirst() throws IOException, InputException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 12, 1);
        TrainedModel trained = (TrainedModel) run("").model().orElseThrow();
        ModelFiles.write(trained, temporary.resolve("first.zip"));
        first = trained.model();
    }

    private TrainingOutcome run(String more, Optional<Path> checkpoint, Optional<Path> resume)
            throws IOException, InputException {
        return ExperimentRunner.run(
                folder.read(TEXT.formatted(more)),
                new TrainingSettings(1, checkpoint, resume),
                new TrainingProgress() {});
    }

    private TrainingOutcome run(String more) throws IOException, InputException {
        return run(more, Optional.empty(), Optional.empty());
    }

    private static double[] weight(TrainingOutcome outcome, int layer) {
        return ((TrainedModel) outcome.model().orElseThrow())
                .model()
                .parameter(layer, "weight")
                .values();
    }

    private String refusal(String more) {
        return assertThrows(InputException.class, () -> run(more)).getMessage();
    }

    @Test
    void whatATrainingRefusesIsRefusedWithoutTraining() throws IOException {
        for (String more : List.of(
                ", from: {model: first.zip}",
                ", from: {model: first.zip, frozen: [layer-0, layer-2]}",
                ", from: {model: train/low/low-0.csv}")) {
            Path file = folder.write("from.yaml", TEXT.formatted(more).replace("outputs: 5", "outputs: 6"));
            List<Problem> problems = ExperimentCheck.problems(file, ScenarioOverrides.NONE);

            assertEquals(1, problems.size(), more);
            assertTrue(problems.get(0).pointer().startsWith("/training/from/"), problems::toString);
            assertTrue(problems.get(0).line() > 0, problems::toString);
        }
        Path fine = folder.write("from.yaml", TEXT.formatted(", from: {model: first.zip}"));
        assertEquals(List.of(), ExperimentCheck.problems(fine, ScenarioOverrides.NONE));
    }

    @Test
    void aFrozenLayerKeepsTheValuesOfTheModelWhileOthersLearn() throws IOException, InputException {
        TrainingOutcome outcome = run(", from: {model: first.zip, frozen: [layer-0]}");

        assertArrayEquals(first.parameter(0, "weight").values(), weight(outcome, 0));
        assertFalse(Arrays.equals(first.parameter(2, "weight").values(), weight(outcome, 2)));
        assertEquals(12, outcome.result().at("/network/trainableParameters").asInt(), "5 x 2 weights and 2 biases");
    }

    @Test
    void trainingGoesOnFromTheModel() throws IOException, InputException {
        double before = run("").result().at("/epochs/0/trainingLoss").asDouble();
        double after = run(", from: {model: first.zip}")
                .result()
                .at("/epochs/0/trainingLoss")
                .asDouble();

        assertTrue(after < before, after + " < " + before);
    }

    @Test
    void aResumedTrainingHasTheSameFrozenLayers() throws IOException, InputException {
        String more = ", from: {model: first.zip, frozen: [layer-0]}";
        Path checkpoint = temporary.resolve("checkpoint.zip");
        run(more, Optional.of(checkpoint), Optional.empty());

        TrainingOutcome longer = ExperimentRunner.run(
                folder.read(TEXT.formatted(more).replace("epochs: 2", "epochs: 4")),
                new TrainingSettings(1, Optional.empty(), Optional.of(checkpoint)),
                new TrainingProgress() {});

        assertEquals(4, longer.result().at("/epochs").size());
        assertArrayEquals(first.parameter(0, "weight").values(), weight(longer, 0));
    }

    @Test
    void aFreshLayerDoesNotTakeValuesOver() throws IOException, InputException {
        String wide = TEXT.replace("{kind: dense, outputs: 5}", "{kind: dense, outputs: 7}");
        String refused = assertThrows(
                        InputException.class,
                        () -> ExperimentRunner.run(
                                folder.read(wide.formatted(", from: {model: first.zip}")),
                                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                                new TrainingProgress() {}))
                .getMessage();

        assertTrue(
                refused.contains(
                        "/training/from/model: found another layer-0 in first.zip, expected dense with the size and all"
                                + " settings that it has in this network, or the name of the layer in \"fresh\""),
                refused);
        TrainingOutcome outcome = ExperimentRunner.run(
                folder.read(wide.formatted(", from: {model: first.zip, fresh: [layer-0, layer-2]}")),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});
        assertEquals(42, weight(outcome, 0).length);
    }

    /** The refusal of a network with other layers that starts from a model with the given ones. */
    private String refusal(String layers, String others) throws IOException, InputException {
        String text = TEXT.replaceAll("layers: .*", "layers: [%s]");
        TrainingSettings settings = new TrainingSettings(1, Optional.empty(), Optional.empty());
        TrainingOutcome old =
                ExperimentRunner.run(folder.read(text.formatted(layers, "")), settings, new TrainingProgress() {});
        ModelFiles.write((TrainedModel) old.model().orElseThrow(), temporary.resolve("old.zip"));
        String from = ", from: {model: old.zip}";
        ExperimentRunner.run(folder.read(text.formatted(layers, from)), settings, new TrainingProgress() {});
        return assertThrows(
                        InputException.class,
                        () -> ExperimentRunner.run(
                                folder.read(text.formatted(others, from)), settings, new TrainingProgress() {}))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: leaky, beta: 0.9} | {kind: leaky, beta: 0.8}
            {kind: leaky, beta: 0.9} | {kind: leaky, beta: 0.9, reset: zero}
            {kind: se-adlif} | {kind: se-adlif, time-constants: {low: 5, high: 50}}
            """)
    void aLayerThatWouldDoSomethingElseWithTheValuesIsRefused(String layer, String other)
            throws IOException, InputException {
        String network = "{kind: dense, outputs: 5}, %s, {kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}";

        String refused = refusal(network.formatted(layer), network.formatted(other));

        assertTrue(refused.contains("/training/from/model: found another layer-1 in old.zip, expected "), refused);
    }

    @Test
    void whatIsNoModelOrNoLayerIsRefusedInOneLine() {
        assertTrue(refusal(", from: {model: gone.zip}").contains("there is no such file"), "gone.zip");
        assertTrue(
                refusal(", from: {model: first.zip, frozen: [dense]}")
                        .contains("found \"dense\", expected the name of a layer, from layer-0 to layer-3"),
                "dense");
        assertTrue(refusal(", from: {model: first.zip, fresh: [layer-4]}").contains("\"layer-4\""), "layer-4");
        assertTrue(refusal(", from: {model: ../first.zip}").contains("--allow-outside-paths"), "outside");
    }
}
