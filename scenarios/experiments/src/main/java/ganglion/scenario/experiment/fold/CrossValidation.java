package ganglion.scenario.experiment.fold;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.Fold;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import ganglion.scenario.experiment.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains an experiment once for each part of its training set, and tests it on that part: each sample is decided once, by a network
 * that has learned from no sample of its group. The test set of the experiment plays no role.
 */
public final class CrossValidation {

    /** Most parts of a training set. */
    public static final int MOST_FOLDS = 1000;

    private CrossValidation() {}

    /**
     * Looks whether an experiment can be cross-validated.
     *
     * @throws InputException if its task has no classes, the samples to hold out are named, or it starts from a trained model
     */
    public static void check(Experiment experiment) throws InputException {
        if (!(experiment instanceof LabelledExperiment labelled)) {
            throw new InputException(new Problem(
                    "--cross-validate",
                    0,
                    "",
                    "found an experiment of the task " + experiment.head().task() + ", expected "
                            + Tasks.wordsOf(LabelledExperiment.class)));
        }
        if (experiment instanceof Classification network
                && network.start().from().isPresent()) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            network.start().from().get().pointer(),
                            "found a model to start from, expected none, because it may have learned from the samples that a"
                                    + " cross-validation tests on"));
        }
        if (labelled.data().holdOut().isPresent()
                && !labelled.data().holdOut().get().groups().isEmpty()) {
            throw new InputException(
                    experiment
                            .head()
                            .problem(
                                    labelled.data().holdOut().get().pointer() + "/groups",
                                    "found groups to hold out, expected a share, because a cross-validation divides all groups"));
        }
    }

    /**
     * Trains and tests each part, or fewer if the progress requests a stop; at least one. All divisions are checked before the first
     * training, so that no part is lost to a later one that has nothing to learn from.
     *
     * @param folds number of parts, at least 2
     * @param threads number of threads; changes no result
     * @throws InputException if the data cannot be used, or there are fewer groups than parts
     */
    public static TrainingOutcome run(Experiment experiment, int folds, int threads, TrainingProgress progress)
            throws InputException {
        check(experiment);
        LabelledExperiment labelled = (LabelledExperiment) experiment;
        ExperimentSamples.checkFolds(labelled, folds);
        TrainingSettings settings = new TrainingSettings(threads, Optional.empty(), Optional.empty());
        List<TrainingOutcome> each = new ArrayList<>();
        for (int fold = 0; fold < folds && (each.isEmpty() || !progress.stopRequested()); fold++) {
            progress.foldStarted(fold + 1, folds);
            LabelledExperiment part = labelled.withData(labelled.data().withFold(new Fold(fold, folds)));
            each.add(ExperimentRunner.run(part, settings, progress));
        }
        return new CrossValidationResult(experiment, folds, each).outcome();
    }
}
