package ganglion.hardware.cost;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;

/** Parts of networks whose weights do not matter. */
public final class TestNetworks {

    private TestNetworks() {}

    /** An input named {@code in}. */
    public static Population source(int size) {
        return new Population("in", size, new SpikeSource(SpikeRaster.empty(size)));
    }

    /** Leaky integrate-and-fire neurons. */
    public static Population lif(String name, int size) {
        return new Population(name, size, new Lif(LifParameters.of(0.9, 1)));
    }

    /** All-to-all synapses of a delay of one tick. */
    public static Synapses dense(int sources, int targets) {
        return dense(sources, targets, 1);
    }

    /** All-to-all synapses. */
    public static Synapses dense(int sources, int targets, int delay) {
        return new DenseSynapses(sources, targets, new double[sources * targets], delay);
    }

    /** All-to-all synapses between two populations. */
    public static Projection dense(String from, String to, int sources, int targets) {
        return new Projection(from, to, dense(sources, targets));
    }

    /** One spike. */
    public static SpikeRaster spike(int size, long tick, int neuron) {
        return SpikeRaster.builder(size).add(tick, neuron).build();
    }
}
