package ganglion.kernel.plasticity;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

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

    /** Names of the variables that stand first in it. */
    default List<String> ownNames() {
        return List.of();
    }

    /**
     * Such a variable at a tick, by what a synapse has of its own since its latest event.
     *
     * @param own reads a number, by its place in {@link #ownAtRest}
     * @param tick less the delay of the synapse
     */
    default double own(int variable, IntToDoubleFunction own, long tick) {
        return own.applyAsDouble(variable);
    }

    /** Name of the population whose spikes are the third factor, which reaches all synapses at once; empty if there is none. */
    default Optional<String> modulator() {
        return Optional.empty();
    }
}
