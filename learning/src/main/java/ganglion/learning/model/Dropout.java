package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * While training, silences inputs at random and scales the others up by {@code 1 / (1 - rate)}. A choice holds for all steps
 * of a sample: a new one at each step would average out over time (Lee et al., "Enabling spike-based backpropagation",
 * Frontiers in Neuroscience 14, 2020).
 *
 * @param rate probability of being silenced, 0 or more and below 1
 */
public record Dropout(double rate) implements Layer {

    /** @throws IllegalArgumentException if the rate is out of range */
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("the dropout rate is " + rate + ", expected 0 or more and below 1");
        }
    }

    @Override
    public String kind() {
        return "dropout";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return input;
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
