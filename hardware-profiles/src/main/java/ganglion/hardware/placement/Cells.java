package ganglion.hardware.placement;

import ganglion.kernel.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A cell holds the neurons of one population on one core. Counting and
 * pricing distinguish no finer. Cells are numbered by core and then by population. Inputs are in no cell.
 */
public final class Cells {

    private final int[] cellOfNeuron;
    private final int[] core;
    private final int[] population;
    private final int[] neurons;
    private final List<int[]> cellsOfPopulation = new ArrayList<>();
    private final Words words;

    /** Finds the cells of a network whose neurons are on cores. */
    public Cells(Network network, int[] coreOfNeuron) {
        int populations = network.populations().size();
        Map<Long, Integer> neuronsByKey = new TreeMap<>();
        forEachNeuron(network, coreOfNeuron, (neuron, key) -> neuronsByKey.merge(key, 1, Integer::sum));
        core = new int[neuronsByKey.size()];
        population = new int[core.length];
        neurons = new int[core.length];
        Map<Long, Integer> cellByKey = new TreeMap<>();
        neuronsByKey.forEach((key, count) -> {
            int cell = cellByKey.size();
            core[cell] = (int) (key / populations);
            population[cell] = (int) (key % populations);
            neurons[cell] = count;
            cellByKey.put(key, cell);
        });
        cellOfNeuron = new int[network.neuronCount()];
        Arrays.fill(cellOfNeuron, Placement.OUTSIDE);
        forEachNeuron(network, coreOfNeuron, (neuron, key) -> cellOfNeuron[neuron] = cellByKey.get(key));
        for (int p = 0; p < populations; p++) {
            int wanted = p;
            cellsOfPopulation.add(IntStream.range(0, core.length)
                    .filter(cell -> population[cell] == wanted)
                    .toArray());
        }
        words = new Words(this, network.neuronCount());
    }

    private interface NeuronAction {
        void accept(int neuron, long key);
    }

    private static void forEachNeuron(Network network, int[] coreOfNeuron, NeuronAction action) {
        int populations = network.populations().size();
        for (int p = 0; p < populations; p++) {
            if (!network.population(p).model().takesInput()) {
                continue;
            }
            for (int neuron = network.firstNeuron(p); neuron < network.firstNeuron(p + 1); neuron++) {
                if (coreOfNeuron[neuron] != Placement.OUTSIDE) {
                    action.accept(neuron, (long) coreOfNeuron[neuron] * populations + p);
                }
            }
        }
    }

    /** Number of cells. */
    public int count() {
        return core.length;
    }

    /** Cell of a neuron by its network-wide number; {@link Placement#OUTSIDE} for inputs. */
    public int of(int neuron) {
        return cellOfNeuron[neuron];
    }

    /** Core of a cell. */
    public int core(int cell) {
        return core[cell];
    }

    /** Population of a cell, by index. */
    public int population(int cell) {
        return population[cell];
    }

    /** Neurons in a cell. */
    public int neurons(int cell) {
        return neurons[cell];
    }

    /**
     * Adds the number of neurons of a set by cell.
     *
     * @param set bit {@code n % 64} of element {@code n / 64} for the neuron of network-wide number {@code n}
     */
    public void count(long[] set, int[] byCell) {
        words.count(set, byCell);
    }

    /** The cells of a population, in ascending order. */
    int[] ofPopulation(int index) {
        return cellsOfPopulation.get(index);
    }

    /** The neurons of each word of 64, as sets of neurons have them, by cell. Immutable. */
    static final class Words {

        private final int[] firstPiece;
        private final int[] cell;
        private final long[] mask;

        Words(Cells cells, int neurons) {
            int words = (neurons + Long.SIZE - 1) / Long.SIZE;
            firstPiece = new int[words + 1];
            int[] cellOfPiece = new int[neurons];
            long[] maskOfPiece = new long[neurons];
            int pieces = 0;
            for (int neuron = 0; neuron < neurons; neuron++) {
                int word = neuron / Long.SIZE;
                int of = cells.of(neuron);
                if (of != Placement.OUTSIDE) {
                    int piece = firstPiece[word];
                    while (piece < pieces && cellOfPiece[piece] != of) {
                        piece++;
                    }
                    pieces = Math.max(pieces, piece + 1);
                    cellOfPiece[piece] = of;
                    maskOfPiece[piece] |= 1L << neuron;
                }
                firstPiece[word + 1] = pieces;
            }
            cell = Arrays.copyOf(cellOfPiece, pieces);
            mask = Arrays.copyOf(maskOfPiece, pieces);
        }

        /** Counts the set bits of a set of neurons by cell; bits of neurons in no cell are left out. */
        void count(long[] set, int[] byCell) {
            for (int word = 0; word < set.length; word++) {
                long bits = set[word];
                for (int piece = firstPiece[word]; bits != 0 && piece < firstPiece[word + 1]; piece++) {
                    byCell[cell[piece]] += Long.bitCount(bits & mask[piece]);
                }
            }
        }
    }
}
