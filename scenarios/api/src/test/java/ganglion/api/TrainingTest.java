package ganglion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.run.ClassifiedSound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Experiments that are trained, and what a model is used for. */
final class TrainingTest {

    @TempDir
    private Path folder;

    private TrainableExperiment experiment;

    @BeforeEach
    void readsAnExperiment() throws IOException {
        experiment = GanglionApi.experiment(Tones.experiment(folder));
    }

    @Test
    void onlyATrustedExperimentReadsOutsideItsFolder() throws IOException {
        Path within = Tones.experimentBesideItsSounds(folder);

        GanglionException refusal = assertThrows(GanglionException.class, () -> GanglionApi.experiment(within));
        TrainableExperiment trusted = GanglionApi.trustedExperiment(within).with("/training/epochs", 1);

        assertTrue(refusal.problems().get(0).pointer().startsWith("/data/"), refusal::getMessage);
        TrainableExperiment.Outcome trained = trusted.train(folder.resolve("outside"));
        assertTrue(trained.complete());
        assertEquals(List.of("high", "low"), trained.network().orElseThrow().classes());
    }

    @Test
    void aModelIsTrainedTriedAndMadeAScenario() {
        List<JsonNode> epochs = new ArrayList<>();
        TrainingProgress progress = new TrainingProgress() {

            @Override
            public void epochFigures(JsonNode figures) {
                epochs.add(figures);
            }
        };

        TrainableExperiment.Outcome trained = experiment.train(folder.resolve("trained"), 1, progress);

        assertTrue(trained.complete());
        assertEquals(6, epochs.size());
        assertTrue(Files.isRegularFile(trained.directory().resolve("report.html")));
        TrainedNetwork network = trained.network().orElseThrow();
        assertEquals("tones", network.name());
        assertEquals(List.of("high", "low"), network.classes());
        Map<String, Object> trial = network.evaluate(folder.resolve("sounds/test"));
        assertEquals(16, trial.get("samples"));
        assertTrue((double) trial.get("accuracy") >= 0.9, trial::toString);
        Path sound = folder.resolve("sounds/test/low/a.wav");
        ClassifiedSound answer = network.classify(sound);
        assertEquals("low", answer.decided());
        assertEquals(answer, network.classify(Tones.tone(307, 0.2), Tones.RATE_HERTZ));
        RunOutcome compiled =
                network.compile(folder.resolve("detector/scenario.yaml"), sound).run();
        assertEquals("low", compiled.decisions().get(0).winner());
        assertEquals(network.classes(), GanglionApi.model(network.file()).classes());
        Path missing = folder.resolve("missing.wav");
        assertToldOf(missing.toString(), () -> network.classify(missing));
        assertToldOf("samples", () -> network.classify(new double[1], 16_000));
        assertToldOf("samples", () -> network.classify(new double[] {1e300}, 16_000));
        assertToldOf("", () -> network.compile(folder.resolve("none/scenario.yaml")));
    }

    /** Nothing is told of files in temporary folders, and nothing of options of the command line. */
    private static void assertToldOf(String file, Executable call) {
        GanglionException refusal = assertThrows(GanglionException.class, call);
        Problem fault = refusal.problems().get(0);
        assertEquals(file, fault.file());
        assertEquals("", fault.pointer());
        assertFalse(
                refusal.getMessage().contains("ganglion-")
                        || refusal.getMessage().contains("--"),
                fault::toString);
    }

    @Test
    void aTrainingThatIsStoppedEndsAfterItsEpoch() {
        AtomicBoolean stop = new AtomicBoolean();
        TrainingProgress stops = new TrainingProgress() {

            @Override
            public void epochFigures(JsonNode figures) {
                stop.set(true);
            }

            @Override
            public boolean stopRequested() {
                return stop.get();
            }
        };

        TrainableExperiment.Outcome stopped =
                experiment.with("/training/epochs", 1000).train(folder.resolve("stopped"), 1, stops);

        assertFalse(stopped.complete());
        assertTrue(Files.isRegularFile(folder.resolve("stopped/checkpoint.zip")));
    }

    @Test
    void whatDoesNotFitIsTold() throws IOException {
        Problem fault = assertThrows(GanglionException.class, () -> experiment.with("/training/epochs", -1))
                .problems()
                .get(0);
        assertEquals("/training/epochs", fault.pointer());
        assertThrows(GanglionException.class, () -> GanglionApi.model(folder.resolve("tones.yaml")));
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/file"), "kept");
        assertThrows(GanglionException.class, () -> experiment.train(folder.resolve("mine")));
    }
}
