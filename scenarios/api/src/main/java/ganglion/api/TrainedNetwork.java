package ganglion.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.PlainJson;
import ganglion.api.engine.LoadedModel;
import ganglion.scenario.run.ClassifiedSound;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model file, which training wrote: classifies sounds, is tried on samples, and becomes a scenario. Thread safe.
 *
 * <pre>{@code
 * TrainedNetwork network = GanglionApi.model(Path.of("tones.zip"));
 * System.out.println(network.classes());
 * TrainedNetwork.Answer answer = network.classify(Path.of("sounds/test/high/a.wav"));
 * System.out.println(answer.decided() + " " + answer.confidence());
 * TrainedNetwork.Trial trial = network.evaluate(Path.of("sounds/test"));
 * System.out.println(trial.accuracy() + " of " + trial.samples());
 * network.compile(Path.of("detector/scenario.yaml"), Path.of("sounds/test/high/a.wav")).run();
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.2")
public final class TrainedNetwork {

    private final LoadedModel model;

    TrainedNetwork(LoadedModel model) {
        this.model = model;
    }

    /**
     * What a network says of a sound.
     *
     * @param decided name of the class; empty for nothing
     * @param scores score of each class under the rule of the read-out, in its order
     * @param confidence from 0 to 1; absent where that has no meaning
     * @param soundSeconds length of what was heard
     * @param firstSpikeSeconds from the start of the sound to the first spike of the neuron that won; absent if it did not fire
     * @param energies what the decision takes on each device of the scenario; empty if it names none
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public record Answer(
            String decided,
            Map<String, Double> scores,
            OptionalDouble confidence,
            double soundSeconds,
            OptionalDouble firstSpikeSeconds,
            List<EnergyEstimate> energies) {

        /** Takes copies of the collections. */
        public Answer {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
            energies = List.copyOf(energies);
        }

        static Answer of(ClassifiedSound sound) {
            return new Answer(
                    sound.decided(),
                    sound.scores(),
                    sound.confidence(),
                    sound.soundSeconds(),
                    sound.firstSpikeSeconds(),
                    EnergyEstimate.of(sound.devices()));
        }
    }

    /**
     * What a network does with samples whose class is known.
     *
     * @param samples number of samples
     * @param accuracy share of right decisions; NaN for detectors of several classes at once, which have figures of their own
     * @param lowAccuracy lower end of Wilson's 95 % interval of the accuracy; NaN likewise
     * @param highAccuracy upper end
     * @param figures all figures, as {@code ganglion evaluate --json} prints those of a trial
     */
    @API(status = Status.EXPERIMENTAL, since = "0.2")
    public record Trial(
            long samples, double accuracy, double lowAccuracy, double highAccuracy, Map<String, Object> figures) {

        /** Takes a copy of the map. */
        public Trial {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        @SuppressWarnings("unchecked")
        static Trial of(ObjectNode document) {
            return new Trial(
                    document.path("samples").asLong(),
                    document.path("accuracy").asDouble(Double.NaN),
                    document.path("accuracyInterval").path(0).asDouble(Double.NaN),
                    document.path("accuracyInterval").path(1).asDouble(Double.NaN),
                    (Map<String, Object>) PlainJson.plain(document));
        }
    }

    /** The model file. */
    public Path file() {
        return model.file();
    }

    /** Name of the experiment that trained it. */
    public String name() {
        return model.classifier().name();
    }

    /** Names of the classes that it distinguishes. */
    public List<String> classes() {
        return model.classifier().classes();
    }

    /**
     * Says which class a sound belongs to, as {@code ganglion evaluate} does.
     *
     * @param sound WAV, FLAC, AIFF, AU, Ogg Vorbis or MP3
     * @throws InvalidInputException if the model does not hear sounds, or the sound cannot be read
     */
    public Answer classify(Path sound) {
        return GanglionException.translated(() -> Answer.of(model.classify(sound)));
    }

    /**
     * The same for samples of one channel in memory, full scale being -1 to 1.
     *
     * @param sampleRate in hertz
     */
    public Answer classify(double[] samples, int sampleRate) {
        if (sampleRate < 1 || samples.length == 0) {
            throw InvalidInputException.ofArgument("found " + samples.length + " samples at " + sampleRate
                    + " Hz, expected at least one at a positive rate");
        }
        double[] finite = InvalidInputException.finite(samples, "samples");
        return GanglionException.translated(() -> Answer.of(model.classify(finite, sampleRate)));
    }

    /** The same for samples of single precision. */
    public Answer classify(float[] samples, int sampleRate) {
        return classify(InvalidInputException.finite(samples, "samples"), sampleRate);
    }

    /**
     * Tries it on samples whose classes are known, as {@code ganglion evaluate} does.
     *
     * @param data a folder with a folder for each class, a folder with examples.json, a CSV table {@code file,label}, an HDF5 file of recorded
     *     spikes, or an experiment, of which the test set is taken
     */
    public Trial evaluate(Path data) {
        return GanglionException.translated(() -> Trial.of(model.evaluate(data)));
    }

    /**
     * Makes a scenario of it, as {@code ganglion compile} does: its layers act one tick after the other; but for that, the scenario fires the
     * spikes of the model.
     *
     * @param scenario the file to write; its weights and recordings go beside it
     * @param recordings inputs of the scenario, at least one if the model hears sounds
     */
    public RunnableScenario compile(Path scenario, Path... recordings) {
        return GanglionException.translated(() -> new RunnableScenario(model.compile(scenario, List.of(recordings))));
    }

    @Override
    public String toString() {
        return "TrainedNetwork[" + name() + ", " + String.join(", ", classes()) + "]";
    }
}
