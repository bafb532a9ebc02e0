package ganglion.learning.model;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Parameter.Initial;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Every input to every output: {@code y = W x + b}. Parameters: {@code weight} [output][input] and {@code bias} [output].
 *
 * <p>Each synapse may have a delay of its own: {@code y_o(t) = b_o + sum over i and k of w_oi g_k(d_oi) x_i(t - k)}, with the shares
 * {@code g} of {@link SynapseDelays}. Before the first step all inputs were silent. There is then a third parameter, {@code delay}
 * [output][input], in units of {@code delays.stepsPerUnit()} steps.
 *
 * @param outputs number of outputs
 * @param bias whether there is a bias
 * @param delays of the synapses, or {@link SynapseDelays#NONE}
 */
public record Dense(int outputs, boolean bias, SynapseDelays delays) implements Layer {

    /** @throws IllegalArgumentException if there is no output */
    public Dense {
        LayerShape.of(outputs);
        Objects.requireNonNull(delays, "delays");
    }

    /** Synapses without delays. */
    public Dense(int outputs, boolean bias) {
        this(outputs, bias, SynapseDelays.NONE);
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
    public Span rangeOf(String parameter) {
        return parameter.equals("delay") ? new Span(0, delays.largestValue()) : Span.ANY;
    }

    @Override
    public boolean decays(String parameter) {
        return !parameter.equals("delay");
    }

    private List<ParameterShape> withoutDelays(LayerShape input) {
        ParameterShape weight = new ParameterShape("weight", true, outputs, input.size());
        return bias ? List.of(weight, new ParameterShape("bias", true, outputs)) : List.of(weight);
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        List<ParameterShape> shapes = new ArrayList<>(withoutDelays(input));
        if (delays.active()) {
            shapes.add(new ParameterShape("delay", delays.trainable(), outputs, input.size()));
        }
        return shapes;
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        List<Parameter> parameters = new ArrayList<>(Initial.uniform(withoutDelays(input), input.size(), random));
        if (delays.active()) {
            double[] values = delays.freshValues(Math.multiplyExact(outputs, input.size()), random);
            parameters.add(new Parameter("delay", new int[] {outputs, input.size()}, delays.trainable(), values));
        }
        return parameters;
    }
}
