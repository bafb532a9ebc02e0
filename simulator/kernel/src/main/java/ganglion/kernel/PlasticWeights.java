package ganglion.kernel;

import ganglion.kernel.network.Synapses;
import java.util.Arrays;

/**
 * The weights of a plastic projection at the end of a run: as a spike of a source that reaches its targets at the tick
 * after the last would find them. That takes every spike into account that has reached the synapse by then less the
 * delay. The array is not copied.
 *
 * @param projection index of the projection in its network
 * @param byPosition weight of each synapse, by its position in the projection's {@link Synapses}; in a {@link RunState} followed by each of the
 *     numbers that synapses have of their own, in the same order
 */
public record PlasticWeights(int projection, double[] byPosition) {

    /** The weights without what follows them. */
    PlasticWeights of(long synapses) {
        return byPosition.length <= synapses
                ? this
                : new PlasticWeights(projection, Arrays.copyOf(byPosition, (int) synapses));
    }
}
