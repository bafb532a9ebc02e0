package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.Fading;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron whose threshold rises with each of its spikes and decays back: a memory of its
 * activity that outlasts the membrane's. Each tick does
 *
 * <pre>
 *   v &lt;- (beta v + c) + x            as {@link Lif}
 *   a &lt;- rho a
 *   fire if v &gt;= threshold + a        (v &gt; threshold + a if strict), and then
 *   a &lt;- a + increment, and v is reset as {@link Lif}'s, by the threshold without a if by subtraction
 * </pre>
 *
 * Source: Bellec et al., "A solution to the learning dilemma for recurrent networks of spiking neurons", Nat. Commun. 11,
 * 2020, eq. 6 to 9, whose adaptation takes in a spike after the decay of the next tick: with their {@code beta} for the
 * strength of adaptation, the increment here is {@code beta / rho}.
 *
 * @param membrane leak, threshold at rest, reset and refractory period
 * @param adaptationDecay rho, share of the adaptation that is left after one tick, 0 to 1
 * @param increment what a spike adds to the threshold, 0 or more
 */
public record AdaptiveLif(LifParameters membrane, NeuronValues adaptationDecay, NeuronValues increment)
        implements NeuronModel {

    /** @throws IllegalArgumentException if a decay is outside 0 to 1 or an increment negative or not finite */
    public AdaptiveLif {
        Objects.requireNonNull(membrane, "membrane");
        adaptationDecay.check("decay of the adaptation", value -> value >= 0 && value <= 1, "a number from 0 to 1");
        increment.check(
                "increment of the adaptation",
                value -> value >= 0 && NetworkNumbers.fits(value),
                "a finite number, 0 or more");
    }

    @Override
    public String name() {
        return "adaptive-lif";
    }

    @Override
    public void checkSize(int populationSize) {
        membrane.checkSize(populationSize);
        adaptationDecay.checkSize("decay of the adaptation", populationSize);
        increment.checkSize("increment of the adaptation", populationSize);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        AffineMap tick =
                new AffineMap(new double[][] {{membrane.beta().at(neuron)}}, new double[][] {{1}}, new double[] {
                    MembraneMaps.drive(membrane, neuron)
                });
        return Optional.of(new AdaptiveMaps(neuron, tick));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new AdaptiveLifGroup(membrane, adaptationDecay, increment, first, size);
    }

    /**
     * State of {@code AdaptiveLif} neurons: a membrane and an adaptation, by which a neuron's own spikes raise its
     * threshold.
     *
     * <p>The adaptation decays before it is compared and grows after, so that a spike raises the threshold from the next
     * tick on. The fire level of the membranes is the threshold at rest, the lowest there is: a bound below it keeps a
     * neuron silent for sure, however far its adaptation has decayed by then.
     */
    private static final class AdaptiveLifGroup extends SteppedGroup {

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

    /** A neuron with an adaptive threshold as affine maps: those of its membrane, with a level that its own spikes raise. */
    private final class AdaptiveMaps extends MembraneMaps {

        private final int neuron;
        private double adaptation;

        /**
         * A neuron before its first tick.
         *
         * @param neuron position in its population
         * @param usual the map of a tick of the membrane without reset and refractory period
         */
        AdaptiveMaps(int neuron, AffineMap usual) {
            super(membrane, neuron, usual);
            this.neuron = neuron;
        }

        @Override
        public AffineMap nextTick() {
            adaptation *= adaptationDecay.at(neuron);
            return super.nextTick();
        }

        @Override
        public double level() {
            return level(adaptation);
        }

        @Override
        public boolean skip(long ticks) {
            if (!super.skip(ticks)) {
                return false;
            }
            adaptation *= StrictMath.pow(adaptationDecay.at(neuron), ticks);
            return true;
        }

        @Override
        public AffineMap fired() {
            adaptation += increment.at(neuron);
            return super.fired();
        }
    }
}
