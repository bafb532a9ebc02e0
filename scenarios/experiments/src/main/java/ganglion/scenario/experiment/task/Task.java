package ganglion.scenario.experiment.task;

import ganglion.documents.InputException;
import ganglion.documents.key.Shape;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;

/**
 * A task of experiments: how its files are written, and how its experiments are carried out. A module adds a task by a class
 * with a public constructor without parameters, which it names in {@code
 * META-INF/services/ganglion.scenario.experiment.task.Task}. Without state, and safe to use from several threads.
 *
 * @param <E> what a file of this task asks for
 */
public interface Task<E extends Experiment> {

    /** The value of the key {@code task}. */
    String word();

    /** What its experiments are in Java. */
    Class<E> type();

    /** What its files are, in full sentences. */
    String description();

    /**
     * The keys of its files. The reader finds an {@link ganglion.scenario.experiment.ExperimentHead} and the {@link
     * ganglion.scenario.model.RandomStreams} of the experiment in the reading.
     */
    Shape<E> shape();

    /**
     * Carries out an experiment.
     *
     * @throws InputException if the data cannot be used, or the checkpoint is of another experiment
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    TrainingOutcome run(E experiment, TrainingSettings settings, TrainingProgress progress) throws InputException;
}
