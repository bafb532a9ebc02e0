package ganglion.scenario.experiment.format;

import ganglion.documents.InputException;
import ganglion.documents.place.Place;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.MixturePlan;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.experiment.key.DetectionKeys;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.FeatureKeys;
import ganglion.scenario.experiment.key.TrainingKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A classifier, or detectors of classes, out of a model file, with what the experiment that trained it says of its use.
 *
 * @param file the model file
 * @param trained the model
 * @param name of the experiment
 * @param features what it sees
 * @param training how it was trained, and so how its outputs tell a class
 * @param label attribute that named the class of a training note; empty if there was none
 * @param mixtures how notes are mixed, for detectors that tell which of several classes are there; absent for a classifier
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
     * @throws InputException if it is none, does not say what the model sees, or was learned by a rule
     */
    public static TrainedClassifier read(Path file) throws InputException {
        if (SavedClassifier.read(file) instanceof TrainedClassifier network) {
            return network;
        }
        throw SavedClassifier.refusal(file, "found a model that learned by a rule, expected a network");
    }

    static TrainedClassifier of(Path file, TrainedModel trained, Place root) throws InputException {
        String task = root.find(ExperimentKeys.TASK).map(Place::text).orElse(Classification.TASK);
        boolean detects = task.equals(Detection.TASK);
        if (!detects && !task.equals(Classification.TASK)) {
            throw SavedClassifier.refusal(
                    file,
                    "found a model of the task " + task + ", expected one that tells classes (" + Classification.TASK
                            + ", " + Detection.TASK + ")");
        }
        TrainedClassifier classifier = new TrainedClassifier(
                file,
                trained,
                ExperimentKeys.EXPERIMENT.in(root),
                FeatureKeys.FEATURES.in(root),
                detects ? TrainingKeys.OF_DETECTORS.in(root) : TrainingKeys.TRAINING.in(root),
                DataKeys.label(root),
                detects ? Optional.of(DetectionKeys.mixturesOf(root)) : Optional.empty());
        root.reading().throwIfProblems();
        classifier.check();
        return classifier;
    }

    @Override
    public long seed() {
        return training.seed();
    }

    /** Files of strangers may put together what does not fit. */
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
