package ganglion.hardware.dense;

import ganglion.hardware.chip.LayerKind;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.List;

/** The dense layers that a network is equivalent to: each projection is a full matrix. */
public final class DenseLayers {

    private DenseLayers() {}

    /** The artificial network of the same layers, whose neurons have no state. */
    public static List<Layer> artificial(Network network) {
        List<Layer> layers = new ArrayList<>();
        for (Projection projection : network.projections()) {
            layers.add(Layer.dense(
                    projection.synapses().sourceSize(), projection.synapses().targetSize()));
        }
        return layers;
    }

    /** What computes one tick of the network: the same, and one multiply-accumulate for the decay of each neuron. */
    public static List<Layer> ofTick(Network network) {
        List<Layer> layers = artificial(network);
        long neurons = network.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToLong(Population::size)
                .sum();
        layers.add(new Layer(LayerKind.DENSE, neurons, 0, 0));
        return layers;
    }
}
