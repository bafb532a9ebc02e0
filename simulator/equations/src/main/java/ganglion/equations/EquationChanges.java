package ganglion.equations;

import ganglion.kernel.plasticity.DecayTable;
import ganglion.kernel.plasticity.SynapseChanges;
import java.util.List;

/** What spikes do to synapses of a model of equations. The class of a model extends this one; {@link SynapseCompiler} writes its methods. */
abstract class EquationChanges implements SynapseChanges {

    /** What is constant. */
    protected final double[] common;

    /** How each variable of a source decays; null for one that stays as it is. */
    protected final DecayTable[] sourceDecays;

    /** How each variable of a target decays; null for one that stays as it is. */
    protected final DecayTable[] targetDecays;

    /** How each variable of a synapse decays; null for one that stays as it is. */
    protected final DecayTable[] ownDecays;

    private final EquationSynapses model;
    private final boolean followsTargets;

    /**
     * @param layout constants of the model's class
     * @param model parameters of the projection
     */
    protected EquationChanges(ConstantLayout layout, EquationSynapses model) {
        this.model = model;
        SynapseEquations equations = model.equations();
        common = layout.common(model::value);
        sourceDecays = decays(equations.ofSource());
        targetDecays = decays(equations.ofTarget());
        ownDecays = decays(equations.ofSynapse());
        followsTargets = !equations.onPost().isEmpty();
    }

    private DecayTable[] decays(List<String> names) {
        return names.stream()
                .map(name -> model.equations().variables().get(name))
                .map(variable -> variable.decays() ? new DecayTable(model.timeConstantTicks(variable)) : null)
                .toArray(DecayTable[]::new);
    }

    @Override
    public final double[] sourceAtRest() {
        return model.rest(model.equations().ofSource());
    }

    @Override
    public final double[] targetAtRest() {
        return model.rest(model.equations().ofTarget());
    }

    @Override
    public final boolean followsTargets() {
        return followsTargets;
    }

    @Override
    public final RuntimeException diverged(long tick) {
        return new DivergedException(model.equations().name(), tick);
    }
}
