package ganglion.scenario.interchange.compile;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Makes neuron models of nodes that have a state. */
final class NeuronCompiler {

    /** A threshold that no potential reaches, for neurons that only integrate. */
    static final double UNREACHABLE = Double.MAX_VALUE;

    private static final Tensor ZERO = Tensor.of(TensorShape.of(), 0.0);
    private static final Tensor NEVER = Tensor.of(TensorShape.of(), UNREACHABLE);

    private final CompileOptions options;
    private final TensorShape shape;
    private final int size;
    private final double[] constant;

    /** @param constant what flows into each neuron at every step, before any gain; null for nothing */
    NeuronCompiler(CompileOptions options, TensorShape shape, double[] constant) {
        this.options = options;
        this.shape = shape;
        this.size = Math.toIntExact(shape.count());
        this.constant = constant;
    }

    /** @throws IllegalArgumentException if a parameter is out of range, without the node's name */
    CompiledNeurons compile(NirNode node) {
        if (node instanceof NirNode.Stateful neurons) {
            Tensor threshold = neurons.parameters().getOrDefault("v_threshold", NEVER);
            Tensor reset = neurons.parameters().getOrDefault("v_reset", ZERO);
            return switch (neurons.dynamics()) {
                case I, IF -> begun(neurons, integrator(neurons.of("r"), threshold, reset));
                case LI, LIF ->
                    begun(neurons, leaky(neurons.of("tau"), neurons.of("r"), neurons.of("v_leak"), threshold, reset));
                case CubaLI, CubaLIF -> withCurrent(neurons, threshold, reset);
            };
        } else if (node instanceof NirNode.Threshold threshold) {
            return membrane(new double[] {0}, ZERO, threshold.threshold(), ZERO, new double[] {1}, true);
        } else if (node instanceof NirNode.Output) {
            return readOut();
        }
        throw new IllegalArgumentException("found the type " + node.type() + ", expected neurons");
    }

    /** The same, beginning from the potential that the dialect has. */
    private CompiledNeurons begun(NirNode.Stateful node, CompiledNeurons made) {
        Tensor initial = node.parameters().get(options.dialect().initialPotential());
        return initial != null && made.model() instanceof Lif lif
                ? new CompiledNeurons(
                        new Lif(lif.parameters().withInitialPotential(Parameters.values(initial, shape))), made.gain())
                : made;
    }

    /** Neurons without memory that only show what reaches them: for an Output that no neuron feeds. */
    CompiledNeurons readOut() {
        return membrane(new double[] {0}, ZERO, NEVER, ZERO, new double[] {1}, true);
    }

    private CompiledNeurons integrator(Tensor r, Tensor threshold, Tensor reset) {
        double[] gain = map(r, value -> UnitGain.of(options.stepSeconds() * value));
        return membrane(new double[] {1}, ZERO, threshold, reset, gain, false);
    }

    private CompiledNeurons leaky(Tensor tau, Tensor r, Tensor leak, Tensor threshold, Tensor reset) {
        double[] share = inputShare(tau, "tau");
        double[] gain = map(r, share, (resistance, part) -> UnitGain.of(resistance * part));
        return membrane(beta(tau, share), leak, threshold, reset, gain, false);
    }

    /** What an input of 1 in a step adds to a membrane, before its resistance. */
    private double[] inputShare(Tensor tau, String name) {
        if (options.discretisation() == Discretisation.EXACT) {
            return map(tau, value -> -Math.expm1(-options.stepSeconds() / value));
        }
        boolean anyLength = options.discretisation().decaysExponentially();
        return map(tau, value -> {
            if (options.stepSeconds() > value && !anyLength) {
                throw new IllegalArgumentException("found a " + name + " of " + value + " s, shorter than the step of "
                        + options.stepSeconds() + " s, expected a longer one, a shorter step or exact discretisation");
            }
            return options.stepSeconds() / value;
        });
    }

    private double[] beta(Tensor tau, double[] share) {
        return options.discretisation().decaysExponentially()
                ? map(tau, value -> Math.exp(-options.stepSeconds() / value))
                : Arrays.stream(share).map(part -> 1 - part).toArray();
    }

