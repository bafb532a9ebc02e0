package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Every input to every output: {@code y = W x + b}. Parameters: {@code weight} [output][input] and {@code bias} [output].
 *
 * @param outputs number of outputs
 * @param bias whether there is a bias
 */
public record Dense(int outputs, boolean bias) implements Layer {

    /** @throws IllegalArgumentException if there is no output */
    public Dense {
        LayerShape.of(outputs);
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return LayerShape.of(outputs);
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        ParameterShape weight = new ParameterShape("weight", true, outputs, input.size());
        return bias ? List.of(weight, new ParameterShape("bias", true, outputs)) : List.of(weight);
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return Initial.uniform(parameterShapes(input), input.size(), random);
    }
}
