package ganglion.api.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.TemporaryFolder;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.PlaceClaim;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.ModelScenario;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.trial.TrialData;
import ganglion.scenario.experiment.trial.TrialRequest;
import ganglion.scenario.experiment.trial.Trials;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.ClassifiedSound;
import ganglion.scenario.run.SoundClassifier;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model file that was read. Thread safe. */
public final class LoadedModel {

    private static final long SEED = 42;

    private final SavedClassifier classifier;
    private SoundClassifier ear;

    private LoadedModel(SavedClassifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Reads a model file.
     *
     * @throws InputException if it is none, or is of a task without classes
     */
    public static LoadedModel read(Path file) throws InputException {
        return new LoadedModel(SavedClassifier.read(file));
    }

    /** The model file. */
    public Path file() {
        return classifier.file();
    }

    /** The model. */
    public SavedClassifier classifier() {
        return classifier;
    }

    /**
     * Lets the network hear a sound.
     *
     * @throws InputException if it hears no sounds, or this one cannot be read
     * @throws OutputException if no temporary file can be written
     */
    public ClassifiedSound classify(Path sound) throws InputException, OutputException {
        return classify(sound, sound.toString());
    }

    /** @param name what messages call the sound */
    private ClassifiedSound classify(Path sound, String name) throws InputException, OutputException {
        try {
            return ear().classify(sound, RunSettings.ofThisMachine());
        } catch (InputException e) {
            throw new InputException(e.problems().stream()
                    .map(problem -> ofSound(problem, sound, name))
                    .toList());
        } finally {
            Reference.reachabilityFence(this); // or its files might be deleted while they are read
        }
    }

    /** What is wrong with a sound is told of it, and not of the scenario in a temporary folder that hears it. */
    private static Problem ofSound(Problem problem, Path sound, String name) {
        String start = sound + ": ";
        return problem.message().startsWith(start)
                ? new Problem(name, 0, "", problem.message().substring(start.length()))
                : problem;
    }

    /** The network that hears, compiled when it is first asked for. */
    private synchronized SoundClassifier ear() throws InputException, OutputException {
        if (ear == null) {
            ModelScenario scenario = ModelScenario.of(classifier.file(), ScenarioOverrides.NONE);
            TemporaryFolder.whenForgotten(this, scenario::close);
            ear = SoundClassifier.of(scenario.scenario(), scenario.temperature());
        }
        return ear;
    }

    /**
     * The same for samples in memory.
     *
     * @throws InputException if it hears no sounds
     * @throws IOException if no temporary file can be written
     */
    public ClassifiedSound classify(double[] samples, int rateHertz)
            throws InputException, OutputException, IOException {
        TemporaryFolder folder = TemporaryFolder.create("sound");
        try {
            Path file = folder.path().resolve("samples.wav");
            WaveWriter.writeFloats(file, rateHertz, samples);
            return classify(file, "samples");
        } finally {
            folder.delete();
        }
    }

    /**
     * Tries it on samples of known classes.
     *
     * @return the figures
     * @throws InputException if there are no samples that it can use
     */
    public ObjectNode evaluate(Path data) throws InputException {
        TrialRequest request = new TrialRequest(List.of(), List.of(), Optional.empty(), OptionalDouble.empty(), SEED);
        return Trials.of(classifier, new TrialData(data, Optional.empty()), request)
                .run(0)
                .document();
    }

    /**
     * Makes a scenario of it.
     *
     * @throws InputException if the simulator has no equivalent for a part of it, or a recording cannot be read
     * @throws OutputException if a file is in the way
     * @throws IOException if a file cannot be written
     */
    public ScenarioHandle compile(Path scenario, List<Path> recordings)
            throws InputException, OutputException, IOException {
        if (recordings.isEmpty() && classifier.features().fromSound()) {
            throw new InputException(new Problem("", 0, "", "found no recording, expected at least one"));
        }
        ClassifierCompiler compiler = ClassifierCompiler.of(classifier);
        List<CompiledClip> clips = CompiledClip.choose(classifier, recordings, List.of());
        PlaceClaim claim = PlaceClaim.beside(scenario);
        try (claim) {
            compiler.write(scenario, clips);
        }
        return ScenarioHandle.read(scenario, false);
    }
}
