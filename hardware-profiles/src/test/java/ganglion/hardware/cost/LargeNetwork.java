package ganglion.hardware.cost;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import java.util.List;

/** One population, every neuron of which reaches every other. */
public final class LargeNetwork {

    private LargeNetwork() {}

    public static Network of(int size) {
        return new Network(
                List.of(new Population("all", size, new LeakyIntegrator(0.9))),
                List.of(new Projection("all", "all", new DenseSynapses(size, size, new double[size * size], 1))));
    }
}
