package ganglion.scenario.experiment.run;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import ganglion.scenario.experiment.task.Tasks;

/** Runs experiments of all tasks. */
public final class ExperimentRunner {

    private ExperimentRunner() {}

    /**
     * Runs an experiment.
     *
     * @throws InputException if the data cannot be used, or the checkpoint is of another experiment
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return run(Tasks.of(experiment.head().task()), experiment, settings, progress);
    }

    private static <E extends Experiment> TrainingOutcome run(
            Task<E> task, Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return task.run(task.type().cast(experiment), settings, progress);
    }
}
