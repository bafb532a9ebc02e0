package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.Sliding;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.Optional;

/**
 * Synapses that are those of a single convolution, as a scenario can say it.
 *
 * @param input shape [channels, rows, columns]; a single row for a convolution along one axis
 * @param outputChannels number of output channels
 * @param groups parts that the channels fall into, each joined to its own
 * @param sliding how the kernel moves
 * @param weights by output channel, input channel of its group, row and column of the kernel
 * @param delayTicks at least 1
 */
public record KernelWindow(
        TensorShape input, int outputChannels, int groups, Sliding sliding, double[] weights, int delayTicks) {

    /** The convolution of a path, if it is nothing else. */
    static Optional<KernelWindow> of(SynapticMap.Folded folded) {
        if (folded.stages().size() != 1 || !(folded.stages().get(0) instanceof Stage.Window window)) {
            return Optional.empty();
        }
        Sliding sliding = window.sliding();
        boolean isPlain = window.weights() != null;
        double[] gain = folded.gain();
        for (double each : gain) {
            isPlain &= each == gain[0];
        }
        if (!isPlain) {
            return Optional.empty();
        }
        double[] weights = window.weights().toDoubles();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= gain[0];
        }
        return Optional.of(new KernelWindow(
                window.input(),
                window.output().size(0),
                window.input().size(0) / window.inputChannelsEach(),
                sliding,
                weights,
                folded.delayTicks().applyAsInt(0)));
    }

    /** Whether rows have no part in it. */
    public boolean alongOneAxis() {
        return input.size(1) == 1
                && sliding.kernel().size(0) == 1
                && sliding.stride().size(0) == 1
                && sliding.before().size(0) == 0;
    }
}
