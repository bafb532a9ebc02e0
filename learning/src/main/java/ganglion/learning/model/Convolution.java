package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Cross-correlation with zero padding over the maps of all input channels. Parameters: {@code weight}
 * [output channel][input channel][row][column] and {@code bias} [output channel].
 *
 * @param channels number of output channels
 * @param window what slides; {@link Window#along} gives a convolution in one dimension
 * @param bias whether there is a bias
 */
public record Convolution(int channels, Window window, boolean bias) implements Layer {

    /** @throws IllegalArgumentException if there is no output channel */
    public Convolution {
        LayerShape.of(channels);
    }

    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return window.outputShape(input, channels);
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        ParameterShape weight =
                new ParameterShape("weight", true, channels, input.channels(), window.height(), window.width());
        return bias ? List.of(weight, new ParameterShape("bias", true, channels)) : List.of(weight);
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        int fanIn = input.channels() * window.height() * window.width();
        return Initial.uniform(parameterShapes(input), fanIn, random);
    }
}
