package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.adjoint.CountPenalty;
import ganglion.learning.eventprop.adjoint.EventLoss;
import java.util.ArrayList;
import java.util.List;

/**
 * How to train with EventProp.
 *
 * @param loss what to make small
 * @param penalty bounds of the spikes of hidden neurons
 * @param epochs passes over all samples, at least 1
 * @param batchSize samples of a step, at least 1
 * @param learningRate of Adam for weights, above 0
 * @param delayRate of Adam for delays that synapses have of their own, in steps; 0 to keep them
 * @param longestDelay steps that no delay exceeds, neither when training begins nor later
 * @param wake added to all weights from the layer before to a neuron for which there is no gradient, after each batch: one that fires for
 *     no sample, or that stands for a class and does not fire for a sample of it
 * @param seed of the order of samples
 * @param leastSlope in thresholds per time constant of the membrane. A spike at which the potential rises more slowly counts in gradients as
 *     one of this slope: the exact gradient of a spike that just touches the threshold is without bounds. 0 for exact gradients
 */
public record EventPlan(
        EventLoss loss,
        CountPenalty penalty,
        int epochs,
        int batchSize,
        double learningRate,
        double delayRate,
        double longestDelay,
        double wake,
        long seed,
        double leastSlope) {

    /** Of a slope below this, spikes are rare: it stands for a hundred times the gradient of a common spike. */
    private static final double LEAST_SLOPE = 0.01;

    /** Takes slopes at spikes for at least a hundredth of a threshold per time constant of the membrane. */
    public EventPlan(
            EventLoss loss,
            CountPenalty penalty,
            int epochs,
            int batchSize,
            double learningRate,
            double delayRate,
            double longestDelay,
            double wake,
            long seed) {
        this(loss, penalty, epochs, batchSize, learningRate, delayRate, longestDelay, wake, seed, LEAST_SLOPE);
    }

    /** @throws IllegalArgumentException if a number is out of range */
    public EventPlan {
        require(epochs >= 1 && batchSize >= 1, "epochs and batch size", epochs + ", " + batchSize, "1 or more");
        require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "learning rate", learningRate, "above 0");
        require(delayRate >= 0 && delayRate < Double.POSITIVE_INFINITY, "rate of delays", delayRate, "0 or more");
        require(longestDelay >= 0 && longestDelay < Double.POSITIVE_INFINITY, "delay", longestDelay, "0 or more");
        require(wake >= 0 && wake < Double.POSITIVE_INFINITY, "rise of silent neurons", wake, "0 or more");
        require(leastSlope >= 0 && leastSlope < Double.POSITIVE_INFINITY, "least slope", leastSlope, "0 or more");
    }

    /** The same plan with another least slope. */
    public EventPlan withLeastSlope(double slope) {
        return new EventPlan(
                loss, penalty, epochs, batchSize, learningRate, delayRate, longestDelay, wake, seed, slope);
    }

    private static void require(boolean met, String what, Object found, String expected) {
        if (!met) {
            throw new IllegalArgumentException("the " + what + " is " + found + ", expected " + expected);
        }
    }

    /** What messages call the connections of a network. */
    static final class ConnectionNames {

        private ConnectionNames() {}

        /** In the order of {@link EventNetwork#synapses()}. */
        static List<String> of(EventNetwork network) {
            List<String> names = new ArrayList<>();
            for (int l = 0; l < network.layers().size(); l++) {
                names.add("input of layer " + (l + 1));
                if (network.layers().get(l).recurrent().isPresent()) {
                    names.add("recurrent synapses of layer " + (l + 1));
                }
            }
            network.readOut().ifPresent(last -> names.add("read-out"));
            return names;
        }
    }
}
