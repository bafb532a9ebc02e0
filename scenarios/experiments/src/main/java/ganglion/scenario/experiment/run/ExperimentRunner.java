package ganglion.scenario.experiment.run;

import ganglion.scenario.InputException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.RuleClassification;

/** Carries out experiments of all tasks. */
public final class ExperimentRunner {

    private ExperimentRunner() {}

    /**
     * Carries out an experiment.
     *
     * @throws InputException if the data cannot be used, or the checkpoint is of another experiment
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        if (experiment instanceof Classification classification) {
            return new ClassificationRun(classification, settings, progress).run();
        }
        if (experiment instanceof RuleClassification rule) {
            return new RuleRun(rule, progress).run();
        }
        throw new IllegalStateException("nothing carries out a " + experiment.getClass());
    }
}
