package ganglion.scenario.experiment.run;

import ganglion.documents.InputException;
import ganglion.learning.train.Trainer.DivergedException;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.task.Task;
import ganglion.scenario.experiment.task.Tasks;
import java.util.Optional;

/** Runs experiments of all tasks. */
public final class ExperimentRunner {

    private ExperimentRunner() {}

    /**
     * Runs an experiment.
     *
     * @throws InputException if the data cannot be used, the checkpoint is of another experiment, or a network cannot learn with
     *     the learning rate
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        try {
            return run(Tasks.of(experiment.head().task()), experiment, settings, progress);
        } catch (DivergedException e) {
            throw diverged(experiment, e);
        }
    }

    /**
     * Trains a classifier on samples that are read already, for searches that train many networks on the same ones: without the naive baseline and
     * without disturbances.
     *
     * @param samples those of the experiment
     * @throws InputException as the other method
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public static TrainingOutcome run(
            Classification experiment, ExperimentSamples samples, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        try {
            return new ClassificationRun(experiment, settings, progress, Optional.of(samples), false).run();
        } catch (DivergedException e) {
            throw diverged(experiment, e);
        }
    }

    private static InputException diverged(Experiment experiment, DivergedException e) {
        return new InputException(experiment.head().problem("/training/optimiser/learning-rate", e.getMessage()));
    }

    private static <E extends Experiment> TrainingOutcome run(
            Task<E> task, Experiment experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException {
        return task.run(task.type().cast(experiment), settings, progress);
    }
}
