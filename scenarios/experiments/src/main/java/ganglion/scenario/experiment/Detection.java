package ganglion.scenario.experiment;

/**
 * An experiment that trains detectors: which classes are in a mixture of notes.
 *
 * @param head common to all experiments
 * @param notes of the training mixtures
 * @param test notes of the test mixtures
 * @param mixtures how notes are mixed
 * @param features input of the network
 * @param augmentation changes of the training mixtures
 * @param network the untrained network, with one output per class
 * @param training how it learns, on one thread
 */
public record Detection(
        ExperimentHead head,
        DataSource notes,
        DataSource test,
        MixturePlan mixtures,
        Features.Heard features,
        AugmentationPlan augmentation,
        NetworkPlan network,
        ganglion.learning.train.TrainingPlan training)
        implements Experiment {

    /** Word of the task. */
    public static final String TASK = "detection";
}
