package ganglion.learning.model;

import java.util.ArrayList;
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
        Shape.of(outputs);
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(outputs);
    }

    @Override
    public List<Parameter> createParameters(Shape input, SplittableRandom random) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Initial.uniform("weight", new int[] {outputs, input.size()}, input.size(), random));
        if (bias) {
            parameters.add(Initial.uniform("bias", new int[] {outputs}, input.size(), random));
        }
        return parameters;
    }
}
