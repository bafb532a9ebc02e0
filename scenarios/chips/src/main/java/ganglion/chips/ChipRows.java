package ganglion.chips;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows of a chip: neurons have the first ones, in the order of their populations; inputs have those behind them.
 *
 * @param network whose neurons and inputs they are
 * @param first of each population
 * @param neurons how many rows are those of neurons
 * @param count of rows in use
 */
record ChipRows(Network network, int[] first, int neurons, int count) {

    static ChipRows of(Network network) {
        int[] first = new int[network.populations().size()];
        int neurons = give(network, first, 0, true);
        return new ChipRows(network, first, neurons, give(network, first, neurons, false));
    }

    /** Gives the populations with or without neurons their rows; gives the next free one. */
    private static int give(Network network, int[] first, int from, boolean neurons) {
        int next = from;
        for (int p = 0; p < first.length; p++) {
            Population population = network.population(p);
            if (population.model().takesInput() == neurons) {
                first[p] = next;
                next += population.size();
            }
        }
        return next;
    }

    boolean isInput(int population) {
        return first[population] >= neurons;
    }

    /** Populations of neurons in the order of their rows, with no spike. */
    Map<String, SpikeRaster> silent() {
        Map<String, SpikeRaster> silent = new LinkedHashMap<>();
        for (int p = 0; p < first.length; p++) {
            if (!isInput(p)) {
                silent.put(
                        network.population(p).name(),
                        SpikeRaster.empty(network.population(p).size()));
            }
        }
        return silent;
    }

    /** The population that has a row. */
    int population(int row) {
        return IntStream.range(0, first.length)
                .filter(p -> row >= first[p]
                        && row < first[p] + network.population(p).size())
                .findFirst()
                .orElseThrow();
    }

    /** The neuron that has a row, in its population. */
    int neuron(int row) {
        return row - first[population(row)];
    }

    /** The name of the population that has a row. */
    String name(int row) {
        return network.population(population(row)).name();
    }

    /** The neuron that has a row, in words. */
    String words(int row) {
        return "neuron " + neuron(row) + " of " + name(row);
    }
}
