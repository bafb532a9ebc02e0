package ganglion.kernel.network;

/**
 * The synapses of one projection, as rows: row {@code i} holds what leaves source neuron {@code i}. Two layouts exist:
 * {@link DenseSynapses}, a weight matrix without a list of targets, and {@link SparseSynapses}, compressed rows.
 *
 * <p>The accessors here serve set-up, accounting and tests. Spikes are delivered from the layouts that a core makes of
 * them, never through this interface.
 */
public sealed interface Synapses permits DenseSynapses, SparseSynapses {

    /** Number of neurons in the source population. */
    int sourceSize();

    /** Number of neurons in the target population. */
    int targetSize();

    /** Number of synapses, those of weight zero included. */
    long count();

    /** Number of synapses that leave a source neuron. */
    int outDegree(int source);

    /** Target neuron of the {@code index}-th synapse of a row; within a row, targets never descend. */
    int target(int source, int index);

    /** Weight of the {@code index}-th synapse of a row, in units of the target's threshold variable. */
    double weight(int source, int index);

    /** Delay of the {@code index}-th synapse of a row, in ticks, at least 1. */
    int delayTicks(int source, int index);

    /** Smallest delay of any synapse, in ticks; {@link Integer#MAX_VALUE} if there are no synapses. */
    int smallestDelayTicks();
}
