package ganglion.scenario.interchange.nir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a graph. The equations are those of NIR, in continuous time: x is the input, y the output, W[out][in] a weight.
 * A spike is an impulse of weight 1 in one step. Parameters are arrays of the node's shape, or broadcast to it as NumPy
 * does.
 */
public sealed interface NirNode
        permits NirNode.Input,
                NirNode.Output,
                NirNode.Affine,
                NirNode.Linear,
                NirNode.Scale,
                NirNode.Conv,
                NirNode.Pool2d,
                NirNode.Flatten,
                NirNode.Delay,
                NirNode.Threshold,
                NirNode.Stateful,
                NirGraph {

    /** Name of the type in files. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Where the graph takes in spikes. */
    record Input(TensorShape shape) implements NirNode {}

    /** What the graph gives back. */
    record Output(TensorShape shape) implements NirNode {}

    /** y = W x + b. */
    record Affine(Tensor weight, Tensor bias) implements NirNode {}

    /** y = W x. */
    record Linear(Tensor weight) implements NirNode {}

    /** y = s x, element by element. */
    record Scale(Tensor scale) implements NirNode {}

    /**
     * Convolution along one axis or two: Conv1d, Conv2d.
     *
     * @param inputShape lengths of the spatial axes of the input, if the file says
     * @param weight by output channel, input channel of the group, and the axes of the kernel
     * @param sliding how the kernel moves
     * @param groups number of groups that the channels fall into, at least 1
     * @param bias one number for each output channel
     */
    record Conv(Optional<TensorShape> inputShape, Tensor weight, Sliding sliding, int groups, Tensor bias)
            implements NirNode {

        @Override
        public String type() {
            return sliding.kernel().rank() == 1 ? "Conv1d" : "Conv2d";
        }
    }

    /** Sum over a moving window, or its average, padding counted in: SumPool2d, AvgPool2d. */
    record Pool2d(boolean average, Sliding sliding) implements NirNode {

        @Override
        public String type() {
            return average ? "AvgPool2d" : "SumPool2d";
        }
    }

    /**
     * The axes from one to another become one.
     *
     * @param inputShape shape of the input, if the file says
     * @param startDim first axis; there is no axis for the batch; negative to count from the last, which is -1
     * @param endDim last axis
     */
    record Flatten(Optional<TensorShape> inputShape, int startDim, int endDim) implements NirNode {}

    /** y(t) = x(t - delay), in seconds. */
    record Delay(Tensor delay) implements NirNode {}

    /** y = 1 where x &gt; threshold, otherwise 0. */
    record Threshold(Tensor threshold) implements NirNode {}

    /**
     * Neurons, or integrators that give their potential.
     *
     * @param parameters by their names in files, those of the dynamics in their order
     */
    record Stateful(Dynamics dynamics, Map<String, Tensor> parameters) implements NirNode {

        @Override
        public String type() {
            return dynamics.name();
        }

        /** A parameter by its name. */
        public Tensor of(String parameter) {
            return parameters.get(parameter);
        }
    }

    /** Equations of neurons. Where there is a threshold, a spike comes where v &gt; v_threshold, and then v := v_reset; else y = v. */
    enum Dynamics {
        /** dv/dt = r x. */
        I("r"),
        /** dv/dt = r x, with spikes. */
        IF("r", "v_threshold", "v_reset"),
        /** tau dv/dt = (v_leak - v) + r x. */
        LI("tau", "r", "v_leak"),
        /** tau dv/dt = (v_leak - v) + r x, with spikes. */
        LIF("tau", "r", "v_leak", "v_threshold", "v_reset"),
        /** tau_syn dI/dt = -I + w_in x; tau_mem dv/dt = (v_leak - v) + r I. */
        CubaLI("tau_syn", "tau_mem", "r", "v_leak", "w_in"),
        /** The same with spikes. */
        CubaLIF("tau_syn", "tau_mem", "r", "v_leak", "v_threshold", "v_reset", "w_in");

        private final List<String> parameters;

        Dynamics(String... parameters) {
            this.parameters = List.of(parameters);
        }

        /** Names of the parameters in files. */
        public List<String> parameters() {
            return parameters;
        }

        /** Whether it gives spikes, rather than its potential. */
        public boolean fires() {
            return parameters.contains("v_threshold");
        }

        /** Neurons of it. @param values of the parameters, in their order */
        public Stateful with(Tensor... values) {
            Map<String, Tensor> byName = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                byName.put(parameters.get(i), values[i]);
            }
            return new Stateful(this, byName);
        }
    }
}
