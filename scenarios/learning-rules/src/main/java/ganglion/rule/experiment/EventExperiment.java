package ganglion.rule.experiment;

import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.LabelledExperiment;
import java.util.List;
import java.util.OptionalInt;

/**
 * An experiment that trains a network in continuous time, by exact gradients of its spikes.
 *
 * @param head common to all experiments
 * @param data the data sets
 * @param features input that is made of a sample
 * @param network the network and how it learns
 * @param robustness disturbances that the finished classifier is tried under
 */
public record EventExperiment(
        ExperimentHead head, ExperimentData data, Features features, EventProp network, List<Disturbance> robustness)
        implements LabelledExperiment {

    /** Word of the task. */
    public static final String TASK = "eventprop";

    /**
     * A network in continuous time and its training.
     *
     * @param shape the network, of two classes until the data tell how many there are
     * @param plan how to train it
     * @param spikesAtStart mean number of spikes of a neuron for a sample that a fresh network fires
     * @param ticksPerStep ticks to a step on the grid on which the trained network runs
     */
    public record EventProp(EventShape shape, EventPlan plan, double spikesAtStart, int ticksPerStep) {}

    /** Takes a copy of the list. */
    public EventExperiment {
        robustness = List.copyOf(robustness);
    }

    @Override
    public AugmentationPlan augmentation() {
        return AugmentationPlan.NONE;
    }

    @Override
    public OptionalInt outputs() {
        return OptionalInt.empty();
    }
}
