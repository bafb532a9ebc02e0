package ganglion.learning.reference.layer;

import java.util.ArrayList;
import java.util.List;

/** Layers without neurons, one after the other: forward, and back. Not thread safe. */
public final class LayerChain {

    private final List<ReferenceLayer> layers = new ArrayList<>();
    private final List<LayerParameters> parameters = new ArrayList<>();

    /** Adds a layer without parameters at the end. */
    public LayerChain add(ReferenceLayer layer) {
        layers.add(layer);
        return this;
    }

    /** Adds a layer at the end. */
    public LayerChain add(ReferenceLayer layer, LayerParameters itsParameters) {
        parameters.add(itsParameters);
        return add(layer);
    }

    /** Output for an input. */
    public Sequence forward(Sequence input, boolean training) {
        return activations(input, training).get(layers.size());
    }

    /** Input of each layer, in their order, then the output. */
    public List<Sequence> activations(Sequence input, boolean training) {
        List<Sequence> values = new ArrayList<>(List.of(input));
        for (ReferenceLayer layer : layers) {
            values.add(layer.forward(values.get(values.size() - 1), training));
        }
        return values;
    }

    /** Goes back through the latest forward pass and adds to the gradients of the parameters. */
    public void addGradients(Sequence outputGradient) {
        Sequence gradient = outputGradient;
        for (int i = layers.size() - 1; i > 0; i--) {
            gradient = layers.get(i).backward(gradient);
        }
        layers.get(0).addGradients(gradient);
    }

    /** Sets all gradients to zero. */
    public void clearGradients() {
        parameters.forEach(LayerParameters::clearGradients);
    }

    /** Live values of all parameters, layer by layer. */
    public List<double[]> values() {
        return parameters.stream().flatMap(layer -> layer.values().stream()).toList();
    }

    /** Live gradients, in the order of {@link #values}. */
    public List<double[]> gradients() {
        return parameters.stream().flatMap(layer -> layer.gradients().stream()).toList();
    }
}
