package ganglion.kernel.schedule;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;

/**
 * How many threads a network keeps busy. Threads that run a network wait for each other's mail after every window, which takes some
 * microseconds: a small network is done with its window sooner than that, and is faster on one.
 */
public final class ThreadRule {

    /** Most threads that a run is given: more than processors have, and few enough for any system to start. */
    public static final int MOST_THREADS = 1024;

    /**
     * Synapses that take about as long as a neuron, over some time: a neuron that is visited at every tick of 0.1 ms takes
     * 1 to 6 ns each time, a synapse whose neuron fires at 10 Hz 1 to 2 ns at one tick in a thousand. Spike sources take
     * next to nothing.
     */
    private static final long SYNAPSES_PER_NEURON = 500;

    /**
     * Synapses, neurons counted as above, from which one more thread pays. Measured with balanced networks of W1's rates
     * on two threads: see benchmarks/README.md.
     */
    private static final long SYNAPSES_PER_THREAD = 4_000_000;

    private ThreadRule() {}

    /**
     * The number of threads on which a network is best run, from 1 to a given number. A rule of thumb from its size: no
     * result depends on it.
     *
     * @param most threads that there are, at least 1
     */
    public static int threads(Network network, int most) {
        long neurons = network.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToLong(Population::size)
                .sum();
        return threads(neurons, network.synapseCount(), most);
    }

    /**
     * The same for a network that is not built yet.
     *
     * @param neurons number of neurons, without spike sources
     * @param synapses number of synapses, or an estimate
     */
    public static int threads(long neurons, long synapses, int most) {
        long work = synapses + SYNAPSES_PER_NEURON * neurons;
        return (int) Math.max(1, Math.min(most, work / SYNAPSES_PER_THREAD));
    }
}
