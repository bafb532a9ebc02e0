package ganglion.scenario.experiment;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Telling classes apart.
 *
 * @param head what all experiments have
 * @param data what is learned from
 * @param features what the network sees
 * @param augmentation changes of the training set from epoch to epoch
 * @param network what learns
 * @param training how it learns, on one thread; without the price of energy
 * @param energy what energy costs in training, on which chip
 */
public record Classification(
        ExperimentHead head,
        ExperimentData data,
        Features features,
        AugmentationPlan augmentation,
        NetworkPlan network,
        ganglion.learning.train.TrainingPlan training,
        Optional<EnergyPrice> energy)
        implements Experiment, LabelledExperiment {

    /** Word of the task. */
    public static final String TASK = "classification";

    @Override
    public OptionalInt outputs() {
        return OptionalInt.of(network.outputs());
    }
}
