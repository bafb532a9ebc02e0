package ganglion.rule.experiment;

import ganglion.learning.eventprop.train.EventPlan;
import ganglion.learning.eventprop.train.EventShape;
import ganglion.learning.stdp.StdpSettings;
import ganglion.learning.tempotron.MapTempotron;

/** What trains a classifier, if it is not back-propagation through time, and its settings. */
public sealed interface ClassifierRule {

    /**
     * A self-organising map and tempotrons.
     *
     * @param settings sizes, rates and epochs
     */
    record MapAndTempotrons(MapTempotron.Settings settings) implements ClassifierRule {}

    /**
     * A layer that learns by spike timing, without labels.
     *
     * @param settings neurons, inhibition and plasticity
     * @param epochs number of passes over all samples
     */
    record SpikeTiming(StdpSettings settings, int epochs) implements ClassifierRule {}

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
}
