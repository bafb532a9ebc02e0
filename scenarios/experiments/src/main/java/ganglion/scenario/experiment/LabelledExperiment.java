package ganglion.scenario.experiment;

import java.util.List;
import java.util.OptionalInt;

/** An experiment on samples with labels, whatever learns from them. */
public interface LabelledExperiment extends Experiment {

    /** The data sets. */
    ExperimentData data();

    /** The input that is made of a sample. */
    Features features();

    /** Changes of the training set from epoch to epoch. */
    AugmentationPlan augmentation();

    /** Number of outputs; absent if there is one per class. */
    OptionalInt outputs();

    /** Disturbances that the finished classifier is tried under. */
    List<Disturbance> robustness();
}
