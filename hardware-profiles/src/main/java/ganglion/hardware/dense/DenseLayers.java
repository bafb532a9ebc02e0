package ganglion.hardware.dense;

import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.ArrayList;
import java.util.List;

/** The dense layers that a network is equivalent to: each projection is a full matrix. */
public final class DenseLayers {

    private DenseLayers() {}

    /**
     * The artificial network of the same layers, whose neurons have no state.
     *
     * @param numbers inputs that are numbers, each of which has weights of its own
     */
    public static List<LayerWork> artificial(Network network, List<NumberInput> numbers) {
        List<LayerWork> layers = new ArrayList<>();
        for (NumberInput input : numbers) {
            layers.add(LayerWork.dense(input.sources(), input.targets()));
        }
        for (Projection projection : network.projections()) {
            layers.add(LayerWork.dense(
                    projection.synapses().sourceSize(), projection.synapses().targetSize()));
        }
        return layers;
    }

    /** What computes one tick of the network: the same, and one multiply-accumulate for the decay of each neuron. */
    public static List<LayerWork> ofTick(Network network, List<NumberInput> numbers) {
        List<LayerWork> layers = artificial(network, numbers);
        long neurons = network.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToLong(Population::size)
                .sum();
        layers.add(new LayerWork(LayerKind.DENSE, neurons, 0, 0));
        return layers;
    }

    /**
     * One layer of a dense network, in one pass.
     *
     * @param kind how its weights are used
     * @param multiplyAccumulates products of a weight and an input
     * @param outputs numbers that it gives
     * @param weights weights that are read
     */
    public record LayerWork(LayerKind kind, long multiplyAccumulates, long outputs, long weights) {

        /** @throws IllegalArgumentException if a number is negative */
        public LayerWork {
            if (multiplyAccumulates < 0 || outputs < 0 || weights < 0) {
                throw new IllegalArgumentException("found a layer with a negative count");
            }
        }

        /** A full matrix. */
        public static LayerWork dense(long inputs, long outputs) {
            long products = Math.multiplyExact(inputs, outputs);
            return new LayerWork(LayerKind.DENSE, products, outputs, products);
        }
    }
}
