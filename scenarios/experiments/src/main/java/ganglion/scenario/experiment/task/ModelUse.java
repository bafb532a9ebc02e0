package ganglion.scenario.experiment.task;

import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Features;
import java.util.Optional;

/**
 * What the use of a trained network needs besides the network.
 *
 * @param features its input
 * @param training how it was trained, and so how its outputs decide
 * @param label attribute that named the class of a training note; empty if there was none
 * @param mixtures how notes are mixed, for detectors of several classes at once; absent for a classifier
 */
public record ModelUse(Features features, TrainingPlan training, String label, Optional<MixturePlan> mixtures) {}
