package ganglion.scenario.interchange.nir;

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
                NirNode.I,
                NirNode.IF,
                NirNode.LI,
                NirNode.LIF,
                NirNode.CubaLI,
                NirNode.CubaLIF,
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

    /** dv/dt = r x; y = v. */
    record I(Tensor r) implements NirNode {}

    /** dv/dt = r x; a spike where v &gt; threshold, and then v := reset. */
    record IF(Tensor r, Tensor threshold, Tensor reset) implements NirNode {}

    /** tau dv/dt = (leak - v) + r x; y = v. */
    record LI(Tensor tau, Tensor r, Tensor leak) implements NirNode {}

    /** tau dv/dt = (leak - v) + r x; a spike where v &gt; threshold, and then v := reset. */
    record LIF(Tensor tau, Tensor r, Tensor leak, Tensor threshold, Tensor reset) implements NirNode {}

    /** tauSyn dI/dt = -I + wIn x; tauMem dv/dt = (leak - v) + r I; y = v. */
    record CubaLI(Tensor tauSyn, Tensor tauMem, Tensor r, Tensor leak, Tensor wIn) implements NirNode {}

    /** The same with a spike where v &gt; threshold, and then v := reset. */
    record CubaLIF(Tensor tauSyn, Tensor tauMem, Tensor r, Tensor leak, Tensor threshold, Tensor reset, Tensor wIn)
            implements NirNode {}
}
