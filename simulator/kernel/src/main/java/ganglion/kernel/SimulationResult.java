package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.List;

/** Placeholder until the engine lands: what a simulation gave. */
public record SimulationResult(
        Network network,
        long ticks,
        List<SpikeRaster> spikes,
        ActivityCounts activity,
        List<MembraneTrace> membranes) {}
