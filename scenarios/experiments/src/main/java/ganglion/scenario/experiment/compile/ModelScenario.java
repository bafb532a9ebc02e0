package ganglion.scenario.experiment.compile;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FileTrees;
import ganglion.learning.file.TrainedModel;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** The scenario of a trained model in a temporary folder, deleted when it is closed. */
public final class ModelScenario implements AutoCloseable {

    private static final int SILENCE_HERTZ = 16_000;

    private final Path folder;
    private final Scenario scenario;
    private final OptionalDouble temperature;

    private ModelScenario(Path folder, Scenario scenario, OptionalDouble temperature) {
        this.temperature = temperature;
        this.folder = folder;
        this.scenario = scenario;
    }

    /**
     * Compiles a model file.
     *
     * @param overrides what the user changes in the scenario
     * @throws InputException if the model cannot be read or compiled, or does not hear sound
     * @throws OutputException if the folder for temporary files cannot be written to
     */
    public static ModelScenario of(Path model, ScenarioOverrides overrides) throws InputException, OutputException {
        SavedClassifier classifier = SavedClassifier.read(model);
        if (!classifier.features().fromSound()) {
            throw new InputException(model, "found a model of recorded spikes, expected one that hears sounds");
        }
        ClassifierCompiler compiler = ClassifierCompiler.of(classifier);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("ganglion-model-");
            Path file = folder.resolve("scenario.yaml");
            compiler.write(file, List.of(new CompiledClip(silence(folder), "")));
            return new ModelScenario(folder, ScenarioFiles.read(file, overrides), temperature(classifier));
        } catch (IOException e) {
            discard(folder);
            throw new OutputException(System.getProperty("java.io.tmpdir"), e);
        } catch (InputException | RuntimeException | Error e) {
            discard(folder);
            throw e;
        }
    }

    private static OptionalDouble temperature(SavedClassifier classifier) {
        return classifier.trained() instanceof TrainedModel network ? network.temperature() : OptionalDouble.empty();
    }

    /** A recording in place of those that the scenario will hear. */
    private static Path silence(Path folder) throws IOException {
        Path file = folder.resolve("silence.wav");
        try (WaveWriter out = new WaveWriter(file, SILENCE_HERTZ, 1, SILENCE_HERTZ)) {
            for (int i = 0; i < SILENCE_HERTZ; i++) {
                out.write(0);
            }
        }
        return file;
    }

    private static void discard(Path folder) {
        if (folder != null) {
            FileTrees.delete(folder);
        }
    }

    /** The scenario. Its files are there until this is closed. */
    public Scenario scenario() {
        return scenario;
    }

    /** The temperature that the scores of the model are divided by to get probabilities; absent if none was fitted. */
    public OptionalDouble temperature() {
        return temperature;
    }

    @Override
    public void close() {
        FileTrees.delete(folder);
    }
}
