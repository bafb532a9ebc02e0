package ganglion.scenario.interchange.export;

import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirNode;
import ganglion.scenario.interchange.nir.NirNode.Dynamics;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Makes nodes of populations, for a step as long as the tick. */
final class NeuronNodes {

    private final Population population;
    private final int size;
    private final TensorShape shape;
    private final ExportOptions options;
    private final StepInverse inverse;
    private final Collection<String> notes;

    /** @param shape of the population in the graph */
    NeuronNodes(Population population, TensorShape shape, ExportOptions options, Collection<String> notes) {
        this.population = population;
        this.size = population.size();
        this.shape = shape;
        this.options = options;
        this.inverse = new StepInverse(options.stepSeconds(), options.discretisation());
        this.notes = notes;
    }

    /** @param model the population's, without a current that flows into it */
    NeuronNode make(NeuronModel model) throws NirException {
        NeuronNode made;
        if (model instanceof LeakyIntegrator integrator) {
            made = membrane(
                    LifParameters.of(integrator.beta(), Double.MAX_VALUE).withReset(Reset.NONE, false));
        } else if (model instanceof Lif lif) {
            noteOnClosedForm(lif);
            made = membrane(lif.parameters());
        } else if (model instanceof SynapticLif lif) {
            made = withCurrent(lif);
        } else {
            throw problem("found the model " + model.name() + ", expected lif, synaptic-lif or leaky-integrator");
        }
        if (!inverse.isExact()) {
            note("no time constant gives its factors per tick to the last bit; the nearest are written");
        }
        return made;
    }

    private void noteOnClosedForm(Lif lif) {
        if (lif.integration() == Integration.CLOSED_FORM) {
            note("is integrated in closed form; an import does so tick by tick, which differs by rounding");
        }
    }

    private NirException problem(String message) {
        return new NirException("population " + population.name(), message);
    }

    private void note(String message) {
        notes.add("population " + population.name() + ": " + message);
    }

    private boolean all(IntPredicate predicate) {
        return IntStream.range(0, size).allMatch(predicate);
    }

    private Tensor tensor(IntToDoubleFunction value) {
        return Tensor.of(shape, IntStream.range(0, size).mapToDouble(value).toArray());
    }

    private static double[] constant(NeuronValues bias, int size) {
        return bias.equals(NeuronValues.of(0)) ? null : bias.copyOf(0, size);
    }

    private NeuronNode membrane(LifParameters p) throws NirException {
        boolean fires = check(p);
        boolean keepsNothing = all(i -> p.beta().at(i) == 0) && p.rest().equals(NeuronValues.of(0));
        if (keepsNothing && p.reset() == Reset.NONE) {
            Optional<NirNode> node = fires ? Optional.of(new NirNode.Threshold(threshold(p))) : Optional.empty();
            return new NeuronNode(node, constant(p.bias(), size), isStill(p));
        }
        if (fires && p.reset() == Reset.NONE) {
            throw problem("found no reset, which NIR cannot say of neurons with memory");
        }
        return new NeuronNode(
                Optional.of(all(i -> p.beta().at(i) == 1) ? integrator(p, fires) : leaky(p, fires)),
                constant(p.bias(), size),
                isStill(p));
    }

    private boolean isStill(LifParameters p) {
        NeuronValues zero = NeuronValues.of(0);
        return p.bias().equals(zero)
                && p.rest().equals(zero)
                && all(i -> p.threshold().at(i) > 0);
    }

    private NirNode integrator(LifParameters p, boolean fires) {
        Tensor r = tensor(i -> inverse.perStep());
        return fires ? Dynamics.IF.with(r, threshold(p), reset(p)) : Dynamics.I.with(r);
    }

    private NirNode leaky(LifParameters p, boolean fires) throws NirException {
        StepInverse.Leak[] leaks = leaks(
                p.beta(), NeuronValues.of(1), i -> inverse.membrane(p.beta().at(i), 1));
        Tensor tau = tensor(i -> leaks[i].tau());
        Tensor r = tensor(i -> leaks[i].factor());
        Tensor leak = tensor(p.rest()::at);
        return fires ? Dynamics.LIF.with(tau, r, leak, threshold(p), reset(p)) : Dynamics.LI.with(tau, r, leak);
    }

