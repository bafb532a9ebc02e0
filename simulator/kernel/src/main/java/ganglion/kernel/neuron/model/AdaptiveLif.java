package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.group.AdaptiveLifGroup;
import ganglion.kernel.neuron.group.AdaptiveMaps;
import ganglion.kernel.neuron.group.MembraneMaps;
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
        return Optional.of(new AdaptiveMaps(membrane, neuron, tick, adaptationDecay.at(neuron), increment.at(neuron)));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new AdaptiveLifGroup(membrane, adaptationDecay, increment, first, size);
    }
}
