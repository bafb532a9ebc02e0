package ganglion.kernel.network;

import ganglion.kernel.neuron.NeuronModel;
import java.util.Objects;

/**
 * Neurons that share one model and its parameters.
 *
 * @param name unique in its network, not blank
 * @param size number of neurons, at least 1
 * @param model what each neuron does
 */
public record Population(String name, int size, NeuronModel model) {

    /** @throws IllegalArgumentException if the name is blank, or the size is not one that the model can have */
    public Population {
        Objects.requireNonNull(model, "model");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a population needs a name");
        }
        if (size < 1) {
            throw new IllegalArgumentException("population " + name + " needs at least one neuron, not " + size);
        }
        model.checkSize(size);
    }
}