    private StepInverse.Leak[] leaks(NeuronValues beta, NeuronValues gain, LeakMaker make) throws NirException {
        StepInverse.Leak[] leaks = new StepInverse.Leak[size];
        for (int i = 0; i < size; i++) {
            if (beta.at(i) == 1) {
                throw problem(
                        "found neurons with and without a leak, or a current that does not decay, which NIR cannot"
                                + " say in one node");
            }
            boolean asBefore = beta.isCommon() && gain.isCommon() && i > 0;
            leaks[i] = asBefore ? leaks[i - 1] : make.leak(i);
        }
        return leaks;
    }

    /** The leak of a neuron. */
    private interface LeakMaker {
        StepInverse.Leak leak(int neuron);
    }

    private NeuronNode withCurrent(SynapticLif lif) throws NirException {
        LifParameters p = lif.membrane();
        boolean fires = check(p);
        SynapticCurrent current = lif.currents().get(0);
        if (lif.currents().size() > 1) {
            throw problem("found two synaptic currents, expected one");
        }
        if (!p.bias().equals(NeuronValues.of(0))) {
            throw problem("found a bias of the potential beside a current, which NIR cannot say; expected it as rest");
        }
        if (fires && p.reset() == Reset.NONE) {
            throw problem("found no reset, which NIR cannot say");
        }
        if (lif.order() == SynapticOrder.POTENTIAL_FIRST) {
            note("the potential follows the current as it was before the tick: import with discretisation"
                    + " euler-previous-current");
        }
        StepInverse.Leak[] synapse = leaks(
                current.decay(),
                NeuronValues.of(1),
                i -> inverse.current(current.decay().at(i)));
        StepInverse.Leak[] membrane = leaks(
                p.beta(),
                current.gain(),
                i -> inverse.membraneAfter(
                        synapse[i].tau(), p.beta().at(i), current.gain().at(i)));
        Tensor tauSyn = tensor(i -> synapse[i].tau());
        Tensor tauMem = tensor(i -> membrane[i].tau());
        Tensor r = tensor(i -> membrane[i].factor());
        Tensor leak = tensor(p.rest()::at);
        Tensor wIn = tensor(i -> synapse[i].factor());
        NirNode node = fires
                ? Dynamics.CubaLIF.with(tauSyn, tauMem, r, leak, threshold(p), reset(p), wIn)
                : Dynamics.CubaLI.with(tauSyn, tauMem, r, leak, wIn);
        boolean still = isStill(p) && current.bias().equals(NeuronValues.of(0));
        return new NeuronNode(Optional.of(node), constant(current.bias(), size), still);
    }

    /** Refuses what NIR cannot say; returns whether the neurons fire at all. */
    private boolean check(LifParameters p) throws NirException {
        boolean fires = !all(i -> p.threshold().at(i) == Double.MAX_VALUE) || p.reset() != Reset.NONE;
        if (fires && p.delayedReset()) {
            checkDelayedReset();
        }
        if (p.refractoryTicks() > 0) {
            throw problem("found a refractory period, which NIR cannot say");
        }
        if (!p.initialPotential().equals(NeuronValues.of(0))) {
            throw problem("found an initial potential, but states of NIR start at 0");
        }
        if (p.reset() == Reset.BY_SUBTRACTION) {
            note("resets by subtraction, which NIR cannot say: import with reset subtract");
        }
        return fires;
    }

    private void checkDelayedReset() throws NirException {
        if (!options.resetAtOnce()) {
            throw problem("found a reset at the tick after the spike, but NIR resets in the same step;"
                    + " --reset-at-once writes it so");
        }
        note("resets at the tick after a spike, but in the graph at once: it will fire at other ticks");
    }

    private Tensor threshold(LifParameters p) {
        // NIR fires above the threshold only: to fire at it is to fire above the number before it.
        return tensor(i ->
                p.strict() ? p.threshold().at(i) : Math.nextDown(p.threshold().at(i)));
    }

    private Tensor reset(LifParameters p) {
        return tensor(
                i -> p.reset() == Reset.BY_SUBTRACTION ? 0 : p.resetPotential().at(i));
    }

    /**
     * Neurons as a node.
     *
     * @param node the node; absent for neurons without memory that never fire, which an Output shows as well
     * @param constant what must flow into each neuron at every step; null for nothing
     * @param still whether nothing happens in the neurons before their first input
     */
    record NeuronNode(Optional<NirNode> node, double[] constant, boolean still) {}
}
