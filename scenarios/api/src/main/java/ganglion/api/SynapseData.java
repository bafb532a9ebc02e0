package ganglion.api;

import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The synapses of a projection as arrays that go together: by source, of a source by target, twins as they were built. The order does not depend on
 * how many threads built them. The arrays are the caller's own.
 *
 * @param from source population
 * @param to target population
 * @param sources source neuron of each synapse
 * @param targets target neuron of each
 * @param weights weight of each; of plastic ones at the end of the run
 * @param delayTicks delay of each, in ticks
 */
@API(status = Status.STABLE, since = "0.2")
public record SynapseData(String from, String to, int[] sources, int[] targets, double[] weights, int[] delayTicks) {

    private static final long INDEX_BITS = 0xffff_ffffL;

    /** Takes the place of a synapse among the arrays, its source, its number in the row of that, and its position in the engine. */
    @FunctionalInterface
    private interface Visitor {

        void visit(int place, int source, int number, int position);
    }

    /** @param current weights by position in place of those that were built, if there are such */
    static SynapseData of(Projection projection, Optional<double[]> current) {
        Synapses synapses = projection.synapses();
        int count = Math.toIntExact(synapses.count());
        SynapseData data = new SynapseData(
                projection.source(),
                projection.target(),
                new int[count],
                new int[count],
                new double[count],
                new int[count]);
        visit(synapses, (place, source, number, position) -> {
            data.sources[place] = source;
            data.targets[place] = synapses.target(source, number);
            data.weights[place] = current.isPresent() ? current.get()[position] : synapses.weight(source, number);
            data.delayTicks[place] = synapses.delayTicks(source, number);
        });
        return data;
    }

    /** The position of each synapse in the engine, in the order of the arrays. */
    static int[] positions(Synapses synapses) {
        int[] positions = new int[Math.toIntExact(synapses.count())];
        visit(synapses, (place, source, number, position) -> positions[place] = position);
        return positions;
    }

    private static void visit(Synapses synapses, Visitor visitor) {
        int place = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            long[] byTarget = new long[synapses.outDegree(source)];
            for (int i = 0; i < byTarget.length; i++) {
                byTarget[i] = (long) synapses.target(source, i) << Integer.SIZE | i;
            }
            Arrays.sort(byTarget);
            for (long key : byTarget) {
                int number = (int) (key & INDEX_BITS);
                visitor.visit(place++, source, number, synapses.firstPosition(source) + number);
            }
        }
    }

    /** Number of synapses. */
    public int count() {
        return weights.length;
    }

    @Override
    public String toString() {
        return from + " to " + to + ": " + count() + " synapses";
    }
}
