package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The projections of a network seen from their targets: who reaches a neuron. */
final class IncomingSynapses {

    /**
     * One projection by target. A dense one has no rows: every source reaches every target.
     *
     * @param firstSource network-wide number of the first source
     * @param sourceSize number of sources
     * @param rowStart start of each target's row in {@code sources}, with one more element at the end; null if dense
     * @param sources network-wide numbers of the sources, target by target; null if dense
     */
    record Inlet(int firstSource, int sourceSize, int[] rowStart, int[] sources) {

        boolean dense() {
            return sources == null;
        }

        int synapses(int target) {
            return dense() ? sourceSize : rowStart[target + 1] - rowStart[target];
        }
    }

    private final List<List<Inlet>> inletsByPopulation = new ArrayList<>();
    private final Map<Synapses, Integer> longestDelays = new IdentityHashMap<>();

    IncomingSynapses(Network network) {
        for (int p = 0; p < network.populations().size(); p++) {
            inletsByPopulation.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            int firstSource = network.firstNeuron(network.index(projection.source()));
            inletsByPopulation.get(network.index(projection.target())).add(inlet(projection.synapses(), firstSource));
        }
    }

    List<Inlet> into(int population) {
        return inletsByPopulation.get(population);
    }

    /** Number of synapses into one neuron. */
    long fanIn(int population, int neuron) {
        long fanIn = 0;
        for (Inlet inlet : inletsByPopulation.get(population)) {
            fanIn += inlet.synapses(neuron);
        }
        return fanIn;
    }

    /** The longest delay of a projection, looked for once. */
    int longestDelayTicks(Synapses synapses) {
        return longestDelays.computeIfAbsent(synapses, IncomingSynapses::longestDelay);
    }

    private static int longestDelay(Synapses synapses) {
        if (synapses instanceof DenseSynapses dense) {
            return dense.commonDelayTicks();
        }
        int longest = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int degree = synapses.outDegree(source);
            for (int i = 0; i < degree; i++) {
                longest = Math.max(longest, synapses.delayTicks(source, i));
            }
        }
        return longest;
    }

    private static Inlet inlet(Synapses synapses, int firstSource) {
        if (synapses instanceof DenseSynapses) {
            return new Inlet(firstSource, synapses.sourceSize(), null, null);
        }
        int[] rowStart = new int[synapses.targetSize() + 1];
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                rowStart[synapses.target(source, i) + 1]++;
            }
        }
        for (int target = 0; target < synapses.targetSize(); target++) {
            rowStart[target + 1] += rowStart[target];
        }
        int[] next = rowStart.clone();
        int[] sources = new int[rowStart[synapses.targetSize()]];
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                sources[next[synapses.target(source, i)]++] = firstSource + source;
            }
        }
        return new Inlet(firstSource, synapses.sourceSize(), rowStart, sources);
    }
}
