package ganglion.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model file, which training wrote: classifies sounds, is tried on samples, and becomes a scenario. Thread safe.
 *
 * <pre>{@code
 * TrainedNetwork network = GanglionApi.model(Path.of("tones.zip"));
 * System.out.println(network.classes());
 * ClassifiedSound answer = network.classify(Path.of("sounds/test/high/a.wav"));
 * System.out.println(answer.decided() + " " + answer.confidence());
 * System.out.println(network.evaluate(Path.of("sounds/test")).get("accuracy"));
 * network.compile(Path.of("detector/scenario.yaml"), Path.of("sounds/test/high/a.wav")).run();
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class TrainedNetwork {

    private static final long SEED = 42;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SavedClassifier classifier;
    private SoundClassifier ear;

    private TrainedNetwork(SavedClassifier classifier) {
        this.classifier = classifier;
    }

    /** @throws InputException if it is none, or is of a task without classes */
    static TrainedNetwork read(Path file) throws InputException {
        return new TrainedNetwork(SavedClassifier.read(file));
    }

    /** A document as maps, lists, texts and numbers. */
    static Map<String, Object> figures(JsonNode document) {
        return MAPPER.convertValue(document, new TypeReference<Map<String, Object>>() {});
    }

    /** The model file. */
    public Path file() {
        return classifier.file();
    }

    /** Name of the experiment that trained it. */
    public String name() {
        return classifier.name();
    }

    /** Names of the classes that it distinguishes. */
    public List<String> classes() {
        return classifier.classes();
    }

    /**
     * Says which class a sound belongs to, as {@code ganglion evaluate} does.
     *
     * @param sound WAV, FLAC, AIFF, AU, Ogg Vorbis or MP3
     * @throws GanglionException if the model does not hear sounds, or the sound cannot be read
     */
    public ClassifiedSound classify(Path sound) {
        return GanglionException.translated(() -> classify(sound, sound.toString()));
    }

    /**
     * The same for samples of one channel in memory, full scale being -1 to 1.
     *
     * @param sampleRate in hertz
     */
    public ClassifiedSound classify(double[] samples, int sampleRate) {
        if (sampleRate < 1 || samples.length == 0) {
            throw new GanglionException("found " + samples.length + " samples at " + sampleRate
                    + " Hz, expected at least one at a positive rate");
        }
        return GanglionException.translated(() -> {
            TemporaryFolder folder = TemporaryFolder.create("sound");
            try {
                Path file = folder.path().resolve("samples.wav");
                WaveWriter.writeFloats(file, sampleRate, samples);
                return classify(file, "samples");
            } finally {
                folder.delete();
            }
        });
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
                ? new Problem(name, problem.message().substring(start.length()))
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
     * Tries it on samples whose classes are known, as {@code ganglion evaluate} does.
     *
     * @param data a folder with a folder for each class, a folder with examples.json, a CSV table {@code file,label}, an HDF5 file of recorded
     *     spikes, or an experiment, of which the test set is taken
     * @return all figures, as {@code ganglion evaluate --json} prints those of a trial: {@code samples}, {@code accuracy}, {@code accuracyInterval}
     *     and others
     */
    public Map<String, Object> evaluate(Path data) {
        return GanglionException.translated(() -> {
            TrialRequest request = new TrialRequest(List.of(), List.of(), List.of(), OptionalDouble.empty(), SEED);
            return figures(Trials.of(classifier, new TrialData(data, Optional.empty()), request)
                    .run(0)
                    .document());
        });
    }

    /**
     * Makes a scenario of it, as {@code ganglion compile} does: its layers act one tick after the other; but for that, the scenario fires the
     * spikes of the model.
     *
     * @param scenario the file to write; its weights and recordings go beside it
     * @param recordings inputs of the scenario, at least one if the model hears sounds
     */
    public RunnableScenario compile(Path scenario, Path... recordings) {
        if (recordings.length == 0 && classifier.features().fromSound()) {
            throw new GanglionException("found no recording, expected at least one");
        }
        return GanglionException.translated(() -> {
            ClassifierCompiler compiler = ClassifierCompiler.of(classifier);
            List<CompiledClip> clips = CompiledClip.choose(classifier, List.of(recordings), List.of());
            PlaceClaim claim = PlaceClaim.beside(scenario);
            try (claim) {
                compiler.write(scenario, clips);
            }
            return RunnableScenario.read(scenario, false);
        });
    }

    @Override
    public String toString() {
        return "TrainedNetwork[" + name() + ", " + String.join(", ", classes()) + "]";
    }
}
