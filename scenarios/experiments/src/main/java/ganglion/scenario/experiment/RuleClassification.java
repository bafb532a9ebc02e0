package ganglion.scenario.experiment;

import java.util.OptionalInt;

/**
 * Telling classes apart with a rule that learns without gradients. Rules see the same samples in each epoch.
 *
 * @param head what all experiments have
 * @param data what is learned from
 * @param features what is seen of a sample
 * @param rule what learns
 */
public record RuleClassification(ExperimentHead head, ExperimentData data, Features features, ClassifierRule rule)
        implements Experiment, LabelledExperiment {

    /** Word of the task of a map and tempotrons. */
    public static final String MAP_TEMPOTRON = "map-tempotron";

    /** Word of the task of a layer that learns by spike timing. */
    public static final String STDP = "stdp";

    @Override
    public AugmentationPlan augmentation() {
        return AugmentationPlan.NONE;
    }

    @Override
    public OptionalInt outputs() {
        return OptionalInt.empty();
    }
}
