package ganglion.equations;

import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.plasticity.SynapseChanges;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Synapses whose model is a text of equations, with the parameters of a projection. */
public final class EquationSynapses implements SynapseRule {

    /** A tick before all others; a whole number that a double has exactly. */
    private static final double LONG_AGO = -0x1p40;

    private final SynapseEquations equations;
    private final Map<String, Double> values;
    private final double tickMilliseconds;
    private final Optional<String> modulator;
    private final List<String> ownNames;
    private final double[] ownRest;
    private final double[] ownTimeConstants;
    private SynapseCompiler compiled;

    /**
     * @param values of parameters by name, in coherent units; those that are left out are as in the text
     * @param tickMilliseconds length of a tick
     * @throws IllegalArgumentException if a value belongs to no parameter, or a variable grows by itself
     */
    public EquationSynapses(SynapseEquations equations, Map<String, Double> values, double tickMilliseconds) {
        this(equations, values, tickMilliseconds, Optional.empty());
    }

    private EquationSynapses(
            SynapseEquations equations,
            Map<String, Double> values,
            double tickMilliseconds,
            Optional<String> modulator) {
        this.equations = equations;
        this.values = new LinkedHashMap<>();
        this.tickMilliseconds = tickMilliseconds;
        this.modulator = modulator;
        this.ownNames = equations.ofSynapse();
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
            boolean decays = rate < 0
                    && rate > Double.NEGATIVE_INFINITY
                    && Double.isFinite(variable.rest().value(this.values::get));
            if (variable.decays() ? !decays : variable.drift().value(this.values::get) != 0) {
                throw new ModelException(
                        this.values.keySet().stream()
                                .filter(variable.rate()::has)
                                .findFirst()
                                .orElse(""),
                        "found d" + name + "/dt of " + equations.name()
                                + (rate == Double.NEGATIVE_INFINITY
                                        ? " that takes no time"
                                        : " that lets it grow without bound")
                                + ", expected a decay such as -" + name + "/tau");
            }
        });
        if (smallestWeight() > largestWeight()) {
            throw new IllegalArgumentException("found weights of " + equations.name() + " from " + smallestWeight()
                    + " to " + largestWeight() + ", expected the lower end of the range first");
        }
        this.ownRest = rest(ownNames);
        this.ownTimeConstants = ownNames.stream()
                .mapToDouble(name -> timeConstantTicks(equations.variables().get(name)))
                .toArray();
    }

    /** The same with the spikes of a population as third factor. */
    public EquationSynapses modulatedBy(String population) {
        return new EquationSynapses(equations, values, tickMilliseconds, Optional.of(population));
    }

    /** The checked text. */
    public SynapseEquations equations() {
        return equations;
    }

    /** A parameter in its coherent unit. */
    double value(String parameter) {
        return values.get(parameter);
    }

    /** Time constant of a variable; infinite for one that stays as it is. */
    double timeConstantTicks(SynapseEquations.Variable variable) {
        return -1 / (variable.rate().value(values::get) * tickMilliseconds);
    }

    @Override
    public double smallestWeight() {
        return equations.weights().low().value(values::get);
    }

    @Override
    public double largestWeight() {
        return equations.weights().high().value(values::get);
    }

    @Override
    public Optional<String> modulator() {
        return modulator;
    }

    /** The variables, and the tick at which they were so. */
    @Override
    public double[] ownAtRest() {
        if (ownRest.length == 0) {
            return ownRest.clone();
        }
        double[] own = Arrays.copyOf(ownRest, ownRest.length + 1);
        own[ownRest.length] = LONG_AGO;
        return own;
    }

    @Override
    public List<String> ownNames() {
        return ownNames;
    }

    @Override
    public double own(int variable, IntToDoubleFunction own, long tick) {
        double rest = ownRest[variable];
        double left = StrictMath.exp((own.applyAsDouble(ownRest.length) - tick) / ownTimeConstants[variable]);
        return rest + (own.applyAsDouble(variable) - rest) * left;
    }

    double[] rest(List<String> names) {
        return names.stream()
                .mapToDouble(name -> equations.variables().get(name).rest().value(values::get))
                .toArray();
    }

    @Override
    public synchronized SynapseChanges changes() {
        if (compiled == null) {
            compiled = SynapseCompiler.of(equations);
        }
        return compiled.changes(this);
    }

    @Override
    public String toString() {
        return equations + " " + values + " " + tickMilliseconds + " " + modulator;
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
