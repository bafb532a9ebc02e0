package ganglion.hardware.cost;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Populations whose neurons are more than a leaky integrate-and-fire neuron with currents and an adaptive threshold. A profile has one
 * price of a neuron's update, measured with simpler neurons, and does not know which models its chip computes.
 */
final class UncommonNeurons {

    private UncommonNeurons() {}

    /** A sentence about them; empty if there are none. */
    static Optional<String> of(Network network) {
        String names = network.populations().stream()
                .filter(population -> !population.model().isLeakyIntegrateAndFire())
                .map(Population::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Whether the chip can compute the neuron model of " + names
                                + " is not known, and its grade says nothing of it: an update counts as one of the chip's own neurons.");
    }
}
