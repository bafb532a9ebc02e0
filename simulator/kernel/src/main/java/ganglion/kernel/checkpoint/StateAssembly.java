package ganglion.kernel.checkpoint;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunState;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The state of a network that is put together from parts, which a {@link PartFormat} reads. Not thread-safe. */
public final class StateAssembly {

    private final long tick;
    final List<long[]> neurons = new ArrayList<>();
    final List<PlasticWeights> weights = new ArrayList<>();
    final List<MembraneTrace> membranes = new ArrayList<>();
    private ActivityCounts activity = new ActivityCounts(0, 0, 0);
    private int[] wishNeurons = {};
    private long[] wishTicks = {};

    /**
     * @param network its plastic projections have all synapses that the parts have
     * @param traced indices of the populations whose membrane potentials are recorded
     * @param tick all ticks before it are complete
     */
    public StateAssembly(Network network, List<Integer> traced, long tick) {
        this.tick = tick;
        for (Population population : network.populations()) {
            neurons.add(new long[population.size() * RunState.wordsOfNeuron(population.model())]);
        }
        for (int p = 0; p < network.projections().size(); p++) {
            if (network.projection(p).plasticity().isPresent()) {
                weights.add(
                        new PlasticWeights(p, new double[network.projection(p).plasticNumbers()]));
            }
        }
        for (int index : traced) {
            Population population = network.population(index);
            membranes.add(new MembraneTrace(
                    population.name(),
                    population.size(),
                    new double[Math.toIntExact(Math.multiplyExact(tick, population.size()))]));
        }
    }

    void add(ActivityCounts counts) {
        activity = activity.plus(counts);
    }

    void addWishes(int[] wishing, long[] ticks) {
        int size = wishNeurons.length;
        wishNeurons = Arrays.copyOf(wishNeurons, size + wishing.length);
        wishTicks = Arrays.copyOf(wishTicks, wishNeurons.length);
        System.arraycopy(wishing, 0, wishNeurons, size, wishing.length);
        System.arraycopy(ticks, 0, wishTicks, size, wishing.length);
    }

    /** The weights of the plastic projections, of all parts that have been read. */
    public List<PlasticWeights> weights() {
        return weights;
    }

    /** The membrane potentials of all parts that have been read. */
    public List<MembraneTrace> membranes() {
        return membranes;
    }

    /** Synaptic events and neuron updates of all parts that have been read. */
    public ActivityCounts activity() {
        return activity;
    }

    /** The state, once all parts have been read. */
    public RunState state(List<SpikeRaster> spikes) {
        return new RunState(
                tick,
                neurons,
                wishNeurons,
                wishTicks,
                weights,
                spikes,
                membranes,
                activity.synapticEvents(),
                activity.neuronUpdates());
    }
}
