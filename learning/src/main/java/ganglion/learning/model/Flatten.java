package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/** Forgets the space: a map becomes a row of values. */
public record Flatten() implements Layer {

    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return LayerShape.of(input.size());
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return List.of();
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        return List.of();
    }
}
