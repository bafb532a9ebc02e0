package ganglion.scenario.cause;

import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import java.util.List;

/**
 * A spike, or a moment without one, and what the potential of its neuron was made of.
 *
 * @param at the neuron and the tick
 * @param pathShare the part of the first spike's lift that came through this one: the product of the shares on the way; 1 for the first
 * @param parts of the potential
 * @param lift all that lifts the potential together, in its unit
 * @param sources spikes that reached the neuron, the largest amount first
 * @param causes of those sources that were followed, in the same order
 */
public record CauseNode(
        SpikeId at,
        double pathShare,
        PotentialParts parts,
        double lift,
        List<SourceShare> sources,
        List<CauseNode> causes) {

    /** Copies the lists. */
    public CauseNode {
        sources = List.copyOf(sources);
        causes = List.copyOf(causes);
    }
}
