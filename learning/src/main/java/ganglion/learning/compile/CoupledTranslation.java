package ganglion.learning.compile;

import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.learning.model.Model;
import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.model.neuron.SeAdLifNeurons;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Layers of neurons with two coupled variables in the kernel's terms. */
final class CoupledTranslation {

    private CoupledTranslation() {}

    static NeuronModel of(Model model, int layer, SeAdLifNeurons neurons) {
        return new SeAdLif(
                each(model, layer, "tau_u_share", share -> SeAdLifNeurons.decay(neurons.tauU(), share)),
                each(model, layer, "tau_w_share", share -> SeAdLifNeurons.decay(neurons.tauW(), share)),
                each(model, layer, "a", a -> neurons.scale() * a),
                each(model, layer, "b", b -> neurons.scale() * b),
                NeuronValues.of(neurons.threshold()),
                NeuronValues.of(0));
    }

    static NeuronModel of(Model model, int layer, BalancedNeurons neurons) {
        return new BalancedResonator(
                each(model, layer, "omega", neurons::turn),
                each(model, layer, "b_offset", offset -> neurons.step() * offset),
                NeuronValues.of(neurons.step()),
                NeuronValues.of(neurons.refractoryDecay()),
                NeuronValues.of(neurons.threshold()));
    }

    private static NeuronValues each(Model model, int layer, String name, DoubleUnaryOperator value) {
        double[] values = model.parameter(layer, name).values();
        return NeuronValues.each(Arrays.stream(values).map(value).toArray());
    }
}
