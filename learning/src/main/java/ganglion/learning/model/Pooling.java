package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Averages or sums windows of each channel.
 *
 * @param window what slides; no padding
 * @param average whether to divide by the size of the window
 */
public record Pooling(Window window, boolean average) implements Layer {

    /** @throws IllegalArgumentException if the window has padding */
    public Pooling {
        if (window.paddingHeight() > 0 || window.paddingWidth() > 0) {
            throw new IllegalArgumentException("pooling takes no padding");
        }
    }

    @Override
    public String kind() {
        return "pooling";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return window.outputShape(input, input.channels());
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
