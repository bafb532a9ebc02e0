package ganglion.study.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.experiment.run.SeedStatistics;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small studies run to their end: results, charts, summaries, and the figures of several seeds. */
class StudyRunsTest {

    private static final String TRANSFORM = """
        experiment: f
        task: fourier-transform
        transform: {window: 8, epochs: 2, frames: 200, batch: 8}
        """;

    private static final String TONES = """
        experiment: t
        task: tone-amplitudes
        transform: {window: 16, epochs: 1, frames: 50}
        training: {epochs: 2, mixtures: 40, batch: 10}
        """;

    private static final String RHYTHM = """
        experiment: r
        task: rhythm
        seeds: 3
        epochs: 1
        trains: {ticks: 60, training: 12, test: 8}
        """;

    private static final TrainingSettings ALONE = new TrainingSettings(1, Optional.empty(), Optional.empty());

    @TempDir
    private Path folder;

    /** Collects lines, and asks to stop after a number of them. */
    private static final class Lines implements TrainingProgress {

        private final List<String> lines = new ArrayList<>();
        private final int most;

        Lines(int most) {
            this.most = most;
        }

        @Override
        public void epochDone(String line) {
            lines.add(line);
        }

        @Override
        public boolean stopRequested() {
            return lines.size() >= most;
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private TrainingOutcome run(String text, TrainingProgress progress) throws IOException, InputException {
        return ExperimentRunner.run(ExperimentFiles.read(write(text), ScenarioOverrides.NONE), ALONE, progress);
    }

    private TrainingOutcome together(String text) throws IOException, InputException {
        List<TrainingOutcome> each = new ArrayList<>();
        for (Experiment experiment : ExperimentFiles.readSeeds(write(text), ScenarioOverrides.NONE)) {
            each.add(ExperimentRunner.run(experiment, ALONE, new Lines(100)));
        }
        return SeedStatistics.of(each, true);
    }

    private static JsonNode comparable(TrainingOutcome outcome) {
        ObjectNode result = outcome.result().deepCopy();
        result.remove("wallClock");
        return result;
    }

    @Test
    void aTransformReportsItsLossPerEpoch() throws IOException, InputException {
        Lines lines = new Lines(100);

        TrainingOutcome outcome = run(TRANSFORM, lines);

        JsonNode transform = outcome.result().get("transform");
        assertEquals(2, transform.get("losses").size());
        assertEquals(0, transform.get("epochsToLossBelow1e-6").asInt());
        assertTrue(lines.lines.get(1).matches("epoch 2/2: loss \\d\\.\\d\\de[-+]\\d\\d"), lines.lines.get(1));
        assertEquals("loss below 1e-6: never", outcome.summary().get(0));
        assertTrue(outcome.summary().get(2).startsWith("largest error of an output: "));
        assertEquals("Loss on held-out frames", outcome.charts().get(0).title());
        assertEquals("log10", outcome.charts().get(0).unit());
        assertEquals(
                Math.log10(transform.at("/losses/0").asDouble()),
                outcome.charts().get(0).curves().get(0).y()[0],
                1e-12);
        assertTrue(outcome.model().isEmpty());
    }

    @Test
    void tonesReportTheBestEpochAndTheLinearBound() throws IOException, InputException {
        TrainingOutcome outcome = run(TONES, new Lines(100));

        JsonNode amplitudes = outcome.result().get("amplitudes");
        int best = amplitudes.get("bestEpoch").asInt();
        assertEquals(2, amplitudes.get("epochs").size());
        assertEquals(amplitudes.at("/epochs/" + (best - 1)), amplitudes.get("best"));
        assertTrue(amplitudes.at("/leastSquares/meanAbsoluteError").isNumber());
        assertTrue(amplitudes.get("transformLargestError").asDouble() > 0);
        assertEquals("best epoch: " + best + " of 2", outcome.summary().get(0));
        assertEquals(
                List.of("Right to three decimals", "Mean absolute error"),
                outcome.charts().stream().map(TrainingOutcome.Chart::title).toList());
        assertTrue(outcome.complete());
    }

    @Test
    void aRhythmReportsEachSeedAndTheirStatistics() throws IOException, InputException {
        Lines lines = new Lines(100);

        TrainingOutcome outcome = run(RHYTHM, lines);

        JsonNode seeds = outcome.result().at("/rhythm/seeds");
        assertEquals(3, seeds.size());
        assertEquals(4, seeds.at("/0/testAccuracyByKind").size());
        double mean = (seeds.at("/0/testAccuracy").asDouble()
                        + seeds.at("/1/testAccuracy").asDouble()
                        + seeds.at("/2/testAccuracy").asDouble())
                / 3;
        assertEquals(mean, outcome.result().at("/accuracy/test/mean").asDouble(), 1e-12);
        assertTrue(lines.lines.get(2).startsWith("seed 44, epoch 1/1: loss "), lines.lines.get(2));
        assertTrue(
                outcome.summary().get(0).startsWith("test, 3 seeds: accuracy mean "),
                outcome.summary().get(0));
        TrainingOutcome.Table table = outcome.tables().get(0);
        assertEquals("Test trains classified correctly, in %", table.title());
        assertEquals(
                List.of(
                        "seed",
                        "best epoch",
                        "all",
                        "naive baseline",
                        "rhythm",
                        "Poisson",
                        "shuffled intervals",
                        "other tempo"),
                table.header());
        assertEquals("44", table.rows().get(2).get(0));
    }

    /** The seed of the command line is the only one, whether the file has a number of seeds or the default. */
    @Test
    void aRhythmWithASeedOfItsOwnTrainsOnce() throws IOException, InputException {
        for (String text : List.of(RHYTHM, RHYTHM.replace("seeds: 3\n", ""))) {
            List<Experiment> alone = ExperimentFiles.readSeeds(write(text), settings(Map.of("/seed", "7")));
            TrainingOutcome outcome = ExperimentRunner.run(alone.get(0), ALONE, new Lines(100));

            assertEquals(1, alone.size());
            assertEquals(1, outcome.result().at("/rhythm/seeds").size());
            assertEquals(7, outcome.result().at("/rhythm/seeds/0/seed").asInt());
        }
        List<Experiment> counted =
                ExperimentFiles.readSeeds(write(RHYTHM), settings(Map.of("/seed", "7", "/seeds", "2")));
        assertEquals(2, ((Rhythm) counted.get(0)).seeds(), "both are asked for");
    }

    private static ScenarioOverrides settings(Map<String, String> values) {
        return new ScenarioOverrides(values, OptionalLong.empty(), List.of(), false);
    }

    @Test
    void aStoppedRhythmReportsTheSeedsThatAreDone() throws IOException, InputException {
        TrainingOutcome outcome = run(RHYTHM, new Lines(1));

        assertFalse(outcome.complete());
        assertFalse(outcome.result().get("complete").asBoolean());
        assertEquals(1, outcome.result().at("/rhythm/seeds").size());
        assertTrue(outcome.result().at("/accuracy/test/standardDeviation").isNull());
    }

    /** A seed may take minutes. */
    @Test
    void aRhythmStopsWithinASeed() throws IOException, InputException {
        String text = RHYTHM.replace("seeds: 3", "seeds: 2").replace("epochs: 1", "epochs: 4");
        Lines first = new Lines(2);
        Lines second = new Lines(5);

        TrainingOutcome cutShort = run(text, first);
        TrainingOutcome one = run(text, second);

        assertEquals(2, first.lines.size());
        assertFalse(cutShort.complete());
        assertTrue(cutShort.model().isPresent(), "the best so far");
        assertEquals(1, cutShort.result().at("/rhythm/seeds").size());
        assertEquals(5, second.lines.size());
        assertFalse(one.complete());
        assertEquals(1, one.result().at("/rhythm/seeds").size(), "the seed that was cut short is left out");
    }

    @Test
    void aRhythmThatIsStoppedAtOnceHasNoFigures() throws IOException, InputException {
        TrainingOutcome outcome = run(RHYTHM, new Lines(0));

        assertEquals(List.of(), outcome.summary());
        assertFalse(outcome.result().has("accuracy"));
        assertEquals(List.of(), outcome.tables().get(0).rows());
    }

    @Test
    void theSameSeedGivesTheSameBits() throws IOException, InputException {
        for (String text : List.of(TRANSFORM, TONES, RHYTHM)) {
            JsonNode once = comparable(run(text, new Lines(100)));

            assertEquals(once, comparable(run(text, new Lines(100))));
            assertNotEquals(once, comparable(run("seed: 9\n" + text, new Lines(100))));
        }
    }

    @Test
    void severalTransformsAreComparedByLastLossAndLargestError() throws IOException, InputException {
        TrainingOutcome outcome = together(TRANSFORM + "seeds: [1, 2]\n");

        assertEquals(
                List.of("seed", "last epoch loss", "outputs largest error"),
                outcome.tables().get(0).header());
        assertEquals(2, outcome.result().get("seeds").size());
        assertTrue(outcome.result().at("/figures/lastLoss/mean").asDouble() > 0);
        assertTrue(
                outcome.summary().get(0).startsWith("last epoch, 2 seeds: loss mean "),
                outcome.summary().get(0));
    }

    @Test
    void severalTonesAreComparedByTheirAccuracy() throws IOException, InputException {
        TrainingOutcome outcome = together(TONES + "seeds: [1, 2]\n");

        assertEquals(
                List.of("seed", "amplitudes right to three decimals", "amplitudes mean error"),
                outcome.tables().get(0).header());
        assertTrue(outcome.result().at("/figures/meanError/max").asDouble() > 0);
    }

    @Test
    void severalRhythmsAreComparedByTheirTestAccuracy() throws IOException, InputException {
        TrainingOutcome outcome = together(RHYTHM.replace("seeds: 3", "seeds: [4, 5]"));

        assertEquals(List.of("seed", "test accuracy"), outcome.tables().get(0).header());
        assertEquals(
                List.of("4", "5"),
                outcome.tables().get(0).rows().stream().map(row -> row.get(0)).toList());
        assertTrue(outcome.result().at("/accuracy/test").has("standardDeviation"));
    }
}
