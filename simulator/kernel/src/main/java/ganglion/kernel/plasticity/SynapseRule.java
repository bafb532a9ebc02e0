package ganglion.kernel.plasticity;

/**
 * How the synapses of a projection change with the spikes on both sides. What it prints tells it from all others: checkpoints are refused
 * by it.
 */
public interface SynapseRule {

    /** The rule at work; one for each thread. */
    SynapseChanges changes();

    /** The weights that synapses may start from: from 0 to this one; any if it is infinite. */
    default double largestWeight() {
        return Double.POSITIVE_INFINITY;
    }
}
