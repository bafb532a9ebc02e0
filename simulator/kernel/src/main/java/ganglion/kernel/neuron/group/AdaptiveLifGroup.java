package ganglion.kernel.neuron.group;

import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;

/**
 * State of {@code AdaptiveLif} neurons: a membrane and an adaptation, by which a neuron's own spikes raise its
 * threshold.
 *
 * <p>The adaptation decays before it is compared and grows after, so that a spike raises the threshold from the next
 * tick on. The fire level of the membranes is the threshold at rest, the lowest there is: a bound below it keeps a
 * neuron silent for sure, however far its adaptation has decayed by then.
 */
public final class AdaptiveLifGroup extends SteppedGroup {

    private final Membranes membranes;
    private final double[] decay;
    private final double[] increment;
    private final double[] adaptation;

    /**
     * Neurons before their first tick.
     *
     * @param parameters leak, threshold at rest, reset and refractory period of the population
     * @param adaptationDecay share of the adaptation that is left after one tick
     * @param increment what a spike adds to the threshold
     * @param first position of the first neuron in its population
     * @param size number of neurons
     */
    public AdaptiveLifGroup(
            LifParameters parameters, NeuronValues adaptationDecay, NeuronValues increment, int first, int size) {
        super(size);
        membranes = new Membranes(parameters, first, size, true);
        decay = adaptationDecay.copyOf(first, size);
        this.increment = increment.copyOf(first, size);
        adaptation = new double[size];
    }

    @Override
    Membranes membranes() {
        return membranes;
    }

    @Override
    protected double[][] variables() {
        return new double[][] {adaptation};
    }

    @Override
    protected double[] potentials() {
        return membranes.potential;
    }

    @Override
    protected boolean step(int neuron, long tick, double[] input, int offset) {
        membranes.potential[neuron] = membranes.after(neuron, tick, input[offset + neuron]);
        input[offset + neuron] = 0;
        adaptation[neuron] = Fading.settled(decay[neuron] * adaptation[neuron]);
        boolean fires = membranes.fires(neuron, tick, adaptation[neuron]);
        if (fires) {
            adaptation[neuron] += increment[neuron];
        }
        return fires;
    }

    @Override
    protected boolean stepSilently(int neuron, long tick) {
        double potential = membranes.potential[neuron];
        double adapted = adaptation[neuron];
        membranes.potential[neuron] = membranes.after(neuron, tick, 0);
        adaptation[neuron] = Fading.settled(decay[neuron] * adaptation[neuron]);
        return potential != membranes.potential[neuron]
                || adapted != adaptation[neuron]
                || tick <= membranes.recoveredAfter(neuron);
    }

    @Override
    protected long mayFireAt(int neuron, long tick) {
        // The raised threshold comes down in time, so that only the threshold at rest keeps a neuron silent for
        // sure.
        double bound = Math.max(membranes.potential[neuron], membranes.steadyState(neuron));
        return membranes.mayReachFireLevel(neuron, bound) ? membranes.nextFreeTick(neuron, tick) : NEVER;
    }
}
