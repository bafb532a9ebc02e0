package ganglion.equations;

import ganglion.equations.SynapseEquations.Variable;
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
        followsTargets = !equations.onPost().isEmpty();
    }

    private DecayTable[] decays(List<String> names) {
        return names.stream()
                .map(name -> model.equations().variables().get(name))
                .map(variable -> variable.decays() ? new DecayTable(model.timeConstantTicks(variable)) : null)
                .toArray(DecayTable[]::new);
    }

    private double[] rest(List<String> names) {
        return names.stream()
                .map(name -> model.equations().variables().get(name))
                .map(Variable::rest)
                .mapToDouble(rest -> rest.value(model::value))
                .toArray();
    }

    @Override
    public final double[] sourceAtRest() {
        return rest(model.equations().ofSource());
    }

    @Override
    public final double[] targetAtRest() {
        return rest(model.equations().ofTarget());
    }

    @Override
    public final boolean followsTargets() {
        return followsTargets;
    }

    /** As {@link #takeSource}, without a look at the numbers. */
    protected abstract void computeEffects(
            double[] weights,
            int[] latest,
            int count,
            long tick,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long elapsed,
            double[] effects);

    @Override
    public final void takeSource(
            double[] weights,
            int[] latest,
            int count,
            long tick,
            long[] ticks,
            double[] before,
            double[] source,
            int at,
            long elapsed,
            double[] effects) {
        computeEffects(weights, latest, count, tick, ticks, before, source, at, elapsed, effects);
        double none = 0;
        for (int i = 0; i < count; i++) {
            none += effects[i] - effects[i];
        }
        if (none != 0) {
            throw new DivergedException(model.equations().name(), tick);
        }
    }
}
