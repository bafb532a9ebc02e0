package ganglion.scenario.model;

import ganglion.kernel.neuron.NeuronModel;
import java.util.List;

/**
 * A population as described in a scenario.
 *
 * @param pointer its place in the scenario
 * @param name unique among populations and inputs
 * @param size number of neurons, at least 1
 * @param model what each neuron does
 * @param labels what each neuron stands for, in order; empty if they stand for nothing
 * @param startTick the first tick that the neurons live through
 * @param written how the file words parameters and currents, such as {@code time-constant: 20 ms}; only shown; empty without a file
 */
public record PopulationSpec(
        String pointer, String name, int size, NeuronModel model, List<String> labels, long startTick, String written) {

    public PopulationSpec {
        labels = List.copyOf(labels);
    }

    /** A population that is not read from a file. */
    public PopulationSpec(
            String pointer, String name, int size, NeuronModel model, List<String> labels, long startTick) {
        this(pointer, name, size, model, labels, startTick, "");
    }

    /** The same with neurons that live from the first tick on. */
    public PopulationSpec(String pointer, String name, int size, NeuronModel model, List<String> labels) {
        this(pointer, name, size, model, labels, 0);
    }

    /** What a neuron is called in decisions: its label, or else its number. */
    public String neuronName(int neuron) {
        return labels.isEmpty() ? Integer.toString(neuron) : labels.get(neuron);
    }
}
