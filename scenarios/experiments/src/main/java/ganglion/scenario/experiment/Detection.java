package ganglion.scenario.experiment;

import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import java.util.List;
import java.util.Optional;

/**
 * An experiment that trains detectors: which classes are in a mixture of notes.
 *
 * @param head common to all experiments
 * @param notes of the training mixtures
 * @param test notes of the test mixtures
 * @param holdOut which part of the training notes is held out; absent for none
 * @param mixtures how notes are mixed
 * @param features input of the network
 * @param augmentation changes of the training mixtures
 * @param network the untrained network, with one output per class
 * @param training how it learns, on one thread
 * @param fitsThreshold whether a threshold for all classes is fitted on mixtures of the notes held out
 * @param robustness disturbances that the finished detectors are tried under
 */
public record Detection(
        ExperimentHead head,
        DataSource notes,
        DataSource test,
        Optional<HoldOut> holdOut,
        MixturePlan mixtures,
        Features.Heard features,
        AugmentationPlan augmentation,
        NetworkPlan network,
        TrainingPlan training,
        boolean fitsThreshold,
        List<Disturbance> robustness)
        implements Experiment {

    /** Word of the task. */
    public static final String TASK = "detection";

    /** Takes a copy of the list. */
    public Detection {
        robustness = List.copyOf(robustness);
    }

    /**
     * How notes are mixed.
     *
     * @param training number of training mixtures, at least 1
     * @param validation number of mixtures of the notes held out, at least 1; without effect if none are
     * @param test number of test mixtures, at least 1
     * @param mostNotes most notes per mixture
     * @param gainRangeDecibels largest difference of a note to the loudest, in dB
     */
    public record MixturePlan(int training, int validation, int test, int mostNotes, double gainRangeDecibels) {}
}
