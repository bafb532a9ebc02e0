package ganglion.study.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small studies run to their end: results, charts, summaries, and the figures of several seeds. */
class StudyRunsTest {

    private static final String RHYTHM = """
        experiment: r
        task: rhythm
        seeds: [3, 4]
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

    @Test
    void aRhythmReportsItsFiguresAndThoseOfItsKindsOfTrains() throws IOException, InputException {
        Lines lines = new Lines(100);

        TrainingOutcome outcome = run(RHYTHM, lines);

        JsonNode test = outcome.result().get("test");
        assertEquals(4, test.get("accuracyByKind").size());
        assertEquals(8, test.get("samples").asInt());
        assertTrue(lines.lines.get(0).startsWith("epoch 1/1: loss "), lines.lines.get(0));
        assertTrue(outcome.summary().get(0).startsWith("test: accuracy "), outcome.summary()::toString);
        assertEquals(
                List.of("rhythm", "Poisson", "shuffled intervals", "other tempo"),
                outcome.tables().get(0).rows().stream().map(row -> row.get(0)).toList());
        assertTrue(outcome.complete());
    }

    @Test
    void aRhythmStopsBetweenEpochsAndKeepsTheBestSoFar() throws IOException, InputException {
        Lines lines = new Lines(2);

        TrainingOutcome outcome = run(RHYTHM.replace("epochs: 1", "epochs: 4"), lines);

        assertEquals(2, lines.lines.size());
        assertFalse(outcome.complete());
        assertFalse(outcome.result().get("complete").asBoolean());
        assertTrue(outcome.model().isPresent());
    }
}
