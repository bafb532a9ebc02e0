package ganglion.scenario.experiment;

import java.util.OptionalInt;

/** What experiments on samples with labels have, whatever learns from them. */
public interface LabelledExperiment {

    /** What all experiments have. */
    ExperimentHead head();

    /** What is learned from. */
    ExperimentData data();

    /** What is seen of a sample. */
    Features features();

    /** Changes of the training set from epoch to epoch. */
    AugmentationPlan augmentation();

    /** How many outputs there are for the classes; absent if there are as many as classes. */
    OptionalInt outputs();
}
