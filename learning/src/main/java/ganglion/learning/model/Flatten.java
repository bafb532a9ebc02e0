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
    public Shape outputShape(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public List<ParameterShape> parameterShapes(Shape input) {
        return List.of();
    }

    @Override
    public List<Parameter> createParameters(Shape input, SplittableRandom random) {
        return List.of();
    }
}
