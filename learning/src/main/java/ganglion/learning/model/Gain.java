package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One-to-one connections, each with its own gain: {@code y_i = g_i x_i}. Parameter: {@code gain} [input].
 *
 * @param initial gain to start from
 * @param trainable whether the gains are learned
 */
public record Gain(double initial, boolean trainable) implements Layer {

    @Override
    public String kind() {
        return "gain";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return input;
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return List.of(new ParameterShape("gain", trainable, input.size()));
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return List.of(Initial.constant("gain", input.size(), initial, trainable));
    }
}
