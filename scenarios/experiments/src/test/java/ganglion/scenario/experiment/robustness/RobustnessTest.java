package ganglion.scenario.experiment.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Chart;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.experiment.run.SeedStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobustnessTest {

    private static final String TEXT = """
        experiment: e
        data: {training: {kind: spike-lists, path: train}, test: {kind: spike-lists, path: test}}
        features: {step: 2 ms, channels: 6, duration: 40 ms}
        network: {layers: [{kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]}
        training: {epochs: 6, batch: 4, optimiser: {kind: adam, learning-rate: 0.05}}
        robustness:
          - {kind: missing-spikes, shares: [0.1, 1], least-accuracy: 0.8}
          - {kind: jitter, deviations: [4 ms]}
          - {kind: extra-spikes, rates: [20 Hz, 5 Hz]}
          - {kind: tempo, factors: [0.8]}
        """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 12, 1).withSpikeLists("test", 10, 2);
    }

    private TrainingOutcome train(Map<String, String> settings) throws IOException, InputException {
        return ExperimentRunner.run(
                folder.read(TEXT, settings),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});
    }

    private static JsonNode disturbed(TrainingOutcome outcome, int number) {
        return outcome.result().at("/robustness/disturbances/" + number);
    }

    @Test
    void theModelIsTriedUnderEachStrength() throws IOException, InputException {
        TrainingOutcome outcome = train(Map.of());

        assertEquals(6, outcome.result().at("/robustness/disturbances").size());
        assertEquals("test", outcome.result().at("/robustness/set").asText());
        assertEquals(
                "missing spikes, 10 %",
                disturbed(outcome, 0).path("disturbance").asText());
        assertTrue(disturbed(outcome, 0).path("accuracy").asDouble() > 0.8);
        assertTrue(disturbed(outcome, 0).path("holds").asBoolean());
        assertEquals(0.5, disturbed(outcome, 1).path("accuracy").asDouble(), "without a spike all samples are alike");
        assertFalse(disturbed(outcome, 1).path("holds").asBoolean());
        assertFalse(disturbed(outcome, 2).has("holds"), "nothing is expected");
        assertEquals(
                "jitter of spikes, 4 ms",
                disturbed(outcome, 2).path("disturbance").asText());
        assertEquals("tempo, 0.8", disturbed(outcome, 5).path("disturbance").asText());
        assertTrue(RobustnessFigures.isMissed(outcome.result()));
        assertTrue(
                outcome.summary().stream()
                        .anyMatch(line -> line.startsWith(
                                        "disturbed: 1 of 2 expectations missed: missing spikes, 100 % (50.0 % [")
                                && line.endsWith("], expected at least 80.0 %)")),
                outcome.summary()::toString);
    }

    /** Training does not depend on what is tried afterwards. */
    @Test
    void theModelIsTheSameWithoutTrials() throws IOException, InputException {
        TrainingOutcome tried = train(Map.of());
        TrainingOutcome untried = ExperimentRunner.run(
                folder.read(TEXT.substring(0, TEXT.indexOf("robustness"))),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});

        assertEquals(untried.result().get("test"), tried.result().get("test"));
        assertFalse(untried.result().has("robustness"));
        assertFalse(RobustnessFigures.isMissed(untried.result()));
    }

    @Test
    void chartsAscendAndHaveTheBaseline() throws IOException, InputException {
        Chart extra = train(Map.of()).charts().stream()
                .filter(chart -> chart.title().equals("Accuracy, disturbed by extra spikes"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("extra spikes", "extra spikes, naive baseline"),
                extra.curves().stream().map(TrainingOutcome.Curve::name).toList());
        assertEquals(5, extra.curves().get(0).x()[0]);
        assertEquals(20, extra.curves().get(0).x()[1]);
    }

    /** Which channels fire tells the classes apart, so that the naive baseline is as good as any network. */
    @Test
    void theBaselineStandsBesideTheNetwork() throws IOException, InputException {
        TrainingOutcome outcome = train(Map.of());

        assertEquals(1, outcome.result().at("/test/baseline/accuracy").asDouble());
        assertEquals(20, outcome.result().at("/test/baseline/correct").asInt());
        assertTrue(
                outcome.summary().stream()
                        .anyMatch(line -> line.startsWith("test: naive baseline (logistic regression")
                                && line.endsWith("; the network is not better")),
                outcome.summary()::toString);
    }

    /** The 95 % interval of one training says nothing about the average of several. */
    @Test
    void anAverageHasTheLowestAndHighestSeedInPlaceOfAnInterval() {
        RobustnessFigures mean = RobustnessFigures.mean(List.of(withCorrect(38), withCorrect(30), withCorrect(40)));
        RobustnessFigures alone = RobustnessFigures.mean(List.of(withCorrect(38)));

        assertEquals(
                "mean accuracy (lowest to highest seed)",
                mean.tables().get(0).header().get(2));
        assertEquals(
                "90.0 % (75.0 to 100.0)", mean.tables().get(0).rows().get(0).get(2));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        mean.putInto(result);
        assertEquals(
                "[0.95,0.75,1.0]",
                result.at("/robustness/disturbances/0/accuracyOfSeeds").toString());
        assertFalse(result.at("/robustness/disturbances/0").has("accuracyInterval"));
        assertEquals(mean, RobustnessFigures.in(result));
        assertEquals("accuracy", alone.tables().get(0).header().get(2));
        assertTrue(alone.tables().get(0).rows().get(0).get(2).startsWith("95.0 % ["));
    }

    private static Disturbed disturbed(Disturbed.Level level, int correct, OptionalDouble baseline) {
        return new Disturbed(
                level,
                40,
                new Disturbed.Figures(correct, baseline, OptionalDouble.empty()),
                Optional.empty(),
                List.of());
    }

    private static RobustnessFigures withCorrect(int correct) {
        return new RobustnessFigures(
                "test",
                List.of(disturbed(
                        new Disturbed.Level("gain", "gain, dB", -20, "gain, -20 dB", OptionalDouble.empty()),
                        correct,
                        OptionalDouble.empty())));
    }

    /** A stop leaves the second training without trials, and must not cost what the first has found. */
    @Test
    void aTrainingThatWasStoppedBeforeItsTrialsDoesNotCount() throws IOException, InputException {
        TrainingOutcome whole = train(Map.of());
        TrainingOutcome untried = ExperimentRunner.run(
                folder.read(TEXT.substring(0, TEXT.indexOf("robustness"))),
                new TrainingSettings(1, Optional.empty(), Optional.empty()),
                new TrainingProgress() {});

        for (List<TrainingOutcome> seeds : List.of(List.of(whole, untried), List.of(untried, whole))) {
            TrainingOutcome both = SeedStatistics.of(seeds, false);
            assertEquals(
                    disturbed(whole, 3).path("correct").asDouble(),
                    disturbed(both, 3).path("correct").asDouble());
            assertEquals("test, one seed", both.result().at("/robustness/set").asText());
        }
    }

    @Test
    void figuresAreReadBackAsTheyWereWritten() {
        RobustnessFigures figures = new RobustnessFigures(
                "test",
                List.of(
                        disturbed(
                                new Disturbed.Level("gain", "gain, dB", -20, "gain, -20 dB", OptionalDouble.of(0.9)),
                                38,
                                OptionalDouble.of(30)),
                        disturbed(
                                new Disturbed.Level("tempo", "tempo", 0.9, "tempo, 0.9", OptionalDouble.empty()),
                                20,
                                OptionalDouble.empty())));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        figures.putInto(result);

        assertEquals(figures, RobustnessFigures.in(result));
    }

    @Test
    void slipsAreToldWhereTheyAre() throws IOException {
        String before = TEXT.substring(0, TEXT.indexOf("robustness"));
        assertEquals(
                List.of(
                        "6 /robustness/0: found a change of sounds, expected none, because samples are recorded spikes",
                        "6 /robustness/1/rates: found 600.0 Hz, expected at most one spike for each step of 0.002 s"),
                folder.problems(before
                        + "robustness: [{kind: noise, ratio-db: [10]}, {kind: extra-spikes, rates: [600 Hz]}]\n"));
        assertEquals(
                List.of(
                        "6 /robustness/0/shares/0: found 2, expected at most 1",
                        "6 /robustness/0/least-accuracy: found 90, expected at most 1"),
                folder.problems(before + "robustness: [{kind: missing-spikes, shares: [2], least-accuracy: 90}]\n"));
        assertEquals(
                List.of("6 /robustness/0: found a change of input spikes, expected none, because the input is numbers"),
                folder.problems(
                        before.replace("{step: 2 ms, channels: 6, duration: 40 ms}", "{as: drive, duration: 40 ms}")
                                        .replace("kind: spike-lists", "kind: folders")
                                + "robustness: [{kind: extra-spikes, rates: [600 Hz]}]\n"));
    }
}
