package ganglion.hardware.activity;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The activity of one tick per population, wherever its neurons are: counted once for all placements. Reused from tick
 * to tick; not thread safe.
 */
final class PopulationTally {

    private final int[] populationOf;
    private final int[] firstNeuron;
    private final Outlet[][] outlets;
    private final long[] synapses;
    private final long[] spikes;
    private final long[] active;

    /** The synapses of one projection out of a population. */
    private record Outlet(Synapses synapses, int target) {}

    PopulationTally(Network network) {
        int populations = network.populations().size();
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
        synapses = new long[populations];
        spikes = new long[populations];
        active = new long[populations];
    }

    /** Synaptic operations in neurons of a population. */
    long synapses(int population) {
        return synapses[population];
    }

    /** Spikes of a population. */
    long spikes(int population) {
        return spikes[population];
    }

    /** Active neurons of a population. */
    long active(int population) {
        return active[population];
    }

    /**
     * Counts a tick.
     *
     * @param fired network-wide numbers of the neurons that fire, in the first {@code count} elements
     * @param activeBits as {@link ActivityRule#activeAt} gives them
     */
    void count(int[] fired, int count, long[] activeBits) {
        Arrays.fill(synapses, 0);
        Arrays.fill(spikes, 0);
        Arrays.fill(active, 0);
        for (int i = 0; i < count; i++) {
            int population = populationOf[fired[i]];
            int neuron = fired[i] - firstNeuron[population];
            spikes[population]++;
            for (Outlet outlet : outlets[population]) {
                synapses[outlet.target()] += outlet.synapses().outDegree(neuron);
            }
        }
        for (int p = 0; activeBits != null && p < active.length; p++) {
            active[p] = ones(activeBits, firstNeuron[p], firstNeuron[p + 1]);
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
