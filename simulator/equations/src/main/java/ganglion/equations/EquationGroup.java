package ganglion.equations;

import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.model.SteppedGroup;
import ganglion.kernel.random.CounterRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * State of some neurons of a model of equations. The class of a model extends this one; {@link StepCompiler} writes its only
 * method.
 */
abstract class EquationGroup extends SteppedGroup {

    /** Each state by neuron. */
    protected final double[][] states;

    /** What is constant and the same for all neurons. */
    protected final double[] common;

    /** What is constant and not the same for all, by neuron. */
    protected final double[][] each;

    /** Whether the last tick changed nothing of a neuron: no further one does until input arrives. */
    protected final boolean[] resting;

    /**
     * What is left of the latest spike, by neuron: with a refractory period the last tick at which the potential is held, with a condition
     * 1 until it has ended. Null of models without either.
     */
    protected final double[] recovering;

    private final NeuronEquations equations;
    private final int first;
    private final double rootOfTick;

    /** Draws the noise of each neuron; null of models without noise. */
    private final CounterRandom[] noise;

    /**
     * Neurons before their first tick.
     *
     * @param layout constants of the model's class
     * @param model parameters of the population
     * @param first position of the first neuron in its population
     * @param size number of neurons
     */
    protected EquationGroup(ConstantLayout layout, EquationNeurons model, int first, int size) {
        super(size);
        this.equations = model.equations();
        this.first = first;
        rootOfTick = Math.sqrt(model.tickMilliseconds());
        noise = equations.uses(NeuronEquations.NOISE)
                ? IntStream.range(first, first + size).mapToObj(model::noise).toArray(CounterRandom[]::new)
                : null;
        common = layout.common(model);
        each = layout.each(model, first, size);
        resting = new boolean[size];
        states = new double[equations.states().size()][size];
        for (int state = 0; state < states.length; state++) {
            Term start = equations.states().get(state).start();
            for (int i = 0; i < size; i++) {
                int neuron = first + i;
                states[state][i] = start.value(name -> model.value(name, neuron));
            }
        }
        recovering = equations.events().refractoryMilliseconds() > 0
                        || equations.events().until() != null
                ? new double[size]
                : null;
        if (recovering != null) {
            Arrays.fill(recovering, equations.events().until() == null ? -1 : 0);
        }
    }

    /**
     * Takes neurons through a tick.
     *
     * @param visit takes those that fire; null if the caller is content with their number
     * @return how many fire
     */
    protected abstract int run(int from, int until, long tick, double[] input, int offset, Visit visit);

    /** The noise of a neuron during a tick, in the root of 1/ms. */
    protected final double noise(int neuron, long tick) {
        return noise[neuron].gaussian(tick) / rootOfTick;
    }

    /** Ends a run in which a state is no number any more. */
    protected final void failed(int neuron, long tick) {
        for (int state = 0; state < states.length; state++) {
            if (!Double.isFinite(states[state][neuron])) {
                throw new DivergedException(
                        equations.name(), equations.states().get(state).name(), first + neuron, tick);
            }
        }
    }

    @Override
    protected final void stepAll(long tick, double[] input, int offset, Visit visit) {
        run(0, size, tick, input, offset, visit);
    }

    @Override
    protected final boolean step(int neuron, long tick, double[] input, int offset) {
        return run(neuron, neuron + 1, tick, input, offset, null) > 0;
    }

    @Override
    protected final boolean stepSilently(int neuron, long tick) {
        // A neuron that is not at rest is visited at every tick, so that nothing is left to make up for.
        return false;
    }

    @Override
    protected final long mayFireAt(int neuron, long tick) {
        return resting[neuron] ? NEVER : tick + 1;
    }

    @Override
    protected final double[] potentials() {
        return states[0];
    }

    @Override
    protected final double state(int state, int neuron) {
        return states[state + 1][neuron];
    }

    @Override
    protected final double[][] variables() {
        if (recovering == null) {
            return states;
        }
        double[][] all = Arrays.copyOf(states, states.length + 1);
        all[states.length] = recovering;
        return all;
    }
}
