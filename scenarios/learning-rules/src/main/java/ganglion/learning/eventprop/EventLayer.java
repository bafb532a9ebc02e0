package ganglion.learning.eventprop;

import java.util.Optional;

/**
 * A layer of leaky integrate-and-fire neurons with exponential synaptic currents in continuous time. A neuron fires when its potential
 * reaches the threshold, and its potential is then zero; the current stays.
 *
 * @param dynamics of its neurons
 * @param threshold above 0
 * @param input synapses from the layer before
 * @param recurrent synapses among its neurons, if there are some
 */
public record EventLayer(
        ExponentialDynamics dynamics, double threshold, DelayedSynapses input, Optional<DelayedSynapses> recurrent) {

    /** @throws IllegalArgumentException if the threshold is not above 0, or recurrent synapses are of another number of neurons */
    public EventLayer {
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a threshold of " + threshold + ", expected more than 0");
        }
        if (recurrent.isPresent()
                && (recurrent.get().sources() != input.targets()
                        || recurrent.get().targets() != input.targets())) {
            throw new IllegalArgumentException(
                    "recurrent synapses from " + recurrent.get().sources() + " to "
                            + recurrent.get().targets() + " of " + input.targets() + " neurons");
        }
    }

    /** Number of neurons. */
    public int size() {
        return input.targets();
    }
}
