package ganglion.scenario.experiment.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.DataSource.Kind;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.data.Catalogue;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MadeSamples;
import ganglion.scenario.experiment.data.MixedSounds;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The samples that a trained model is tried on.
 *
 * @param path a folder or file of samples, or an experiment file, whose test set is meant
 * @param label attribute that names the class; empty for that of the training
 */
public record TrialData(Path path, Optional<String> label) {

    /**
     * The samples that a model with these features can use. For detectors these are the notes to mix.
     *
     * @throws InputException if there are none
     */
    public List<Example> examples(SavedClassifier classifier) throws InputException {
        if (isExperiment() && experiment() instanceof MadeSamples maker) {
            return maker.testSet();
        }
        String attribute = label.orElse(classifier.label());
        DataSource source = isExperiment() ? testSet() : SampleLocation.find(path, classifier.features(), attribute);
        return Catalogue.of(source, classifier.features(), classifier.seed());
    }

    /** How notes are mixed: as the experiment says, if the samples are given by one, else as in the training. */
    MixturePlan mixtures(MixturePlan learned) throws InputException {
        return isExperiment() && experiment() instanceof Detection detection ? detection.mixtures() : learned;
    }

    /**
     * Whether sounds have several classes already, and are not to be mixed: their label is that of {@code ganglion compose}, or one of them joins
     * classes. The test set of an experiment is notes.
     */
    boolean ofMixedSounds(List<Example> examples) {
        boolean composed = label.filter(MixedSounds.FAMILIES::equals).isPresent();
        return !isExperiment()
                && (composed
                        || examples.stream().anyMatch(sound -> sound.label().contains(MixedSounds.JOINT)));
    }

    private boolean isExperiment() {
        return Files.isRegularFile(path)
                && path.toString().matches(".*\\.(yaml|yml|json)")
                && ExperimentFiles.isExperiment(path);
    }

    private Experiment experiment() throws InputException {
        return ExperimentFiles.read(path, new ScenarioOverrides(Map.of(), OptionalLong.empty(), List.of(), true));
    }

    private DataSource testSet() throws InputException {
        Experiment experiment = experiment();
        if (experiment instanceof Detection detection) {
            return detection.test();
        }
        if (experiment instanceof LabelledExperiment labelled
                && labelled.data().test().isPresent()) {
            return labelled.data().test().get();
        }
        throw new InputException(
                new Problem(path.toString(), 0, "/data", "found no \"test\", expected a test set to try the model on"));
    }

    /** Finds the layout of the samples in a folder or file. */
    public static final class SampleLocation {

        private SampleLocation() {}

        /**
         * The data set at a place: a folder with {@code examples.json}, or one with a folder for each class; a table that ends in {@code
         * .csv}; recorded spikes otherwise.
         *
         * @param features whether samples are sounds
         * @param label attribute that names the class of notes
         * @throws InputException if there is nothing, or no label for notes
         */
        public static DataSource find(Path place, Features features, String label) throws InputException {
            if (!Files.exists(place)) {
                throw refusal(place, "there is no such file or folder, expected samples");
            }
            Kind kind = kind(place, features);
            if (kind == Kind.NOTES && label.isEmpty()) {
                throw refusal(place, "found notes with attributes, expected --label with the one that names the class");
            }
            DocumentPath path =
                    new DocumentPath(place.toString(), place.toAbsolutePath().normalize());
            return new DataSource("", kind, path, label, "", Optional.empty(), 0);
        }

        private static Kind kind(Path place, Features features) {
            if (Files.isDirectory(place)) {
                if (!features.fromSound()) {
                    return Kind.SPIKE_LISTS;
                }
                return Files.exists(place.resolve("examples.json")) ? Kind.NOTES : Kind.FOLDERS;
            }
            boolean table = place.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
            return table ? Kind.TABLE : Kind.HEIDELBERG;
        }

        private static InputException refusal(Path place, String message) {
            return new InputException(place, message);
        }
    }
}
