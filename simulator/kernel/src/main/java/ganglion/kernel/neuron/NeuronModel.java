package ganglion.kernel.neuron;

import ganglion.kernel.affine.AffineNeuron;
import java.util.List;
import java.util.Optional;

/**
 * A kind of neuron with its parameters. Immutable, and safe to share between threads; makes the mutable {@link
 * NeuronGroup}s that cores run. To add a model, implement both in one file.
 */
public interface NeuronModel {

    /** The state that is the sum of the synaptic currents. */
    String CURRENT = "current";

    /** Name of the model in scenarios and reports, such as {@code lif}. */
    String name();

    /** Whether synapses may end on such neurons. */
    default boolean takesInput() {
        return true;
    }

    /**
     * Number of sums of input that a neuron keeps apart at each tick: 1, or 2 to have positive weights in the first and
     * negative weights in the second.
     */
    default int inputChannels() {
        return 1;
    }

    /** All parameters in a text that differs where any of them does: part of the fingerprint in a checkpoint, not for readers. */
    default String fingerprint() {
        return toString();
    }

    /**
     * Names of the states besides the membrane potential that {@link NeuronGroup#states} reports, by index; {@link #CURRENT} among
     * them if there are synaptic currents.
     */
    default List<String> states() {
        return List.of();
    }

    /** The parameters of leaky integrate-and-fire neurons without synaptic currents and adaptation; empty of others. */
    default Optional<LifParameters> plainLif() {
        return Optional.empty();
    }

    /**
     * A neuron as affine maps between its own spikes; empty if the model has no such form.
     *
     * @param neuron position in its population
     */
    default Optional<AffineNeuron> affine(int neuron) {
        return Optional.empty();
    }

    /**
     * Refuses a population size that the parameters do not fit.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    default void checkSize(int populationSize) {}

    /**
     * State of the neurons {@code first} to {@code first + size - 1} of a population, as it is before the first tick.
     *
     * @param first position of the first neuron in its population, so that per-neuron parameters find their place
     * @param size number of neurons, at least 1
     */
    NeuronGroup createGroup(int first, int size);
}
