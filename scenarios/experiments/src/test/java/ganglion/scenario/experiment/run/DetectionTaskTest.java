package ganglion.scenario.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.documents.InputException;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.Loss.BinaryCrossEntropyMeanMembrane;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the study's experiments say beyond plain classification: mixtures, contours, changes of spectra, breath. */
class DetectionTaskTest {

    private static final String MIXTURES = """
            experiment: mixtures
            task: detection
            data:
              training: {kind: notes, path: notes, label: family}
              test: {kind: notes, path: notes, label: family}
              mixtures: {training: 12, test: 5, most-notes: 2, gain-range-db: 9}
            features:
              as: contour-and-cepstrum
              duration: 1 s
              frames-per-step: 5
              coefficients: 6
              contour: {range-db: 50, lags: [1, 3]}
              frontend: {hop: 10 ms, mel-bands: 8}
            network:
              layers:
                - {kind: dense, outputs: 3}
                - {kind: integrator, beta: 0.9}
            training: {epochs: 2}
            """;

    private static final String BREATH = """
            experiment: breath
            data:
              training: {kind: notes, path: notes, label: source}
              breath: {notes: {kind: notes, path: notes, label: family}, with: acoustic, without: synthetic}
            features:
              as: contour
              duration: 1 s
              frontend: {hop: 20 ms, mel-bands: 8}
            augmentation:
              spectrum: {shift-bands: 1.5, warp-bands: 0.7, stretch: 0.1, tilt-db: 4, bend-db: 3, ripple-db: 2, jitter-db: 0.5}
              versions: 3
            network:
              layers:
                - {kind: dense, outputs: 2}
                - {kind: integrator, beta: 0.9}
            training: {epochs: 2}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder.resolve("notes"));
    }

    private Experiment read(String text) throws IOException, InputException {
        Path file = folder.resolve("experiment.yaml");
        Files.writeString(file, text);
        return ExperimentFiles.read(file, ScenarioOverrides.NONE);
    }

    @Test
    void mixturesAreRead() throws IOException, InputException {
        Detection detection = assertInstanceOf(Detection.class, read(MIXTURES));

        assertEquals(12, detection.mixtures().training());
        assertEquals(5, detection.mixtures().test());
        assertEquals(2, detection.mixtures().mostNotes());
        assertEquals(9, detection.mixtures().gainRangeDecibels());
        assertEquals(ReadOut.MEAN_MEMBRANE, detection.training().selection().readOut());
        assertInstanceOf(
                BinaryCrossEntropyMeanMembrane.class,
                detection.training().objective().loss());
    }

    @Test
    void anEncoderThatDrawsHasTheSeedOfTheExperiment() throws IOException, InputException {
        String text = BREATH.replace("as: contour", "as: spikes\n  encoder: {poisson: {rate: 100 Hz}}")
                .replaceAll("augmentation:\\n.*?\\n.*?\\n", "");

        SpikeEncoder first = encoder(text);
        SpikeEncoder second = encoder(text.replace("experiment: breath", "experiment: breath\nseed: 2"));

        assertEquals(first, encoder(text));
        assertNotEquals(first, second);
    }

    private SpikeEncoder encoder(String text) throws IOException, InputException {
        Classification experiment = assertInstanceOf(Classification.class, read(text));
        return ((Features.Heard) experiment.features()).settings().ear().encoder();
    }

    @Test
    void changesOfSpectraNeedAContour() {
        InputException refusal =
                assertThrows(InputException.class, () -> read(BREATH.replace("as: contour", "as: drive")));

        assertTrue(refusal.problems().get(0).pointer().equals("/augmentation/spectrum"), refusal.getMessage());
    }

    @Test
    void severalHopsForAStepNeedAContourOrExpression() {
        InputException refusal = assertThrows(
                InputException.class,
                () -> read(MIXTURES.replace("as: contour-and-cepstrum", "as: drive-and-cepstrum")));

        assertTrue(refusal.getMessage().contains("frames for each step"), refusal.getMessage());
    }
}
