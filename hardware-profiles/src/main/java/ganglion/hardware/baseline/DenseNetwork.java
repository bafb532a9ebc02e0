package ganglion.hardware.baseline;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;

/**
 * The dense network that computes the same in every tick: each projection as a full matrix, sources and all, and one more
 * multiply-accumulate for the decay of each neuron.
 */
public final class DenseNetwork {

    private DenseNetwork() {}

    /** Multiply-accumulates of one tick. */
    public static long multiplyAccumulatesPerTick(Network network) {
        long count = 0;
        for (Projection projection : network.projections()) {
            count = Math.addExact(
                    count,
                    (long) projection.synapses().sourceSize()
                            * projection.synapses().targetSize());
        }
        for (Population population : network.populations()) {
            if (population.model().takesInput()) {
                count = Math.addExact(count, population.size());
            }
        }
        return count;
    }
}
