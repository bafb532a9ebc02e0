package ganglion.scenario.experiment.format;

import ganglion.documents.InputException;
import ganglion.documents.place.Place;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.task.ModelUse;
import ganglion.scenario.experiment.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A classifier, or detectors of classes, from a model file, with the settings of its experiment that its use needs.
 *
 * @param file the model file
 * @param trained the model
 * @param name of the experiment
 * @param features its input
 * @param training how it was trained, and so how its outputs decide
 * @param label attribute that named the class of a training note; empty if there was none
 * @param mixtures how notes are mixed, for detectors of several classes at once; absent for a classifier
 */
public record TrainedClassifier(
        Path file,
        TrainedModel trained,
        String name,
        Features features,
        TrainingPlan training,
        String label,
        Optional<MixturePlan> mixtures)
        implements SavedClassifier {

    /**
     * Reads a model file of a network.
     *
     * @throws InputException if it is no model file, has no experiment, or was trained by a rule
     */
    public static TrainedClassifier read(Path file) throws InputException {
        if (SavedClassifier.read(file) instanceof TrainedClassifier network) {
            return network;
        }
        throw SavedClassifier.refusal(file, "found a model that was trained by a rule, expected a network");
    }

    static TrainedClassifier of(Path file, TrainedModel trained, Place root) throws InputException {
        String task = root.find(ExperimentKeys.TASK).map(Place::text).orElse(Classification.TASK);
        Optional<ModelUse> use = Tasks.words().contains(task) ? Tasks.of(task).use(root) : Optional.empty();
        if (use.isEmpty()) {
            throw SavedClassifier.refusal(
                    file, "found a model of the task " + task + ", expected a classifier or detectors");
        }
        TrainedClassifier classifier = new TrainedClassifier(
                file,
                trained,
                ExperimentKeys.EXPERIMENT.in(root),
                use.get().features(),
                use.get().training(),
                use.get().label(),
                use.get().mixtures());
        root.reading().throwIfProblems();
        classifier.check();
        return classifier;
    }

    /** The same with another network of the same form. */
    public TrainedClassifier withTrained(TrainedModel other) {
        return new TrainedClassifier(file, other, name, features, training, label, mixtures);
    }

    @Override
    public long seed() {
        return training.seed();
    }

    /** Model files are untrusted: their parts may not match. */
    private void check() throws InputException {
        int outputs = trained.model().outputs();
        int inputs = trained.model().input().size();
        List<String> classes = trained.classes();
        if (mixtures.isPresent() && !features.fromSound()) {
            throw SavedClassifier.refusal(file, "found detectors of recorded spikes, expected sounds, which are mixed");
        }
        if (inputs != features.inputs()) {
            throw SavedClassifier.refusal(
                    file,
                    "found a model with " + inputs + " inputs, expected " + features.inputs() + " as its features");
        }
        if (classes.size() != outputs && !(classes.size() == 2 && outputs == 1)) {
            throw SavedClassifier.refusal(
                    file,
                    "found " + classes.size() + " names of classes, expected one for each of " + outputs + " outputs");
        }
    }
}
