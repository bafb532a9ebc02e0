package ganglion.api.engine;

import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.Arrays;
import java.util.Optional;

/**
 * Synapses of a projection as columns: row after row of sources, in a row by ascending target, twins as they were built. The order does not
 * depend on how many threads built them.
 *
 * @param from source population
 * @param to target population
 * @param sources source neuron of each
 * @param targets target neuron of each
 * @param weights weight of each
 * @param delayTicks delay of each, in ticks
 */
public record SynapseColumns(String from, String to, int[] sources, int[] targets, double[] weights, int[] delayTicks) {

    private static final long INDEX_BITS = 0xffff_ffffL;

    /**
     * The synapses of a projection.
     *
     * @param current weights by position in place of those that were built, if there are such
     */
    public static SynapseColumns of(Projection projection, Optional<double[]> current) {
        Synapses synapses = projection.synapses();
        int count = Math.toIntExact(synapses.count());
        SynapseColumns columns = new SynapseColumns(
                projection.source(),
                projection.target(),
                new int[count],
                new int[count],
                new double[count],
                new int[count]);
        int place = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int first = synapses.firstPosition(source);
            for (int i : byTarget(synapses, source)) {
                columns.sources[place] = source;
                columns.targets[place] = synapses.target(source, i);
                columns.weights[place] = current.isPresent() ? current.get()[first + i] : synapses.weight(source, i);
                columns.delayTicks[place] = synapses.delayTicks(source, i);
                place++;
            }
        }
        return columns;
    }

    /**
     * Where each synapse is among the positions of the engine.
     *
     * @return the position of each, in the order of the columns
     */
    static int[] positions(Synapses synapses) {
        int[] positions = new int[Math.toIntExact(synapses.count())];
        int place = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int first = synapses.firstPosition(source);
            for (int i : byTarget(synapses, source)) {
                positions[place++] = first + i;
            }
        }
        return positions;
    }

    /** The synapses of a row by target. */
    private static int[] byTarget(Synapses synapses, int source) {
        long[] keys = new long[synapses.outDegree(source)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) synapses.target(source, i) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        int[] indices = new int[keys.length];
        Arrays.setAll(indices, i -> (int) (keys[i] & INDEX_BITS));
        return indices;
    }
}
