package ganglion.scenario.experiment;

/**
 * Telling which classes are in a mixture of notes.
 *
 * @param head what all experiments have
 * @param notes that mixtures to learn from are made of
 * @param test notes of the mixtures that the finished model is tried on
 * @param mixtures how notes are mixed
 * @param features what the network sees
 * @param augmentation changes of the mixtures to learn from
 * @param network what learns; an output a class
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
