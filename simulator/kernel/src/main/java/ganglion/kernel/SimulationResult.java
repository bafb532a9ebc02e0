package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.List;

/**
 * What came out of a run.
 *
 * @param network what ran
 * @param ticks for how many ticks it ran: fewer than asked for if it was stopped
 * @param spikes the spikes of each population, by population index, spike sources included
 * @param activity what the engine did
 * @param membranes the membrane potentials that were asked for
 * @param weights the weights of the plastic projections
 */
public record SimulationResult(
        Network network,
        long ticks,
        List<SpikeRaster> spikes,
        ActivityCounts activity,
        List<MembraneTrace> membranes,
        List<PlasticWeights> weights) {

    /** Takes copies of the lists. */
    public SimulationResult {
        spikes = List.copyOf(spikes);
        membranes = List.copyOf(membranes);
        weights = List.copyOf(weights);
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
}
