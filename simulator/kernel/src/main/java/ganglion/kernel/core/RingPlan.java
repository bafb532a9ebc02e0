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
 * each delay. Weights that change rule it out, because they are only known when they are due, and so does a ring much
 * larger than the synapses that use it.
 */
final class RingPlan {

    /**
     * Most bytes of a ring for each synapse that uses it: about what the synapse itself takes at most, with a target, a
     * weight and a delay.
     */
    private static final long MOST_BYTES_A_SYNAPSE = 16;

    /** Most sums of a ring, a power of two that an array can hold. */
    private static final long MOST_SUMS = 1 << 30;

    /**
     * A ring, for one run of hosted neurons.
     *
     * @param slots for how many ticks input can be held, a power of two
     * @param bits a slot has room for two to that power sums
     * @param smallestDelayTicks of the synapses that use it
     * @param largestDelayTicks of the synapses that use it
     */
    record Shape(int slots, int bits, int smallestDelayTicks, int largestDelayTicks) {}

    private RingPlan() {}

    /** The ring of a run of hosted neurons; null if it has none. */
    static Shape of(Network network, HostedNeurons run) {
        Population population = network.populations().get(run.population());
        boolean worthwhile = false;
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        long count = 0;
        for (Projection projection : network.projections()) {
            if (!projection.target().equals(population.name()) || projection.isUniform()) {
                continue;
            }
            if (projection.plasticity().isPresent()) {
                return null;
            }
            Synapses synapses = projection.synapses();
            worthwhile |= synapses.hasManyDelays();
            smallest = Math.min(smallest, synapses.smallestDelayTicks());
            largest = Math.max(largest, synapses.largestDelayTicks());
            count += synapses.count();
        }
        if (!worthwhile) {
            return null;
        }
        // A power of two above the span. Slots are used again by tick modulo their number: with fewer, the last weights
        // of a row would land on the tick being run.
        long slots = Long.highestOneBit(2L * (largest - smallest) + 1);
        int bits = Synapses.targetBits(run.size() * population.model().inputChannels());
        long room = MOST_BYTES_A_SYNAPSE * count * run.size() / population.size();
        return slots <= Math.min(MOST_SUMS, room / Double.BYTES) >> bits
                ? new Shape((int) slots, bits, smallest, largest)
                : null;
    }
}
