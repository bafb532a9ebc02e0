package ganglion.scenario.experiment.format;

import ganglion.documents.InputException;
import ganglion.documents.place.Place;
import ganglion.learning.file.TrainedRule;
import ganglion.learning.rule.RuleClassifier;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.experiment.key.ExperimentKeys;
import ganglion.scenario.experiment.key.FeatureKeys;
import java.nio.file.Path;

/**
 * A classifier from a model file that was trained by a rule without gradients, or with EventProp.
 *
 * @param file the model file
 * @param trained its content
 * @param name of the experiment
 * @param features its input
 * @param label attribute that named the class of a training note; empty if there was none
 * @param seed of the training
 */
public record RuleTrainedClassifier(
        Path file, TrainedRule trained, String name, Features features, String label, long seed)
        implements SavedClassifier {

    /** Ticks to a sample of a network that learned in continuous time. */
    public static final int MOST_TICKS = 10_000_000;

    static RuleTrainedClassifier of(Path file, TrainedRule trained, Place root, long seed) throws InputException {
        String task = root.find(ExperimentKeys.TASK).map(Place::text).orElse("");
        if (!task.equals(trained.kind())) {
            throw SavedClassifier.refusal(
                    file,
                    "found a model of kind " + trained.kind() + " with an experiment of the task \"" + task + "\"");
        }
        RuleTrainedClassifier classifier = new RuleTrainedClassifier(
                file,
                trained,
                ExperimentKeys.EXPERIMENT.in(root),
                FeatureKeys.FEATURES.in(root),
                DataKeys.label(root),
                seed);
        root.reading().throwIfProblems();
        classifier.check();
        return classifier;
    }

    /** Model files are untrusted: their parts may not match. */
    private void check() throws InputException {
        if (classifier().inputs() != features.inputs()) {
            throw SavedClassifier.refusal(
                    file,
                    "found a model with " + classifier().inputs() + " inputs, expected " + features.inputs()
                            + " as its features");
        }
        boolean numbers = features instanceof Features.Heard heard
                && heard.settings().heardAs().isNumbers();
        if (numbers) {
            throw SavedClassifier.refusal(
                    file,
                    "found features that are numbers, expected spikes, which a model of " + trained.kind() + " needs");
        }
        if ((long) classifier().ticksPerStep() * features.steps() > MOST_TICKS) {
            throw SavedClassifier.refusal(
                    file,
                    "found " + classifier().ticksPerStep() + " ticks for each of " + features.steps()
                            + " steps, expected at most " + MOST_TICKS + " ticks to a sample");
        }
    }

    /** The classifier itself. */
    public RuleClassifier classifier() {
        return trained.classifier();
    }
}
