package ganglion.kernel.core;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;

/**
 * Decides whether a run of hosted neurons takes its varied input (from projections that are not uniform) from an {@link
 * InputRing}: all of it, or none, since the order of its sum would else depend on which way a weight came.
 *
 * <p>A ring pays off where the synapses of a row differ in their delays: a spike is then queued once and not once for
 * each delay. The ring has a slot for each tick up to the largest delay if it then fits a cache. Else it is shorter, and
 * rows are added part by part (see {@link RingRows}). There is no ring if weights change, because they are only known when
 * they are due, nor if it would be much larger than the synapses that use it.
 */
final class RingPlan {

    /**
     * Most bytes of a ring for each synapse that uses it: about what the synapse itself takes at most, with a target, a
     * weight and a delay.
     */
    private static final long MOST_BYTES_A_SYNAPSE = 16;

    /** Most sums of a ring, a power of two that an array can hold. */
    private static final long MOST_SUMS = 1 << 30;

    /** Most bytes of input up to the largest delay that are held as a whole: a second-level cache. */
    private static final long MOST_CACHED_BYTES = 1 << 21;

    /** Fewest slots of a ring that is shorter than the delays; with fewer, rows break into more parts than caches need. */
    private static final long FEWEST_SLOTS = 16;

    /** Synapses of a part of a row that outweigh the cost of beginning it. */
    private static final double LONG_PART = 64;

    /** Synapses of a part of a row below which pieces of one delay in a queue are as good. */
    private static final double SHORTEST_PART = 2;

    /**
     * A ring, for one run of hosted neurons.
     *
     * @param slots for how many ticks input can be held, a power of two
     * @param bits a slot has room for two to that power sums
     * @param smallestDelayTicks of the synapses that use it
     * @param largestDelayTicks of the synapses that use it
     */
    record Shape(int slots, int bits, int smallestDelayTicks, int largestDelayTicks) {

        /** Whether a row can be added as a whole, because the ring reaches to its largest delay. */
        boolean takesWholeRows() {
            return largestDelayTicks - smallestDelayTicks < slots;
        }
    }

    private RingPlan() {}

    /** The ring of a run of hosted neurons; null if it has none. */
    static Shape of(Network network, HostedNeurons run) {
        Population population = network.population(run.population());
        boolean worthwhile = false;
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        double count = 0;
        long rows = 0;
        for (int arriving : network.projectionsTo(run.population())) {
            Projection projection = network.projection(arriving);
            if (projection.isUniform()) {
                continue;
            }
            if (projection.plasticity().isPresent()) {
                return null;
            }
            Synapses synapses = projection.synapses();
            if (synapses.count() == 0) {
                continue;
            }
            worthwhile |= synapses.hasManyDelays();
            smallest = Math.min(smallest, synapses.smallestDelayTicks());
            largest = Math.max(largest, synapses.largestDelayTicks());
            // As many as end on the run, if its neurons are like all others that have their synapses here.
            count += (double) synapses.count() * run.size() / synapses.slice().size();
            rows += synapses.sourceSize();
        }
        if (!worthwhile) {
            return null;
        }
        int sums = run.size() * population.model().inputChannels();
        int bits = Synapses.targetBits(sums);
        double perTick = count / rows / (largest - smallest + 1.0);
        long room = (long) Math.min(MOST_SUMS, MOST_BYTES_A_SYNAPSE / Double.BYTES * count) >> bits;
        // A power of two above the span: with fewer slots, the last weights of a row would land on the tick being run.
        long whole = Long.highestOneBit(2L * (largest - smallest) + 1);
        long block = Math.max(FEWEST_SLOTS, powerOfTwo(LONG_PART / perTick));
        boolean isCached = (largest - smallest + 1L) * sums * Double.BYTES <= MOST_CACHED_BYTES;
        long slots = Math.min(isCached ? whole : Math.min(whole, block), Long.highestOneBit(room));
        boolean pays = slots == whole || slots * perTick >= SHORTEST_PART;
        return slots > 0 && pays ? new Shape((int) slots, bits, smallest, largest) : null;
    }

    /** The smallest power of two that is not below a number, up to {@link #MOST_SUMS}. */
    private static long powerOfTwo(double number) {
        long power = 1;
        while (power < number && power < MOST_SUMS) {
            power <<= 1;
        }
        return power;
    }
}
