package ganglion.scenario.experiment;

/**
 * What an experiment file asks for. Each task has its own type, which a {@link ganglion.scenario.experiment.task.Task} reads
 * and carries out.
 */
public interface Experiment {

    /** What all experiments have. */
    ExperimentHead head();
}
