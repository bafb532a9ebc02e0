package ganglion.learning.compile;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A layer of neurons in the kernel's terms. */
final class NeuronTranslation {

    private final Model model;
    private final int index;
    private final Neurons neurons;
    private final String place;
    private final List<String> notes = new ArrayList<>();

    NeuronTranslation(Model model, int index, Neurons neurons) {
        this.model = model;
        this.index = index;
        this.neurons = neurons;
        this.place = "layer " + index;
    }

    List<String> notes() {
        return notes;
    }

    /** The model without what flows into it. */
    NeuronModel model() throws CompileException {
        NeuronValues beta = decay("beta");
        if (neurons.dynamics() == Dynamics.INTEGRATOR) {
            return beta.isCommon() ? new LeakyIntegrator(beta.at(0)) : neverFiring(beta);
        }
        LifParameters membrane =
                LifParameters.of(beta, threshold()).withStrictThreshold().withReset(reset(), neurons.delayedReset());
        noteOnResetAtOnce();
        if (neurons.dynamics() == Dynamics.SYNAPTIC) {
            SynapticCurrent current = new SynapticCurrent(decay("alpha"), NeuronValues.of(1));
            return new SynapticLif(membrane, List.of(current), SynapticOrder.CURRENT_FIRST);
        }
        return new Lif(membrane);
    }

    private static NeuronModel neverFiring(NeuronValues beta) {
        return new Lif(LifParameters.of(beta, NeuronValues.of(Double.MAX_VALUE)).withReset(Reset.NONE, true));
    }

    private NeuronValues decay(String name) {
        Parameter parameter = model.parameter(index, name);
        return NeuronValues.each(Arrays.stream(parameter.values())
                .map(value -> Math.max(0, Math.min(1, value)))
                .toArray());
    }

    private NeuronValues threshold() throws CompileException {
        double[] values = model.parameter(index, "threshold").values();
        for (double value : values) {
            if (!(value > 0) && neurons.reset() != ResetRule.NONE) {
                throw new CompileException(place + ": a threshold is " + value
                        + ", but the simulator resets only neurons with a threshold above 0");
            }
        }
        return NeuronValues.each(values);
    }

    private Reset reset() {
        return switch (neurons.reset()) {
            case SUBTRACT -> Reset.BY_SUBTRACTION;
            case NONE -> Reset.NONE;
            case ZERO ->
                neurons.delayedReset() && !neurons.zeroKeepsInput() ? Reset.TO_VALUE_LOSING_INPUT : Reset.TO_VALUE;
        };
    }

    private void noteOnResetAtOnce() {
        if (!neurons.delayedReset() && neurons.reset() == ResetRule.SUBTRACT) {
            notes.add(place + ": a neuron that is still above its threshold after a reset at once is treated as the"
                    + " simulator does, not as snnTorch does");
        }
    }

    /** The model with its bias, which flows from a tick on. */
    static NeuronModel driven(NeuronModel neurons, double[] bias, int fromTick) {
        if (Arrays.stream(bias).allMatch(value -> value == 0)) {
            return neurons;
        }
        StepCurrent.Step step = new StepCurrent.Step(fromTick, NeuronValues.each(bias));
        return new DrivenNeurons(neurons, new StepCurrent(List.of(step)));
    }
}
