package ganglion.scenario.experiment;

import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import java.util.List;

/**
 * An untrained network.
 *
 * @param input shape of the input per step
 * @param layers from the input to the output
 */
public record NetworkPlan(LayerShape input, List<Layer> layers) {

    /** Takes a copy of the list. */
    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    /** The network with fresh parameters: same seed, same values. */
    public Model untrained(long seed) {
        return Model.create(input, layers, seed);
    }

    /** Number of outputs. */
    public int outputs() {
        LayerShape shape = input;
        for (Layer layer : layers) {
            shape = layer.outputShape(shape);
        }
        return shape.size();
    }
}
