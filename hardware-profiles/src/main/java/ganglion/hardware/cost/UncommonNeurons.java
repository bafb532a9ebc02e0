package ganglion.hardware.cost;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Populations whose neurons are more than a leaky integrate-and-fire neuron with currents and an adaptive threshold. A profile has one
 * price of a neuron's update, measured with simpler neurons, and does not know which models its chip computes.
 */
final class UncommonNeurons {

    private static final List<Class<? extends NeuronModel>> MODELS =
            List.of(SeAdLif.class, BalancedResonator.class, ResonateAndFire.class, Izhikevich.class);

    private UncommonNeurons() {}

    /** A sentence about them; empty if there are none. */
    static Optional<String> of(Network network) {
        String names = network.populations().stream()
                .filter(population -> isOne(population.model()))
                .map(Population::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Whether the chip can compute the neuron model of " + names
                                + " is not known, and its grade says nothing of it: an update counts as one of the chip's own neurons.");
    }

    private static boolean isOne(NeuronModel model) {
        return MODELS.stream().anyMatch(of -> of.isInstance(model));
    }
}
