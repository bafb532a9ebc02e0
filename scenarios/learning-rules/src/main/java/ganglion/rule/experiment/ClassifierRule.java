package ganglion.rule.experiment;

import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Disturbance;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.LabelledExperiment;
import java.util.List;
import java.util.OptionalInt;

/** What trains a classifier, if it is not back-propagation through time, and its settings. */
public sealed interface ClassifierRule {

    /**
     * A self-organising map and tempotrons.
     *
     * @param settings sizes, rates and epochs
     */
    record MapAndTempotrons(MapTempotron.Settings settings) implements ClassifierRule {}

    /**
     * A network in continuous time, by exact gradients of its spikes.
     *
     * @param shape the network, of two classes until the data tell how many there are
     * @param plan how to train it
     * @param spikesAtStart mean number of spikes of a neuron for a sample that a fresh network fires
     * @param ticksPerStep ticks to a step on the grid on which the trained network runs
     */
    record EventProp(EventShape shape, EventPlan plan, double spikesAtStart, int ticksPerStep)
            implements ClassifierRule {}

    /**
     * An experiment that trains a classifier by something else than back-propagation through time: a rule without gradients, or EventProp. All
     * see the same samples in each epoch.
     *
     * @param head common to all experiments
     * @param data the data sets
     * @param features input that is made of a sample
     * @param rule the rule
     * @param robustness disturbances that the finished classifier is tried under
     */
    record RuleClassification(
            ExperimentHead head,
            ExperimentData data,
            Features features,
            ClassifierRule rule,
            List<Disturbance> robustness)
            implements LabelledExperiment {

        /** Word of the task of a map and tempotrons. */
        public static final String MAP_TEMPOTRON = "map-tempotron";

        /** Word of the task of a network that learns in continuous time. */
        public static final String EVENTPROP = "eventprop";

        /** Takes a copy of the list. */
        public RuleClassification {
            robustness = List.copyOf(robustness);
        }

        @Override
        public AugmentationPlan augmentation() {
            return AugmentationPlan.NONE;
        }

        @Override
        public RuleClassification withData(ExperimentData other) {
            return new RuleClassification(head, other, features, rule, robustness);
        }

        @Override
        public OptionalInt outputs() {
            return OptionalInt.empty();
        }
    }
}
