package ganglion.hardware.placement;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.StoredSynapses;
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

    /**
     * Turns the rows of a projection, which are by source, into rows by target. Several ranges of targets are done at the same time, each
     * small enough that what it writes to stays in a cache.
     */
    static final class Transposition {

        /** Targets of a range; those of an in-degree of 1000 take 4 MB. */
        private static final int TARGETS_PER_RANGE = 1024;

        private final Synapses synapses;
        private final TaskRunner runner;

        Transposition(Synapses synapses, TaskRunner runner) {
            this.synapses = synapses;
            this.runner = runner;
        }

        /** Number of synapses before each target. */
        int[] rowStart() {
            int[] starts = new int[synapses.targetSize() + 1];
            forEachPiece((source, targets, count) -> {
                for (int i = 0; i < count; i++) {
                    starts[targets[i] + 1]++;
                }
            });
            for (int target = 0; target < synapses.targetSize(); target++) {
                starts[target + 1] += starts[target];
            }
            return starts;
        }

        /**
         * The sources of each target, ascending.
         *
         * @param firstSource is added to each
         */
        int[] sources(int firstSource, int[] rowStart) {
            int[] next = rowStart.clone();
            int[] sources = new int[rowStart[synapses.targetSize()]];
            forEachPiece((source, targets, count) -> {
                for (int i = 0; i < count; i++) {
                    sources[next[targets[i]]++] = firstSource + source;
                }
            });
            return sources;
        }

        /**
         * The sources of each target as bits of words.
         *
         * @param firstSource network-wide number of the first source
         * @param words words of a target
         */
        long[] bits(int firstSource, int words) {
            long[] bits = new long[synapses.targetSize() * words];
            forEachPiece((source, targets, count) -> {
                int word = (firstSource + source >> 6) - (firstSource >> 6);
                long bit = 1L << firstSource + source;
                for (int i = 0; i < count; i++) {
                    bits[targets[i] * words + word] |= bit;
                }
            });
            return bits;
        }

        private interface Visit {
            void piece(int source, int[] targets, int count);
        }

        private void forEachPiece(Visit visit) {
            int size = synapses.targetSize();
            runner.run((size + TARGETS_PER_RANGE - 1) / TARGETS_PER_RANGE, range -> {
                int from = range * TARGETS_PER_RANGE;
                int until = Math.min(size, from + TARGETS_PER_RANGE);
                List<StoredSynapses> parts = synapses.within(from, until);
                int[][] targets = {new int[TARGETS_PER_RANGE]};
                for (int row = 0; row < synapses.sourceSize(); row++) {
                    int source = row;
                    for (StoredSynapses part : parts) {
                        part.forEachPiece(source, from, until, (delayTicks, position, count) -> {
                            if (count > targets[0].length) {
                                targets[0] = new int[2 * count];
                            }
                            part.listTargets(position, count, 0, targets[0], 0);
                            visit.piece(source, targets[0], count);
                        });
                    }
                }
            });
        }
    }
}
