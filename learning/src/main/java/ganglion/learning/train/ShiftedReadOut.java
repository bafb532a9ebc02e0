package ganglion.learning.train;

import ganglion.learning.model.Dense;
import ganglion.learning.model.Dynamics;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import java.util.List;

/**
 * Moves the thresholds of detectors into the network, so that a class is found where its score is above 0, in the simulator, too. The mean
 * potential of an integrator is linear in its input: a bias less {@code threshold / g}, with {@code g} the mean potential of a constant input of 1,
 * takes the threshold from the score.
 */
public final class ShiftedReadOut {

    private ShiftedReadOut() {}

    /** Whether layers end as they must: in a dense layer with a bias and integrators. */
    public static boolean suits(List<Layer> layers) {
        int last = layers.size() - 1;
        return last > 0
                && layers.get(last - 1) instanceof Dense dense
                && dense.bias()
                && layers.get(last) instanceof Neurons neurons
                && neurons.dynamics() == Dynamics.INTEGRATOR;
    }

    /**
     * The network whose mean potentials are less by the thresholds.
     *
     * @param model whose layers {@linkplain #suits suit}; not changed
     * @param steps of each sample
     */
    public static Model of(Model model, DetectionThresholds thresholds, int steps) {
        Model shifted = model.copy();
        int last = model.layers().size() - 1;
        double[] decays = shifted.parameter(last, "beta").values();
        double[] biases = shifted.parameter(last - 1, "bias").values();
        for (int c = 0; c < biases.length; c++) {
            double decay = Math.max(0, Math.min(1, decays[decays.length == 1 ? 0 : c]));
            // As a float, as all parameters are: both engines and the compiled network have the same bias.
            biases[c] = (float) (biases[c] - thresholds.byClass()[c] / meanOfOne(decay, steps));
        }
        return shifted;
    }

    private static double meanOfOne(double decay, int steps) {
        double potential = 0;
        double sum = 0;
        for (int t = 0; t < steps; t++) {
            potential = decay * potential + 1;
            sum += potential;
        }
        return sum / steps;
    }
}
