package ganglion.report.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.OutputException;
import ganglion.documents.place.SourceMap;
import ganglion.report.run.SampleRun;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.session.SeedOutcomes;
import ganglion.scenario.experiment.session.SeedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a training: what lies beside the target while it lasts, and what is left of it. */
class TrainingPlaceTest {

    private static final SourceMap SOURCE = new SourceMap("e.yaml", Map.of());

    @TempDir
    private Path folder;

    private TrainingPlace place;

    @BeforeEach
    void choosePlace() {
        place = new TrainingPlace(folder.resolve("out"), true);
    }

    private static Experiment experiment(long seed, String document) {
        ExperimentHead head = new ExperimentHead(Path.of("e.yaml"), SOURCE, "e", "rhythm", "", seed, document);
        return () -> head;
    }

    private static TrainingOutcome outcome(long seed, boolean complete) {
        return new TrainingOutcome(
                experiment(seed, "{}"),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("seed", seed),
                List.of(),
                List.of(),
                List.of("done"),
                List.of(),
                complete);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aSeedContinuesFromItsCheckpointBeforeThatOfAnEarlierTraining() throws IOException {
        assertEquals(Optional.empty(), place.seed(8).resumable());
        Path earlier = Files.createDirectories(folder.resolve("out/seed-8")).resolve("checkpoint.zip");
        Files.writeString(earlier, "earlier");
        assertEquals(Optional.of(earlier), place.seed(8).resumable());

        Files.writeString(folder.resolve("out.seed-8.checkpoint"), "later");

        assertEquals(
                Optional.of(folder.resolve("out.seed-8.checkpoint")),
                place.seed(8).resumable());
        assertEquals(Optional.empty(), place.seed(5).resumable());
        assertEquals(Optional.empty(), place.alone().resumable());
    }

    @Test
    void aCompleteTrainingLeavesItsDirectoryAlone() throws Exception {
        for (long seed : new long[] {8, 5}) {
            Files.writeString(place.seed(seed).checkpoint(), "checkpoint " + seed);
        }

        Path written = place.write(
                new SeedOutcomes(List.of(outcome(8, true), outcome(5, true)), outcome(8, true), true),
                SampleRun.MANIFEST);

        assertEquals(folder.resolve("out"), written);
        assertEquals(List.of("out"), files());
        assertEquals("checkpoint 5", Files.readString(written.resolve("seed-5/checkpoint.zip")));
    }

    @Test
    void aTrainingThatWasStoppedKeepsWhatItNeedsToContinue() throws Exception {
        Files.writeString(place.alone().checkpoint(), "checkpoint");

        place.write(new SeedOutcomes(List.of(outcome(8, false)), outcome(8, false), false), SampleRun.MANIFEST);

        assertEquals(List.of("out", "out.checkpoint"), files());
    }

    @Test
    void aModelFileNeedsAModel() {
        TrainingPlace model = new TrainingPlace(folder.resolve("out.ZIP"), true);

        OutputException refused = assertThrows(
                OutputException.class,
                () -> model.write(
                        new SeedOutcomes(List.of(outcome(8, true)), outcome(8, true), false), SampleRun.MANIFEST));

        assertTrue(refused.getMessage().endsWith("has no model, name a directory"), refused.getMessage());
        assertFalse(Files.exists(model.target()));
    }

    @Test
    void onlyFilesOfAnEarlierTrainingMayBeReplaced() throws Exception {
        SeedStore files = place.seed(8);
        files.check();
        Files.createDirectory(files.checkpoint());

        OutputException refused = assertThrows(OutputException.class, files::check);

        assertEquals(
                files.checkpoint() + ": is not a checkpoint of a training and stays as it is; expected another name",
                refused.getMessage());
    }

    @Test
    void makesTheFolderOfTheTarget() throws OutputException {
        new TrainingPlace(folder.resolve("a/b/out"), true).open();

        assertTrue(Files.isDirectory(folder.resolve("a/b")));
    }
}
