package ganglion.learning.model;

import ganglion.learning.model.Parameter.ParameterShape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Delays each input by its own number of steps, which is learned: an axon's delay, the same for all synapses of
 * a neuron. While training, delays lie between steps, and {@code y(t) = (1 - f) x(t - k) + f x(t - k - 1)} with {@code k} the whole
 * and {@code f} the fractional part of the delay; afterwards they are rounded to whole steps, halves up, as a simulator has
 * them. Before the first step all inputs were silent. Delays are clamped to 0..{@code longestSteps} where they are used.
 * Parameter: {@code delay} [input], in units of {@code stepsPerUnit}, evenly distributed over what is allowed to start with.
 *
 * <p>Source: the linear interpolation of Khalfaoui-Hassani, Pellegrini and Masquelier, "Dilated convolution with learnable
 * spacings", ICLR 2023, and the rounding of Hammouamri, Khalfaoui-Hassani and Masquelier, "Learning delays in spiking neural
 * networks using dilated convolutions with learnable spacings", ICLR 2024, who learn a delay for each synapse.
 *
 * @param longestSteps bound of the delays, 1 to 10,000
 * @param stepsPerUnit steps per unit of the parameter, above 0. Optimisers change weights and delays by about the same number of units, so a
 *     delay changes by this many steps where a weight changes by 1
 * @param trainable whether the delays are learned
 */
public record Delay(int longestSteps, double stepsPerUnit, boolean trainable) implements Layer {

    private static final int LONGEST = 10_000;

    /** Hammouamri et al. train delays with a hundred times the learning rate of weights. */
    private static final double USUAL_STEPS_PER_UNIT = 100;

    /** @throws IllegalArgumentException if the bound is out of range */
    public Delay {
        if (longestSteps < 1 || longestSteps > LONGEST) {
            throw new IllegalArgumentException(
                    "delays of up to " + longestSteps + " steps, expected a bound from 1 to " + LONGEST);
        }
        if (!(stepsPerUnit > 0 && stepsPerUnit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "delays in units of " + stepsPerUnit + " steps, expected more than 0 and no infinite number");
        }
    }

    /** Delays that are learned, a hundred times as fast as weights. */
    public static Delay learned(int longestSteps) {
        return new Delay(longestSteps, USUAL_STEPS_PER_UNIT, true);
    }

    @Override
    public String kind() {
        return "delay";
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return List.of(new ParameterShape("delay", trainable, input.size()));
    }

    @Override
    public boolean decays(String parameter) {
        return false;
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        double[] values = new double[input.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble(0, longestSteps) / stepsPerUnit);
        }
        return List.of(new Parameter("delay", new int[] {values.length}, trainable, values));
    }

    /** Steps of a parameter value in training. */
    public double steps(double value) {
        return Math.max(0, Math.min(longestSteps, value * stepsPerUnit));
    }

    /** Steps of a parameter value after training. */
    public int wholeSteps(double value) {
        return (int) Math.floor(steps(value) + 0.5);
    }

    /** Whether a value is within the bounds, both included, so that the clamp passes its gradient. */
    public boolean isWithin(double value) {
        return value >= 0 && value * stepsPerUnit <= longestSteps;
    }
}