    private CompiledNeurons withCurrent(NirNode.Stateful cuba, Tensor threshold, Tensor reset) {
        if (options.dialect().holdsInputOfCurrents()) {
            throw new IllegalArgumentException(
                    "found a synaptic current, whose input " + options.dialect().word()
                            + " takes as constant over a step (convention discretisation exact), expected neurons"
                            + " without a current");
        }
        boolean atEnd = options.discretisation() == Discretisation.IMPULSE_AT_END;
        boolean exact = atEnd || options.discretisation() == Discretisation.EXACT;
        double[] share = inputShare(cuba.of("tau_mem"), "tau_mem");
        double[] synapseShare = exact
                ? map(cuba.of("tau_syn"), value -> options.stepSeconds() / value)
                : inputShare(cuba.of("tau_syn"), "tau_syn");
        double[] gain = map(cuba.of("w_in"), synapseShare, (weight, part) -> UnitGain.of(weight * part));
        double[] currentGain = exact
                ? exactCurrentGain(cuba)
                : map(cuba.of("r"), share, (resistance, part) -> UnitGain.of(resistance * part));
        SynapticCurrent current =
                new SynapticCurrent(values(beta(cuba.of("tau_syn"), synapseShare)), values(currentGain), bias(gain));
        LifParameters membrane = parameters(
                beta(cuba.of("tau_mem"), share), cuba.of("v_leak"), threshold, reset, NeuronValues.of(0), false);
        SynapticOrder order = atEnd || options.discretisation() == Discretisation.EULER_PREVIOUS_CURRENT
                ? SynapticOrder.POTENTIAL_FIRST
                : SynapticOrder.CURRENT_FIRST;
        return new CompiledNeurons(new SynapticLif(membrane, List.of(current), order), gain);
    }

    /** What a current of 1 at the start of a step adds to the potential by its end. */
    private double[] exactCurrentGain(NirNode.Stateful cuba) {
        double[] tauSyn = Parameters.spread(cuba.of("tau_syn"), shape);
        double[] tauMem = Parameters.spread(cuba.of("tau_mem"), shape);
        double[] r = Parameters.spread(cuba.of("r"), shape);
        double[] gain = new double[size];
        for (int i = 0; i < size; i++) {
            gain[i] = r[i]
                    * SynapticCurrent.exact(tauSyn[i], tauMem[i], tauMem[i], options.stepSeconds())
                            .gain()
                            .at(0);
        }
        return collapse(gain);
    }

    private CompiledNeurons membrane(
            double[] beta, Tensor leak, Tensor threshold, Tensor reset, double[] gain, boolean keepsNothing) {
        LifParameters parameters = parameters(beta, leak, threshold, reset, bias(gain), keepsNothing);
        return new CompiledNeurons(model(parameters), gain);
    }

    private LifParameters parameters(
            double[] beta, Tensor leak, Tensor threshold, Tensor reset, NeuronValues bias, boolean keepsNothing) {
        NeuronValues zero = NeuronValues.of(0);
        Reset kind = options.subtract() ? Reset.BY_SUBTRACTION : Reset.TO_VALUE;
        boolean resets = !keepsNothing && !threshold.equals(NEVER);
        return new LifParameters(
                values(beta),
                Parameters.values(threshold, shape),
                options.dialect().isStrict(),
                resets ? kind : Reset.NONE,
                false,
                resets && kind == Reset.TO_VALUE ? Parameters.values(reset, shape) : zero,
                Parameters.values(leak, shape),
                bias,
                zero,
                0);
    }

    /** A plain leaky integrator, where that says it all. */
    private static NeuronModel model(LifParameters p) {
        NeuronValues zero = NeuronValues.of(0);
        boolean plain = p.threshold().equals(NeuronValues.of(UNREACHABLE))
                && p.beta().isCommon()
                && p.rest().equals(zero)
                && p.bias().equals(zero);
        return plain ? new LeakyIntegrator(p.beta().at(0)) : new Lif(p);
    }

    private NeuronValues bias(double[] gain) {
        if (constant == null) {
            return NeuronValues.of(0);
        }
        double[] bias = new double[size];
        for (int i = 0; i < size; i++) {
            // The sum with zero turns a negative zero into a positive one, which is written in one way only.
            bias[i] = constant[i] * gain[gain.length == 1 ? 0 : i] + 0.0;
        }
        return NeuronValues.each(bias);
    }

    private static NeuronValues values(double[] values) {
        return values.length == 1 ? NeuronValues.of(values[0]) : NeuronValues.each(values);
    }

    private double[] map(Tensor tensor, DoubleUnaryOperator function) {
        return collapse(
                Arrays.stream(Parameters.spread(tensor, shape)).map(function).toArray());
    }

    private double[] map(Tensor tensor, double[] other, DoubleBinaryOperator function) {
        double[] values = Parameters.spread(tensor, shape);
        for (int i = 0; i < size; i++) {
            values[i] = function.applyAsDouble(values[i], other[other.length == 1 ? 0 : i]);
        }
        return collapse(values);
    }

    /** One number where all are equal. */
    private static double[] collapse(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return values;
            }
        }
        return new double[] {values[0]};
    }

    /**
     * Neurons of a node, and the factor that its input is taken times.
     *
     * @param gain one for each neuron, or one for all
     */
    record CompiledNeurons(NeuronModel model, double[] gain) {}
}
