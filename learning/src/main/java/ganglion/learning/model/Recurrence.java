package ganglion.learning.model;

/** Whether neurons of a layer see the spikes that the layer fired one step before. */
public enum Recurrence {
    /** They do not. */
    NONE,
    /** Each sees its own, with a weight: parameter {@code recurrent_weight} [neuron]. */
    ONE_TO_ONE,
    /** Each sees all: parameters {@code recurrent_weight} [to][from] and {@code recurrent_bias} [to]. */
    ALL_TO_ALL
}
