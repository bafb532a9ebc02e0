package ganglion.hardware.placement;

import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.hardware.precision.GridLif;
import ganglion.hardware.precision.ModelReplacement;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.StepCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.model.SynapticLif;
import java.util.EnumSet;
import java.util.Set;

/** What the equations of a population ask of the chip that computes them. */
public final class ModelTraits {

    private static final Set<Trait> LEAKS = EnumSet.of(Trait.EXPONENTIAL_LEAK, Trait.LINEAR_LEAK);

    private final int size;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private int refractoryTicks;

    private ModelTraits(int size) {
        this.size = size;
    }

    /**
     * The traits of a population that takes input.
     *
     * @param size its neurons
     */
    public static ModelTraits of(NeuronModel model, int size) {
        ModelTraits found = new ModelTraits(size);
        found.add(model);
        return found;
    }

    /** Whether a potential leaks. */
    public static boolean leaks(Set<Trait> traits) {
        return traits.stream().anyMatch(LEAKS::contains);
    }

    /** The same of any neuron of a network. */
    public static boolean leaks(Network network) {
        return network.populations().stream()
                .filter(population -> population.model().takesInput())
                .anyMatch(population ->
                        leaks(of(population.model(), population.size()).traits()));
    }

    /** All of them. */
    public Set<Trait> traits() {
        return traits;
    }

    /** The refractory period; 0 if there is none. */
    public int refractoryTicks() {
        return refractoryTicks;
    }

    private void add(NeuronModel model) {
        if (model instanceof DrivenNeurons driven) {
            add(driven.neurons());
            if (driven.current() instanceof NoiseCurrent) {
                traits.add(Trait.NOISE);
            } else if (driven.current() instanceof StepCurrent) {
                traits.add(Trait.BIAS);
            } else if (driven.current() instanceof PoissonCurrent) {
                traits.add(Trait.POISSON_EVENTS);
            }
        } else if (model instanceof Lif lif) {
            addMembrane(lif.parameters());
            traits.add(Trait.DELTA);
        } else if (model instanceof GridLif grid) {
            addMembrane(grid.parameters());
            traits.add(Trait.DELTA);
            if (grid.linearLeak().isPresent() && traits.remove(Trait.EXPONENTIAL_LEAK)) {
                traits.add(Trait.LINEAR_LEAK);
                traits.remove(Trait.ANY_DECAY);
            }
        } else if (model instanceof SynapticLif synaptic) {
            addMembrane(synaptic.membrane());
            addCurrents(Trait.EXPONENTIAL_CURRENT, synaptic.currents().size());
            addBias(synaptic.currents().stream().map(SynapticCurrent::bias).toArray(NeuronValues[]::new));
            synaptic.currents().forEach(current -> addDecay(current.decay()));
        } else if (model instanceof AlphaLif alpha) {
            addMembrane(alpha.membrane());
            addCurrents(Trait.ALPHA_CURRENT, alpha.currents().size());
            alpha.currents().forEach(current -> addDecay(current.decay()));
        } else if (model instanceof AdaptiveLif adaptive) {
            addMembrane(adaptive.membrane());
            traits.addAll(Set.of(Trait.DELTA, Trait.ADAPTIVE_THRESHOLD));
        } else if (model instanceof LeakyIntegrator integrator) {
            traits.add(integrator.beta() == 1 ? Trait.NO_LEAK : Trait.EXPONENTIAL_LEAK);
            traits.addAll(Set.of(Trait.DELTA, Trait.READ_OUT));
            addDecay(NeuronValues.of(integrator.beta()));
        } else {
            traits.add(ofOthers(model));
            traits.add(Trait.DELTA);
        }
    }

    private static Trait ofOthers(NeuronModel model) {
        if (model instanceof Izhikevich) {
            return Trait.IZHIKEVICH;
        }
        if (model instanceof ResonateAndFire || model instanceof BalancedResonator) {
            return Trait.RESONATOR;
        }
        return model instanceof SeAdLif ? Trait.ADAPTIVE_CURRENT : Trait.OTHER;
    }

    private void addMembrane(LifParameters membrane) {
        boolean leaks = false;
        for (int neuron = 0; neuron < size; neuron++) {
            leaks |= membrane.beta().at(neuron) < 1;
        }
        traits.add(leaks ? Trait.EXPONENTIAL_LEAK : Trait.NO_LEAK);
        addDecay(membrane.beta());
        addBias(membrane.bias());
        refractoryTicks = membrane.refractoryTicks();
        if (membrane.refractoryTicks() > 0) {
            traits.add(Trait.REFRACTORY_PERIOD);
        }
        traits.add(
                membrane.reset() == Reset.BY_SUBTRACTION
                        ? Trait.RESET_BY_SUBTRACTION
                        : membrane.reset() == Reset.NONE ? Trait.NO_RESET : Trait.RESET_TO_VALUE);
    }

    private void addCurrents(Trait kind, int currents) {
        traits.add(kind);
        if (currents > 1) {
            traits.add(Trait.TWO_CURRENTS);
        }
    }

    /** Nothing that decays, and nothing that is left, is no decay of any length. */
    private void addDecay(NeuronValues left) {
        for (int neuron = 0; neuron < size; neuron++) {
            double share = left.at(neuron);
            if (share < 1 && ModelReplacement.shifted(share) != share) {
                traits.add(Trait.ANY_DECAY);
                return;
            }
        }
    }

    private void addBias(NeuronValues... biases) {
        for (NeuronValues bias : biases) {
            for (int neuron = 0; neuron < size; neuron++) {
                if (bias.at(neuron) != 0) {
                    traits.add(Trait.BIAS);
                    return;
                }
            }
        }
    }
}
