package ganglion.equations;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
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
public final class EquationNeurons implements NeuronModel {

    private final NeuronEquations equations;
    private final Map<String, NeuronValues> values;
    private final double tickMilliseconds;
    private final CounterRandom noise;
    private StepCompiler compiled;

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

    boolean isCommon(String parameter) {
        return parameter.equals(NeuronEquations.TICK) || values.get(parameter).isCommon();
    }

    /** Ticks for which the potential is held after a spike. */
    long refractoryTicks() {
        return Math.round(equations.events().refractoryMilliseconds() / tickMilliseconds);
    }

    /** How often a step adds, multiplies, divides and computes functions, for a processor that runs the model. */
    public synchronized StepCost stepCost() {
        return compiler().cost();
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
