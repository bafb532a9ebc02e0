package ganglion.scenario.experiment;

/**
 * The content of an experiment file. Each task has its own type, which a {@link ganglion.scenario.experiment.task.Task} reads
 * and runs.
 */
public interface Experiment {

    /** The part that is common to all experiments. */
    ExperimentHead head();
}
