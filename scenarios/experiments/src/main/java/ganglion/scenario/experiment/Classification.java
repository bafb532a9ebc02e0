package ganglion.scenario.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An experiment that trains a classifier.
 *
 * @param head common to all experiments
 * @param data the data sets
 * @param features input of the network
 * @param augmentation changes of the training set from epoch to epoch
 * @param network the untrained network
 * @param training how it learns, on one thread
 * @param calibrated whether a temperature is fitted on the validation set
 * @param robustness disturbances that the finished model is tried under
 */
public record Classification(
        ExperimentHead head,
        ExperimentData data,
        Features features,
        AugmentationPlan augmentation,
        NetworkPlan network,
        ganglion.learning.train.TrainingPlan training,
        boolean calibrated,
        List<Disturbance> robustness)
        implements LabelledExperiment {

    /** Word of the task. */
    public static final String TASK = "classification";

    /** Takes a copy of the list. */
    public Classification {
        robustness = List.copyOf(robustness);
    }

    /** The same without a test set that is read on its own. */
    public Classification withoutTest() {
        ExperimentData learned = new ExperimentData(
                data.training(), data.validation(), data.holdOut(), data.breath(), Optional.empty(), data.classes());
        return new Classification(head, learned, features, augmentation, network, training, calibrated, robustness);
    }

    @Override
    public OptionalInt outputs() {
        return OptionalInt.of(network.outputs());
    }
}
