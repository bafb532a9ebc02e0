package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.List;

/** The projections of a network by target: the sources that reach a neuron. */
final class IncomingSynapses {

    /** One projection by target. A dense one has no rows: every source reaches every target. */
    static final class Inlet {

        private final Synapses synapses;
        private final TargetLists lists;
        private final int firstSource;
        private final int firstTarget;
        private final int[] rowStart;
        private int[] sources;

        Inlet(Network network, Projection projection) {
            synapses = projection.synapses();
            lists = new TargetLists(network, projection);
            firstSource = network.firstNeuron(network.index(projection.source()));
            firstTarget = network.firstNeuron(network.index(projection.target()));
            rowStart = synapses instanceof DenseSynapses ? null : new int[synapses.targetSize() + 1];
            for (int source = 0; rowStart != null && source < synapses.sourceSize(); source++) {
                lists.visit(source, (delayTicks, targets, count) -> {
                    for (int i = 0; i < count; i++) {
                        rowStart[targets[i] - firstTarget + 1]++;
                    }
                });
            }
            for (int target = 0; rowStart != null && target < synapses.targetSize(); target++) {
                rowStart[target + 1] += rowStart[target];
            }
        }

        boolean dense() {
            return rowStart == null;
        }

        int synapses(int target) {
            return dense() ? synapses.sourceSize() : rowStart[target + 1] - rowStart[target];
        }

        /** The first source of a dense projection, or the position in {@link #sources()} of a target's first one. */
        int first(int target) {
            return dense() ? firstSource : rowStart[target];
        }

        /** Network-wide numbers of the sources, target by target; built on demand, as many chips do not need them. */
        int[] sources() {
            if (sources == null) {
                int[] next = rowStart.clone();
                sources = new int[rowStart[synapses.targetSize()]];
                for (int row = 0; row < synapses.sourceSize(); row++) {
                    int source = firstSource + row;
                    lists.visit(row, (delayTicks, targets, count) -> {
                        for (int i = 0; i < count; i++) {
                            sources[next[targets[i] - firstTarget]++] = source;
                        }
                    });
                }
            }
            return sources;
        }
    }

    private final List<List<Inlet>> inletsByPopulation = new ArrayList<>();

    IncomingSynapses(Network network) {
        network.populations().forEach(population -> inletsByPopulation.add(new ArrayList<>()));
        for (Projection projection : network.projections()) {
            inletsByPopulation.get(network.index(projection.target())).add(new Inlet(network, projection));
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
}
