package ganglion.scenario.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.ExperimentFolder;
import ganglion.scenario.experiment.ToneNotes;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test of learning rates for an experiment: what it minimises, and what it says. */
class LearningRateSearchTest {

    private static final String TEXT = """
            experiment: e
            data: {training: {kind: spike-lists, path: train}}
            features: {step: 2 ms, channels: 6, duration: 40 ms}
            network:
              layers: [{kind: dense, outputs: 8}, {kind: leaky, beta: 0.9}, {kind: dense, outputs: 2}, {kind: leaky, beta: 0.9}]
            training: {epochs: 2, batch: 4, penalty: {energy: {profile: loihi, loss-per-microjoule: %s}}}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFolder folder;

    @BeforeEach
    void makeData() throws IOException {
        folder = new ExperimentFolder(temporary).withSpikeLists("train", 12, 1);
    }

    private TrainingOutcome run(String price, TrainingProgress progress) throws IOException, InputException {
        return LearningRateSearch.run(folder.read(TEXT.formatted(price)), 1, progress);
    }

    private JsonNode losses(String price) throws IOException, InputException {
        return run(price, new TrainingProgress() {}).result().at("/learningRateTest/points");
    }

    @Test
    void thePriceOfEnergyCountsAsItDoesInTraining() throws IOException, InputException {
        JsonNode free = losses("0");
        JsonNode priced = losses("1e6");

        assertTrue(
                !free.equals(priced),
                "with and without a price: " + free.size() + " and " + priced.size() + " batches");
    }

    @Test
    void aTestThatWasStoppedSaysThatThereWereTooFewBatches() throws IOException, InputException {
        TrainingOutcome outcome = run("0", new TrainingProgress() {
            @Override
            public boolean stopRequested() {
                return true;
            }
        });

        assertEquals(
                "no learning rate to suggest: the test ended after 0 batches, too few for a slope",
                outcome.summary().get(0));
    }

    private static final String TONES = """
            experiment: tones
            data: {training: {kind: folders, path: notes}}
            features:
              duration: 200 ms
              as: spikes
              frontend: {sample-rate: 8 kHz, window: 32 ms, hop: 10 ms, mel-bands: 12, gain: {decibels: {range-db: 60}},
                lateral-inhibition: {width: 1}}
              encoder: {lif: {beta: 0.8, threshold: 1.5, reset: zero}}
            network: {layers: [{kind: dense, outputs: 3}, {kind: leaky, beta: 0.9}]}
            training: {epochs: 2, batch: 4, optimiser: {kind: adam, learning-rate: 0.01}, ear: {learning-rate: %s}}
            """;

    private TrainingOutcome withEar(String rate, int threads) throws IOException, InputException {
        return LearningRateSearch.run(folder.read(TONES.formatted(rate)), threads, new TrainingProgress() {});
    }

    @Test
    void aFrontEndLearnsAlong() throws IOException, InputException {
        ToneNotes.write(temporary.resolve("notes"), 3, 0.2);

        TrainingOutcome slow = withEar("0.001", 1);
        TrainingOutcome fast = withEar("0.1", 1);

        assertNotEquals(
                slow.result().at("/learningRateTest/points"), fast.result().at("/learningRateTest/points"));
        assertEquals(fast.result(), withEar("0.1", 2).result(), "on two threads");
        assertEquals(
                "the rates of the front end grew with it, in the proportion that they have in the experiment",
                fast.summary().get(2));
    }
}
