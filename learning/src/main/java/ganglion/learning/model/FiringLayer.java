package ganglion.learning.model;

import ganglion.learning.surrogate.Surrogate;

/** A layer of neurons, one to each input: it has potentials, and fires spikes unless it only integrates. */
public non-sealed interface FiringLayer extends Layer {

    /** Whether the neurons can fire. */
    boolean fires();

    /** What stands in for the derivative of a spike by the potential. */
    Surrogate surrogate();

    /** Whether the neurons receive spikes of their own layer. */
    Recurrence recurrence();

    /** Whether neurons of a layer see the spikes that the layer fired one step before. */
    enum Recurrence {
        /** They do not. */
        NONE,
        /** Each sees all: parameters {@code recurrent_weight} [to][from] and {@code recurrent_bias} [to]. */
        ALL_TO_ALL
    }
}
