package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of energies, on spikes that are easy to tell apart. */
class EnergyComparisonRunTest {

    private static final String DATA = """
            data:
              training: {kind: spike-lists, path: train}
              test: {kind: spike-lists, path: test}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            """;

    private static final String COMPARISON = "experiment: e\ntask: energy-comparison\n" + DATA + """
            network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 2, batch: 4, optimiser: {kind: adam, learning-rate: 0.05}}
            dense: {hidden: [4], epochs: 10, batch: 4, learning-rate: 0.03}
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

    @Test
    void everyFigureOfAComparisonIsInItsResult() throws IOException, InputException {
        TrainingOutcome outcome = run(COMPARISON);
        TrainingOutcome together = SeedStatistics.of(List.of(outcome, outcome), true);

        List<SeedFigure> figures = Tasks.of("energy-comparison").figures();
        for (SeedFigure figure : figures) {
            boolean expected = !figure.key().equals("validation");
            assertEquals(expected, figure.in(outcome.result()).isPresent(), figure.key());
        }
        assertEquals(
                List.of(
                        "seed",
                        "best epoch",
                        "test accuracy",
                        "test, without spikes accuracy",
                        "test, 8 bits accuracy"),
                together.tables().get(0).header());
        assertEquals(
                0,
                together.result()
                        .at("/accuracy/testWithoutSpikes/standardDeviation")
                        .asDouble());
    }

    @Test
    void aComparisonEstimatesTheEnergyOfEachNetworkOnItsProfiles() throws IOException, InputException {
        JsonNode comparison = run(COMPARISON).result().get("energyComparison");

        List<String> names = comparison.get("networks").findValuesAsText("network");
        assertEquals(List.of("spiking", "without spikes, float32", "without spikes, int8"), names);
        for (JsonNode line : comparison.get("energies")) {
            assertTrue(names.contains(line.get("network").asText()), line::toString);
            assertTrue(line.get("knownJoulesPerSecond").asDouble() >= 0, line::toString);
            assertEquals(line.get("unknowns").isEmpty(), line.get("complete").asBoolean(), line::toString);
        }
        assertEquals(
                (6 * 4 + 4 * 2) / 0.002,
                comparison.at("/networks/1/multiplyAccumulatesPerSecond").asDouble(),
                1e-6,
                "each weight once per step of 2 ms");
        assertEquals(
                comparison.at("/networks/1/multiplyAccumulatesPerSecond"),
                comparison.at("/networks/2/multiplyAccumulatesPerSecond"));
    }

    @Test
    void aComparisonAddsTablesAndLinesToThoseOfTheTraining() throws IOException, InputException {
        TrainingOutcome outcome = run(COMPARISON);

        List<String> titles =
                outcome.tables().stream().map(TrainingOutcome.Table::title).toList();
        assertTrue(titles.contains("Networks on the test set, and their operations per second of sound"));
        assertTrue(titles.contains("Energy per second of sound, without the cochlea"));
        assertTrue(
                outcome.summary().stream()
                        .anyMatch(
                                line -> line.matches(
                                        "without spikes, int8: [\\d.]+ % \\[[\\d.]+, [\\d.]+\\], 16000 multiply-accumulates per second")));
        assertTrue(outcome.model().isEmpty(), "a comparison has several models");
    }

    @Test
    void aNetworkThatTheSimulatorCannotRunHasNoEnergy() {
        String text = COMPARISON.replace("{kind: leaky, beta: 0.9}", "{kind: leaky, beta: 0.9, threshold: -1}");

        InputException refusal = assertThrows(InputException.class, () -> run(text));

        assertEquals("/network/layers", refusal.problems().get(0).pointer());
        assertTrue(
                refusal.problems().get(0).message().endsWith(", so there is no energy to estimate"),
                refusal.getMessage());
    }
}
