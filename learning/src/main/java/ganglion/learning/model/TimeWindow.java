package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Shows the latest steps side by side: channel {@code j C + c} of the output is channel {@code c} of the input {@code j} steps ago,
 * with {@code C} the number of channels. A {@link Convolution} or {@link Dense} layer behind it is a convolution over time; the
 * compiler turns it into one synapse for each step, with its own delay. Before the first step all inputs were silent.
 *
 * @param steps how many steps, the present one included, 1 to 1,000
 */
public record TimeWindow(int steps) implements Layer {

    private static final int MOST_STEPS = 1_000;

    /** @throws IllegalArgumentException if the number of steps is out of range */
    public TimeWindow {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("a window of " + steps + " steps, expected 1 to " + MOST_STEPS);
        }
    }

    @Override
    public String kind() {
        return "time-window";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return new LayerShape(Math.multiplyExact(steps, input.channels()), input.height(), input.width());
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
