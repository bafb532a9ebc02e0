package ganglion.scenario.cause;

import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.network.Network;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A spike, or a moment without one, and what the potential of its neuron was made of.
 *
 * @param at the neuron and the tick
 * @param share the part of the first spike's lift that came through this one, over all paths; 1 for the first
 * @param parts of the potential
 * @param lift all that lifts the potential together, in its unit
 * @param sources spikes that reached the neuron, the largest amount first
 */
public record CauseNode(SpikeId at, double share, PotentialParts parts, double lift, List<SourceShare> sources) {

    /** Copies the list. */
    public CauseNode {
        sources = List.copyOf(sources);
    }

    /** Adds up what each spike brought through all its synapses. */
    static CauseNode of(Network network, SpikeId at, double share, PotentialParts parts) {
        Map<SpikeId, Double> amounts = new LinkedHashMap<>();
        for (EventPart event : parts.events()) {
            SpikeId source = new SpikeId(
                    network.sourceOf(event.synapse().projection()),
                    event.synapse().source(),
                    event.firedTick());
            amounts.merge(source, event.amount(), Double::sum);
        }
        double lift = drives(parts)
                + currents(parts)
                + amounts.values().stream().mapToDouble(CauseNode::positive).sum();
        List<SourceShare> sources = amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> SourceShare.of(entry.getKey(), entry.getValue(), lift))
                .sorted(Comparator.comparingDouble(SourceShare::amount)
                        .reversed()
                        .thenComparing(SourceShare::spike, CauseTrail.LATEST_FIRST.reversed()))
                .toList();
        return new CauseNode(at, share, parts, lift, sources);
    }

    /** What initial potential, drive and own spikes lift, in the unit of the potential. */
    double drives() {
        return drives(parts);
    }

    /** What currents beside synapses lift, in the unit of the potential. */
    double currents() {
        return currents(parts);
    }

    private static double drives(PotentialParts parts) {
        return positive(parts.initial()) + positive(parts.drive()) + positive(parts.ownSpikes());
    }

    private static double currents(PotentialParts parts) {
        return parts.currents().stream().mapToDouble(CauseNode::positive).sum();
    }

    private static double positive(double amount) {
        return Math.max(0, amount);
    }
}
