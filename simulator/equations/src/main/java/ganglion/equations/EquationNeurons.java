package ganglion.equations;

import ganglion.kernel.neuron.NetworkNumbers;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Neurons whose model is a text of equations. At each tick the states go through their equations by the model's {@linkplain
 * NeuronEquations.Method method}, then weights that arrive are added as the text says, then the threshold is looked at and a neuron that
 * fires is reset. Linear equations with constant factors have their exact step, whatever the method, see {@link LinearPart}.
 *
 * <p>A neuron is visited at every tick until a tick without input changes nothing of it.
 */
public final class EquationNeurons implements NeuronModel, StepCode.Constants {

    /** Products of decay and step up to which the methods are stable. */
    private static final double STABLE_BY_RK4 = 2.785;

    private static final double STABLE_BY_EULER = 2;
    private static final double DIFFERENCE = 1e-6;

    private final NeuronEquations equations;
    private final Map<String, NeuronValues> values;
    private final double tickMilliseconds;
    private final CounterRandom noise;
    private StepCompiler compiled;

    /**
     * An equation that is too fast.
     *
     * @param state its name
     * @param milliseconds the longest tick that would do, by the slope at the start
     */
    public record Stiffness(String state, double milliseconds) {}

    /**
     * @param values of parameters by name, in coherent units; those that are left out are as in the text
     * @param tickMilliseconds length of a tick
     * @param noise draws {@code xi} of the neurons
     * @throws IllegalArgumentException if a value belongs to no parameter
     */
    public EquationNeurons(
            NeuronEquations equations, Map<String, NeuronValues> values, double tickMilliseconds, CounterRandom noise) {
        this.noise = noise;
        this.equations = equations;
        this.values = new LinkedHashMap<>();
        this.tickMilliseconds = tickMilliseconds;
        equations.parameters().forEach((name, quantity) -> this.values.put(name, NeuronValues.of(quantity.value())));
        values.forEach((name, value) -> {
            value.check(name, NetworkNumbers::fits, NetworkNumbers.EXPECTED);
            if (this.values.put(name, value) == null) {
                throw new IllegalArgumentException("the model " + equations.name() + " has no parameter " + name);
            }
        });
    }

    /** The checked text. */
    public NeuronEquations equations() {
        return equations;
    }

    /** Draws the noise of the neuron at a position of the population, by tick. */
    CounterRandom noise(int neuron) {
        return noise.branch(neuron);
    }

    double tickMilliseconds() {
        return tickMilliseconds;
    }

    /** A parameter of a neuron, or the length of a tick. */
    double value(String name, int neuron) {
        return name.equals(NeuronEquations.TICK)
                ? tickMilliseconds
                : values.get(name).at(neuron);
    }

    @Override
    public boolean isConstant(String name) {
        return values.containsKey(name) || name.equals(NeuronEquations.TICK);
    }

    @Override
    public boolean isCommon(String parameter) {
        return parameter.equals(NeuronEquations.TICK) || values.get(parameter).isCommon();
    }

    /** Ticks for which the potential is held after a spike. */
    long refractoryTicks() {
        return Math.round(equations.events().refractoryMilliseconds() / tickMilliseconds);
    }

    /**
     * The state whose equation is too fast for the tick where the first neuron starts: a method that goes ahead by slopes would overshoot
     * ever more. Null if there is none; exact and exponential methods have none.
     */
    public Stiffness stiffness() {
        if (equations.method() == NeuronEquations.Method.EXPONENTIAL_EULER) {
            return null;
        }
        Map<String, Double> state = new HashMap<>();
        NeuronEquations.INPUTS.forEach(input -> state.put(input, 0.0));
        equations.states().forEach(each -> state.put(each.name(), each.start().value(name -> value(name, 0))));
        LinearPart linear = LinearPart.of(equations);
        double bound = equations.method() == NeuronEquations.Method.RK4 ? STABLE_BY_RK4 : STABLE_BY_EULER;
        return equations.states().stream()
                .filter(each -> !linear.states().contains(each.name()))
                .map(each -> new Stiffness(each.name(), bound / decay(each, state)))
                .filter(each -> each.milliseconds() > 0 && each.milliseconds() < tickMilliseconds)
                .min(Comparator.comparingDouble(Stiffness::milliseconds))
                .orElse(null);
    }

    /** How fast a state decays by itself, in 1/ms. */
    private double decay(NeuronEquations.State of, Map<String, Double> state) {
        double at = state.get(of.name());
        double step = DIFFERENCE * Math.max(1, Math.abs(at));
        return (slope(of, state, at - step) - slope(of, state, at + step)) / (2 * step);
    }

    private double slope(NeuronEquations.State of, Map<String, Double> state, double at) {
        return of.rate()
                .value(name -> name.equals(of.name())
                        ? (Double) at
                        : state.containsKey(name) ? state.get(name) : (Double) value(name, 0));
    }

    @Override
    public String name() {
        return equations.name();
    }

    @Override
    public List<String> states() {
        return equations.stateNames().subList(1, equations.states().size());
    }

    @Override
    public int inputChannels() {
        return equations.inputChannels();
    }

    @Override
    public void checkSize(int populationSize) {
        values.forEach((name, value) -> value.checkSize(name, populationSize));
    }

    @Override
    public String fingerprint() {
        return equations + " " + values + " " + tickMilliseconds + " " + noise;
    }

    @Override
    public String toString() {
        return fingerprint();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquationNeurons that && fingerprint().equals(that.fingerprint());
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return compiler().group(this, first, size);
    }

    /** One class serves all groups of a population. */
    private synchronized StepCompiler compiler() {
        if (compiled == null) {
            compiled = new StepCompiler(this);
        }
        return compiled;
    }
}
