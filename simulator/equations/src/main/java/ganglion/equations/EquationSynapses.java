package ganglion.equations;

import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.plasticity.SynapseChanges;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Synapses whose model is a text of equations, with the parameters of a projection. */
public final class EquationSynapses implements SynapseRule {

    private final SynapseEquations equations;
    private final Map<String, Double> values;
    private final double tickMilliseconds;
    private SynapseCompiler compiled;

    /**
     * @param values of parameters by name, in coherent units; those that are left out are as in the text
     * @param tickMilliseconds length of a tick
     * @throws IllegalArgumentException if a value belongs to no parameter, or a variable grows by itself
     */
    public EquationSynapses(SynapseEquations equations, Map<String, Double> values, double tickMilliseconds) {
        this.equations = equations;
        this.values = new LinkedHashMap<>();
        this.tickMilliseconds = tickMilliseconds;
        equations.parameters().forEach((name, quantity) -> this.values.put(name, quantity.value()));
        values.forEach((name, value) -> {
            if (!NetworkNumbers.fits(value)) {
                throw new IllegalArgumentException(
                        "found " + value + " as " + name + ", expected " + NetworkNumbers.EXPECTED);
            }
            if (this.values.put(name, value) == null) {
                throw new IllegalArgumentException("the model " + equations.name() + " has no parameter " + name);
            }
        });
        equations.variables().forEach((name, variable) -> {
            double rate = variable.rate().value(this.values::get);
            boolean decays = rate < 0 && rate > Double.NEGATIVE_INFINITY;
            if (variable.decays() ? !decays : variable.drift().value(this.values::get) != 0) {
                throw new IllegalArgumentException("found d" + name + "/dt of " + equations.name()
                        + " that lets it grow without bound, expected a decay such as -" + name + "/tau");
            }
        });
    }

    /** The checked text. */
    public SynapseEquations equations() {
        return equations;
    }

    /** A parameter in its coherent unit. */
    double value(String parameter) {
        return values.get(parameter);
    }

    /** Time constant of a variable that decays. */
    double timeConstantTicks(SynapseEquations.Variable variable) {
        return -1 / (variable.rate().value(values::get) * tickMilliseconds);
    }

    /** One class serves all rows of a projection. */
    @Override
    public synchronized SynapseChanges changes() {
        if (compiled == null) {
            compiled = new SynapseCompiler(this);
        }
        return compiled.changes();
    }

    @Override
    public String toString() {
        return equations + " " + values + " " + tickMilliseconds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquationSynapses that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
