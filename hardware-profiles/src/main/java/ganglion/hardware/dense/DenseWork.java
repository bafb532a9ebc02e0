package ganglion.hardware.dense;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import java.util.List;

/**
 * The work of one pass of a dense network: each projection, and each input of numbers, is a full matrix of
 * multiply-accumulates, whose weights are each read once, its inputs read once and its outputs written once.
 *
 * @param multiplyAccumulates products of a weight and an activation, with those of the decay where neurons have state
 * @param weights numbers that make up the matrices
 * @param activationsRead numbers read from the outputs of the layer before, and from the state
 * @param activationsWritten numbers written as outputs, and to the state
 */
public record DenseWork(long multiplyAccumulates, long weights, long activationsRead, long activationsWritten) {

    /**
     * The pass that computes the same as a tick of the network: neurons keep a state, which is read, decays by one
     * multiply-accumulate, and is written back.
     */
    public static DenseWork ofTick(Network network, List<NumberInput> numbers) {
        DenseWork layers = ofLayers(network, numbers);
        long neurons = neurons(network);
        return new DenseWork(
                Math.addExact(layers.multiplyAccumulates, neurons),
                layers.weights,
                layers.activationsRead + neurons,
                layers.activationsWritten + neurons);
    }

    /** The pass of a network of the same layers whose neurons have no state: an artificial neural network. */
    public static DenseWork ofLayers(Network network, List<NumberInput> numbers) {
        long products = 0;
        long read = 0;
        for (Projection projection : network.projections()) {
            long sources = projection.synapses().sourceSize();
            products = Math.addExact(products, Math.multiplyExact(sources, (long)
                    projection.synapses().targetSize()));
            read += sources;
        }
        for (NumberInput layer : numbers) {
            products = Math.addExact(products, layer.weights());
            read += layer.sources();
        }
        return new DenseWork(products, products, read, neurons(network));
    }

    private static long neurons(Network network) {
        return network.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToLong(Population::size)
                .sum();
    }
}
