package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.EventNetwork.EventReadOut;
import ganglion.learning.eventprop.ExponentialDynamics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a network looks like before it has learned.
 *
 * @param inputs number of inputs
 * @param hidden numbers of neurons of hidden layers; may be empty if there is no read-out
 * @param outputs number of classes
 * @param dynamics of all neurons and of the read-out
 * @param recurrent whether the neurons of hidden layers reach each other
 * @param delay of all synapses, in steps
 * @param readOut whether integrators behind the last hidden layer decide; else the last layer has a neuron per class
 */
public record EventShape(
        int inputs,
        List<Integer> hidden,
        int outputs,
        ExponentialDynamics dynamics,
        boolean recurrent,
        double delay,
        boolean readOut) {

    /** Mean of weights, in their deviations: most excite, so that neurons fire at all. */
    private static final double MEAN = 0.5;

    /** Weights among neurons of a layer, as a share of those from the input: they must not excite each other without bounds. */
    private static final double RECURRENT_SHARE = 0.2;

    /** @throws IllegalArgumentException if a number is out of range */
    public EventShape {
        hidden = List.copyOf(hidden);
        if (inputs < 1 || outputs < 2 || hidden.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(inputs + " inputs, layers of " + hidden + " and " + outputs
                    + " outputs, expected 1, 1 and 2 or more");
        }
        if (hidden.isEmpty() && readOut) {
            throw new IllegalArgumentException("a read-out without a hidden layer before it");
        }
        if (!(delay >= 0)) {
            throw new IllegalArgumentException("a delay of " + delay + ", expected 0 or more");
        }
    }

    /** The same with another number of classes. */
    public EventShape withOutputs(int classes) {
        return new EventShape(inputs, hidden, classes, dynamics, recurrent, delay, readOut);
    }

    /** A network with random weights of which those of each synapse of layers have a deviation of 1 over the root of their number. */
    EventNetwork draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<EventLayer> layers = new ArrayList<>();
        int sources = inputs;
        for (int size : hidden) {
            Optional<DelayedSynapses> among =
                    recurrent ? Optional.of(synapses(size, size, 0, RECURRENT_SHARE, random)) : Optional.empty();
            layers.add(new EventLayer(dynamics, 1, synapses(sources, size, MEAN, 1, random), among));
            sources = size;
        }
        if (!readOut) {
            layers.add(new EventLayer(dynamics, 1, synapses(sources, outputs, MEAN, 1, random), Optional.empty()));
            return new EventNetwork(layers, Optional.empty());
        }
        DelayedSynapses last = synapses(sources, outputs, 0, 1, random);
        return new EventNetwork(layers, Optional.of(new EventReadOut(dynamics, last)));
    }

    private DelayedSynapses synapses(int sources, int targets, double mean, double share, SplittableRandom random) {
        double deviation = share / Math.sqrt(sources);
        double[] weights = new double[Math.multiplyExact(sources, targets)];
        // A uniform number of this range has a deviation of 1.
        double range = Math.sqrt(3);
        Arrays.setAll(weights, i -> deviation * (mean + random.nextDouble(-range, range)));
        return new DelayedSynapses(sources, targets, weights, delay);
    }
}
