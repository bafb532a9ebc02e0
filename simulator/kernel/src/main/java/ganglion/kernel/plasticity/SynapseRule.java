package ganglion.kernel.plasticity;

import java.util.Optional;

/**
 * How the synapses of a projection change with the spikes on both sides. What it prints tells it from all others: checkpoints are refused
 * by it.
 */
public interface SynapseRule {

    /** The rule at work; one for each thread. */
    SynapseChanges changes();

    /** The smallest weight that synapses may start from; any if it is infinite. */
    default double smallestWeight() {
        return Double.NEGATIVE_INFINITY;
    }

    /** The largest weight that synapses may start from; any if it is infinite. */
    default double largestWeight() {
        return Double.POSITIVE_INFINITY;
    }

    /** What each synapse has of its own beside its weight, before any spike; a new array. */
    default double[] ownAtRest() {
        return new double[0];
    }

    /** Name of the population whose spikes are the third factor, which reaches all synapses at once; empty if there is none. */
    default Optional<String> modulator() {
        return Optional.empty();
    }
}
