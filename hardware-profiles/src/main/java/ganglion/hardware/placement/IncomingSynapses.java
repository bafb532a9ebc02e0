package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;

/** The projections of a network by target: the sources that reach a neuron. */
final class IncomingSynapses {

    /** One projection by target. A dense one has no rows: every source reaches every target. */
    static final class Inlet {

        private final Synapses synapses;
        private final int firstSource;
        private final TaskRunner runner;
        private final int[] rowStart;
        private int[] sources;
        private long[] bits;

        /** @param firstSource network-wide number of the first source */
        Inlet(Synapses synapses, int firstSource, TaskRunner runner) {
            this.synapses = synapses;
            this.firstSource = firstSource;
            this.runner = runner;
            this.rowStart = synapses instanceof DenseSynapses ? null : new Transposition(synapses, runner).rowStart();
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

        /** Whether the sources of all targets take less memory as bits than as numbers. */
        boolean isShorterAsBits() {
            return (long) words() * synapses.targetSize() * Long.SIZE <= Integer.SIZE * synapses.count();
        }

        /** Number of the word that holds the first source, in sets of the neurons of the network. */
        int firstWord() {
            return firstSource >> 6;
        }

        /** Words of {@link #bits} of one target. */
        int words() {
            return (firstSource + synapses.sourceSize() - 1 >> 6) - firstWord() + 1;
        }

        /** The sources of a target as bits of words, target by target; built on demand. */
        long[] bits() {
            if (bits == null) {
                bits = new Transposition(synapses, runner).bits(firstSource, words());
            }
            return bits;
        }

        /** Network-wide numbers of the sources, target by target; built on demand, as many chips do not need them. */
        int[] sources() {
            if (sources == null) {
                sources = new Transposition(synapses, runner).sources(firstSource, rowStart);
            }
            return sources;
        }
    }

    private final List<List<Inlet>> inletsByPopulation = new ArrayList<>();

    IncomingSynapses(Network network, TaskRunner runner) {
        for (int p = 0; p < network.populations().size(); p++) {
            inletsByPopulation.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            int firstSource = network.firstNeuron(network.index(projection.source()));
            inletsByPopulation
                    .get(network.index(projection.target()))
                    .add(new Inlet(projection.synapses(), firstSource, runner));
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
