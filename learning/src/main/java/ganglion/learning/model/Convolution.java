package ganglion.learning.model;

import java.util.ArrayList;
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
        Shape.of(channels);
    }

    @Override
    public String kind() {
        return "convolution";
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.outputShape(input, channels);
    }

    @Override
    public List<Parameter> createParameters(Shape input, SplittableRandom random) {
        int fanIn = input.channels() * window.height() * window.width();
        int[] shape = {channels, input.channels(), window.height(), window.width()};
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Initial.uniform("weight", shape, fanIn, random));
        if (bias) {
            parameters.add(Initial.uniform("bias", new int[] {channels}, fanIn, random));
        }
        return parameters;
    }
}
