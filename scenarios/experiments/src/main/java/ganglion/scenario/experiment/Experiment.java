package ganglion.scenario.experiment;

/**
 * The content of an experiment file. Each task has its own type, which a {@link ganglion.scenario.experiment.task.Task} reads
 * and runs.
 */
public interface Experiment {

    /** The part that is common to all experiments. */
    ExperimentHead head();

    /** The same experiment with the seed of its head alone. Differs from this one only for tasks that draw further seeds from it. */
    default Experiment withOneSeed() {
        return this;
    }
}
