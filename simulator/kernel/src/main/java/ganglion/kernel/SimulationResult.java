package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.List;

/**
 * The result of a run. Does not depend on partition, threads or engine, except for {@link
 * ActivityCounts#neuronUpdates}.
 *
 * @param network the network that ran
 * @param ticks for how many ticks it ran: fewer than requested if it was stopped
 * @param spikes the spikes of each population, by population index, spike sources included
 * @param activity what the engine did
 * @param membranes the membrane potentials that were recorded
 * @param weights the weights of the plastic projections
 */
public record SimulationResult(
        Network network,
        long ticks,
        List<SpikeRaster> spikes,
        ActivityCounts activity,
        List<MembraneTrace> membranes,
        List<PlasticWeights> weights) {

    /** Takes copies of the lists, and of what a state holds of synapses the weights. */
    public SimulationResult {
        spikes = List.copyOf(spikes);
        membranes = List.copyOf(membranes);
        weights = weights.stream()
                .map(each ->
                        each.of(network.projection(each.projection()).synapses().count()))
                .toList();
    }

    /** A run without plastic projections. */
    public SimulationResult(
            Network network,
            long ticks,
            List<SpikeRaster> spikes,
            ActivityCounts activity,
            List<MembraneTrace> membranes) {
        this(network, ticks, spikes, activity, membranes, List.of());
    }

    /**
     * The spikes of a population.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public SpikeRaster spikesOf(String population) {
        return spikes.get(network.index(population));
    }

    /** The same with all synapses of the network, where it was run without them in one place. */
    public SimulationResult of(Network whole) {
        return new SimulationResult(whole, ticks, spikes, activity, membranes, weights);
    }
}
