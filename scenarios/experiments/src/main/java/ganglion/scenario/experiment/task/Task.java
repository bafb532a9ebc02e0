package ganglion.scenario.experiment.task;

import ganglion.documents.InputException;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.SeedFigure;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import java.util.List;
import java.util.Optional;

/**
 * A task of experiments: how its files are written, and how its experiments are run. A module adds a task by a class with a
 * public constructor without parameters, which it names in {@code
 * META-INF/services/ganglion.scenario.experiment.task.Task}. Without state, and safe to use from several threads.
 *
 * @param <E> the content of a file of this task
 */
public abstract class Task<E extends Experiment> {

    private static final String FILES = " YAML, or JSON where the name ends in .json. Paths are relative to the file.";

    private final String word;
    private final Class<E> type;
    private final Shape<E> shape;
    private final List<SeedFigure> figures;
    private final String description;

    /**
     * @param word the value of the key {@code task}
     * @param type the class of its experiments
     * @param shape the keys of its files; the shape finds an {@link ganglion.scenario.experiment.ExperimentHead} and the {@link
     *     ganglion.scenario.model.RandomStreams} of the experiment in the reading
     * @param figures by which trainings with several seeds are compared, in the order of a report
     * @param description what a file of this task says, in full sentences
     */
    protected Task(String word, Class<E> type, Shape<E> shape, List<SeedFigure> figures, String description) {
        this.word = word;
        this.type = type;
        this.shape = shape;
        this.figures = List.copyOf(figures);
        this.description = description + FILES;
    }

    /** The value of the key {@code task}. */
    public final String word() {
        return word;
    }

    /** The class of its experiments. */
    public final Class<E> type() {
        return type;
    }

    /** What its files are, in full sentences. */
    public final String description() {
        return description;
    }

    /** The keys of its files. */
    public final Shape<E> shape() {
        return shape;
    }

    /** The figures by which trainings with several seeds are compared; a result has some of them. */
    public final List<SeedFigure> figures() {
        return figures;
    }

    /**
     * How a network that was trained by an experiment of this task is used; absent if it decides no classes. Mistakes are told to the reading.
     *
     * @param experiment the document of the experiment, which comes from a model file and is untrusted
     */
    public Optional<ModelUse> use(Place experiment) {
        return Optional.empty();
    }

    /**
     * Runs an experiment.
     *
     * @throws InputException if the data cannot be used, or the checkpoint is of another experiment
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public abstract TrainingOutcome run(E experiment, TrainingSettings settings, TrainingProgress progress)
            throws InputException;
}
