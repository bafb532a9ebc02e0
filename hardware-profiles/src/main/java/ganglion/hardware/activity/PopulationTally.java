package ganglion.hardware.activity;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the activity of a tick by population: synaptic operations in its neurons, its spikes, and its active neurons. It
 * depends on the network alone and is counted once for all placements. Safe to share between threads.
 */
final class PopulationTally {

    private final int populations;
    private final int[] populationOf;
    private final int[] firstNeuron;
    private final Outlet[][] outlets;

    /** The synapses of one projection out of a population. */
    private record Outlet(Synapses synapses, int target) {}

    PopulationTally(Network network) {
        populations = network.populations().size();
        populationOf = new int[network.neuronCount()];
        firstNeuron = new int[populations + 1];
        List<List<Outlet>> bySource = new ArrayList<>();
        for (int p = 0; p < populations; p++) {
            firstNeuron[p + 1] = network.firstNeuron(p + 1);
            Arrays.fill(populationOf, network.firstNeuron(p), network.firstNeuron(p + 1), p);
            bySource.add(new ArrayList<>());
        }
        for (Projection projection : network.projections()) {
            bySource.get(network.index(projection.source()))
                    .add(new Outlet(projection.synapses(), network.index(projection.target())));
        }
        outlets = bySource.stream().map(list -> list.toArray(new Outlet[0])).toArray(Outlet[][]::new);
    }

    /** Number of counts of a tick. */
    static int size(Network network) {
        return 3 * network.populations().size();
    }

    /** Where synaptic operations in neurons of a population stand in the counts of a tick. */
    int synapses(int population) {
        return population;
    }

    /** Where the spikes of a population stand. */
    int spikes(int population) {
        return populations + population;
    }

    /** Where the active neurons of a population stand. */
    int active(int population) {
        return 2 * populations + population;
    }

    /**
     * Counts a tick.
     *
     * @param fired network-wide numbers of the neurons that fire, from one position, inclusive, to another, exclusive
     * @param set as {@link ActivityWalk.ActivityRule#activeAt} gives it
     * @param counts receives the counts
     * @param at where they begin
     */
    void count(int[] fired, int from, int until, long[] set, long[] counts, int at) {
        Arrays.fill(counts, at, at + 3 * populations, 0);
        for (int i = from; i < until; i++) {
            int population = populationOf[fired[i]];
            int neuron = fired[i] - firstNeuron[population];
            counts[at + spikes(population)]++;
            for (Outlet outlet : outlets[population]) {
                counts[at + synapses(outlet.target())] += outlet.synapses().outDegree(neuron);
            }
        }
        for (int p = 0; set != null && p < populations; p++) {
            counts[at + active(p)] = ones(set, firstNeuron[p], firstNeuron[p + 1]);
        }
    }

    /** Number of set bits from one position, inclusive, to another, exclusive. */
    private static int ones(long[] bits, int from, int until) {
        int count = 0;
        for (int bit = from; bit < until; ) {
            int inWord = Math.min(Long.SIZE - (bit & 63), until - bit);
            count += Long.bitCount((bits[bit >> 6] >>> bit) << Long.SIZE - inWord);
            bit += inWord;
        }
        return count;
    }
}
