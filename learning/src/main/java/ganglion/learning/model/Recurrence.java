package ganglion.learning.model;

import ganglion.learning.delay.SynapseDelays;

/**
 * Whether neurons of a layer see the spikes that the layer fired one step before, or, where synapses have delays, one step and the delay
 * before.
 */
public enum Recurrence {
    /** They do not. */
    NONE,
    /** Each sees its own, with a weight: parameter {@code recurrent_weight} [neuron]. */
    ONE_TO_ONE,
    /** Each sees all: parameters {@code recurrent_weight} [to][from] and {@code recurrent_bias} [to]. */
    ALL_TO_ALL;

    /**
     * Refuses delays of synapses that are not there.
     *
     * @throws IllegalArgumentException if only {@link #ALL_TO_ALL} would have them
     */
    public void check(SynapseDelays delays) {
        if (delays.active() && this != ALL_TO_ALL) {
            throw new IllegalArgumentException(
                    "found delays of recurrent synapses, expected recurrence from all to all");
        }
    }
}
