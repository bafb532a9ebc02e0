package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.ClassifierRule;
import ganglion.scenario.experiment.EnergyComparison;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.RuleClassification;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.robustness.RobustnessFigures;
import ganglion.scenario.experiment.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules without gradients, and the comparison of energies, on spikes that are easy to tell apart. */
class RuleAndEnergyRunsTest {

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

    private static final String STDP = "experiment: e\ntask: stdp\n" + DATA + """
            epochs: 2
            layer: {neurons: 6, inhibition: 2, weight-sum: 2, stdp: {largest-weight: 1}}
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

    private static JsonNode comparable(TrainingOutcome outcome) {
        ObjectNode result = outcome.result().deepCopy();
        result.remove("wallClock");
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, STDP})
    void aRuleGivesTheSameBitsForTheSameSeed(String text) throws IOException, InputException {
        JsonNode once = comparable(run(text));

        assertEquals(once, comparable(run(text)));
        assertNotEquals(once, comparable(run("seed: 5\n" + text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, STDP})
    void aRuleWithoutValidationReportsNone(String text) throws IOException, InputException {
        TrainingOutcome outcome = run(text);

        assertTrue(outcome.result().get("validation").isNull());
        assertEquals(12, outcome.result().at("/training/samples").asInt());
        assertEquals(6, outcome.result().at("/test/samples").asInt());
        assertEquals(3, outcome.summary().size(), "training, test and the baseline on the test");
        assertEquals(4, outcome.tables().size(), "two per set");
        assertEquals(List.of(), outcome.charts());
        assertTrue(outcome.result().at("/wallClock/totalSeconds").asDouble() >= 0);
    }

    @Test
    void aRuleReportsItsPhasesInOrder() throws IOException, InputException {
        List<String> phases = new ArrayList<>();
        run(STDP, new TrainingProgress() {
            private double before;

            @Override
            public void advanced(String phase, double fraction) {
                if (!phases.contains(phase)) {
                    phases.add(phase);
                    before = 0;
                }
                assertTrue(fraction >= before && fraction <= 1, phase);
                before = fraction;
            }
        });

        assertEquals(
                List.of("reading samples", "learning", "evaluating the classifier", "training the naive baseline"),
                phases);
    }

    @ParameterizedTest
    @ValueSource(strings = {MAP, STDP, COMPARISON})
    void whatIsLearnedIsTriedUnderDisturbances(String text) throws IOException, InputException {
        TrainingOutcome outcome =
                run(text + "robustness: [{kind: missing-spikes, shares: [0.1, 1], least-accuracy: 0.9}]\n");

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
    void rulesSeeUnchangedSamplesAndHaveNoOutputsOfTheirOwn() throws IOException, InputException {
        RuleClassification experiment = (RuleClassification) folder.read(MAP);

        assertEquals(0, experiment.augmentation().changes().versions());
        assertTrue(experiment.outputs().isEmpty());
        assertTrue(experiment.rule() instanceof ClassifierRule.MapAndTempotrons);
    }

    @Test
    void timeConstantsOfTempotronsDependOnEachOther() throws IOException, InputException {
        String text = MAP.replace("per-class: 2", "per-class: 2, membrane: 40 ms");
        ClassifierRule.MapAndTempotrons rule =
                (ClassifierRule.MapAndTempotrons) ((RuleClassification) folder.read(text)).rule();

        assertEquals(20, rule.settings().tempotron().tauSteps(), "40 ms in steps of 2 ms");
        assertEquals(5, rule.settings().tempotron().tauSynapseSteps(), "a quarter of the membrane's");
    }

    @Test
    void theTracesOfStdpLastTwentyMillisecondsWhateverTheStep() throws IOException, InputException {
        ClassifierRule.SpikeTiming rule = (ClassifierRule.SpikeTiming) ((RuleClassification) folder.read(STDP)).rule();

        assertEquals(10, rule.settings().rule().potentiationTicks(), "20 ms in steps of 2 ms");
        assertEquals(2, rule.epochs());
    }

    @ParameterizedTest
    @CsvSource({
        "classification, 4",
        "map-tempotron, 4",
        "stdp, 4",
        "energy-comparison, 4",
        "detection, 3",
    })
    void eachTaskListsItsFigures(String task, int count) {
        List<SeedFigure> figures = Tasks.of(task).figures();

        assertEquals(count, figures.size());
        assertEquals(count, figures.stream().map(SeedFigure::key).distinct().count());
        assertTrue(figures.stream().allMatch(figure -> figure.pointer().startsWith("/")));
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
        String text = COMPARISON.replace("{kind: leaky, beta: 0.9}", "{kind: alpha, alpha: 0.5, beta: 0.6}");

        InputException refusal = assertThrows(InputException.class, () -> run(text));

        assertEquals("/network/layers", refusal.problems().get(0).pointer());
        assertTrue(
                refusal.problems().get(0).message().endsWith(", so there is no energy to estimate"),
                refusal.getMessage());
    }

    @Test
    void theSettingsOfTheNetworkWithoutSpikesHaveDefaults() throws IOException, InputException {
        EnergyComparison experiment =
                (EnergyComparison) folder.read(COMPARISON.replace(", epochs: 10, batch: 4, learning-rate: 0.03", ""));

        assertEquals(List.of(4), experiment.dense().hidden());
        assertEquals(25, experiment.dense().epochs());
        assertEquals(16, experiment.dense().batch());
        assertEquals(0.003, experiment.dense().learningRate());
        assertFalse(experiment.spiking().data().test().isEmpty());
    }
}
