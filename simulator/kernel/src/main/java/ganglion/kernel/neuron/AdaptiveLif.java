package ganglion.kernel.neuron;

import java.util.Objects;

/**
 * Leaky integrate-and-fire neuron whose threshold rises with each of its spikes and decays back: a memory of its own
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
                value -> value >= 0 && Double.isFinite(value),
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
    public NeuronGroup createGroup(int first, int size) {
        return new Group(this, first, size);
    }

    /** State of the neurons. */
    private static final class Group extends SteppedGroup {

        private final Membranes membranes;
        private final double[] decay;
        private final double[] increment;
        private final double[] adaptation;

        Group(AdaptiveLif model, int first, int size) {
            super(size);
            membranes = new Membranes(model.membrane, first, size, true);
            decay = model.adaptationDecay.copyOf(first, size);
            increment = model.increment.copyOf(first, size);
            adaptation = new double[size];
        }

        @Override
        Membranes membranes() {
            return membranes;
        }

        @Override
        double[][] variables() {
            return new double[][] {adaptation};
        }

        @Override
        double[] potentials() {
            return membranes.potential;
        }

        @Override
        boolean step(int neuron, long tick, double[] input, int offset) {
            membranes.potential[neuron] = membranes.after(neuron, tick, input[offset + neuron]);
            input[offset + neuron] = 0;
            adaptation[neuron] *= decay[neuron];
            boolean fires = membranes.fires(neuron, tick, adaptation[neuron]);
            if (fires) {
                adaptation[neuron] += increment[neuron];
            }
            return fires;
        }

        @Override
        boolean stepSilently(int neuron, long tick) {
            double potential = membranes.potential[neuron];
            double adapted = adaptation[neuron];
            membranes.potential[neuron] = membranes.after(neuron, tick, 0);
            adaptation[neuron] *= decay[neuron];
            return potential != membranes.potential[neuron]
                    || adapted != adaptation[neuron]
                    || tick <= membranes.recoveredAfter(neuron);
        }

        @Override
        long mayFireAt(int neuron, long tick) {
            // The raised threshold comes down in time, so that only the threshold at rest keeps a neuron silent for
            // sure.
            double bound = Math.max(membranes.potential[neuron], membranes.steadyState(neuron));
            return membranes.mayReachFireLevel(neuron, bound) ? membranes.nextFreeTick(neuron, tick) : NEVER;
        }
    }
}
