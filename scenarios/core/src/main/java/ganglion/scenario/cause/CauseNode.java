package ganglion.scenario.cause;

import ganglion.kernel.cause.EventPart;
import ganglion.kernel.cause.PotentialParts;
import ganglion.kernel.cause.SpikeId;
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

    /**
     * What one spike of another neuron, or of the neuron itself, adds to a potential through all its synapses on the neuron.
     *
     * @param spike that reached the neuron
     * @param amount that it adds, in the unit of the potential
     * @param share the amount as a part of all that lifts the potential, up to 1; 0 for what lowers it
     */
    public record SourceShare(SpikeId spike, double amount, double share) {}

    /** Adds up what each spike brought through all its synapses. */
    static CauseNode of(SpikeId at, double share, PotentialParts parts) {
        Map<SpikeId, Double> amounts = new LinkedHashMap<>();
        for (EventPart event : parts.events()) {
            amounts.merge(event.spike(), event.amount(), Double::sum);
        }
        double lift = drives(parts)
                + currents(parts)
                + amounts.values().stream().mapToDouble(CauseNode::positive).sum();
        List<SourceShare> sources = amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new SourceShare(
                        entry.getKey(), entry.getValue(), entry.getValue() > 0 ? entry.getValue() / lift : 0))
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
