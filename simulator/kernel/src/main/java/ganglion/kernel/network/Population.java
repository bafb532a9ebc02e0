package ganglion.kernel.network;

import ganglion.kernel.neuron.NeuronModel;
import java.util.Objects;

/**
 * Neurons that share one model and its parameters.
 *
 * @param name unique in its network, not blank
 * @param size number of neurons, at least 1
 * @param model what each neuron does
 * @param startTick the first tick that the neurons live through, 0 or more. Before it they keep their initial state, and
 *     input that reaches them is lost. The layers of a trained network start one tick after another: each sees the first
 *     step of its input, and of its bias, a tick later than the layer before it. A population that takes no input starts
 *     at 0.
 */
public record Population(String name, int size, NeuronModel model, long startTick) {

    /**
     * @throws IllegalArgumentException if the name is blank, the size is not one that the model can have, or it cannot
     *     start at that tick
     */
    public Population {
        Objects.requireNonNull(model, "model");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a population needs a name");
        }
        if (size < 1) {
            throw new IllegalArgumentException("population " + name + " needs at least one neuron, not " + size);
        }
        model.checkSize(size);
        if (startTick < 0 || startTick > 0 && !model.takesInput()) {
            throw new IllegalArgumentException("population " + name + " cannot start at tick " + startTick
                    + ", expected " + (model.takesInput() ? "0 or more" : "0, as it takes no input"));
        }
    }

    /** Neurons that live from the first tick on. */
    public Population(String name, int size, NeuronModel model) {
        this(name, size, model, 0);
    }
}
