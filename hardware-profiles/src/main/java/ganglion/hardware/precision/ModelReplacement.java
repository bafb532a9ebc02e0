package ganglion.hardware.precision;

import ganglion.hardware.chip.ChipModels;
import ganglion.hardware.chip.ChipModels.Trait;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network that a chip would compute in the place of one whose equations it does not have. A synaptic current becomes
 * a simpler one, or a jump, that adds as much to the potential in all; an exponential leak becomes a linear one that takes as
 * long from the threshold to half of it; a decay becomes the nearest that a shift of bits computes; a potential stops at zero;
 * a reset becomes the other kind. What nothing stands in for stays as it is.
 */
public final class ModelReplacement {

    /** Potentials that no grid of a chip is known for keep this many bits behind the point. */
    private static final double FINE = 0x1p-24;

    /** Longest shift of a chip that decays by shifts: 4 bits on Xylo (Rockpool, quick-xylo/deploy_to_xylo). */
    private static final int LONGEST_SHIFT = 15;

    private final ChipModels models;
    private final Map<String, Gains> gains = new HashMap<>();

    /** What one unit of weight adds to the potential in all, of excitatory and of inhibitory synapses. */
    private record Gains(NeuronValues excitatory, NeuronValues inhibitory) {

        double of(int neuron, double weight) {
            return (weight < 0 ? inhibitory : excitatory).at(neuron);
        }
    }

    private ModelReplacement(ChipModels models) {
        this.models = models;
    }

    /** The network with what stands in; the given one if nothing needs to. */
    public static Network apply(Network network, ChipModels models) {
        return new ModelReplacement(models).apply(network);
    }

    private Network apply(Network network) {
        List<Population> populations = new ArrayList<>();
        boolean changed = false;
        for (Population population : network.populations()) {
            NeuronModel model = replaced(population);
            changed |= model != population.model();
            populations.add(new Population(population.name(), population.size(), model, population.startTick()));
        }
        if (!changed) {
            return network;
        }
        List<Projection> projections = network.projections().stream()
                .map(projection -> gains.containsKey(projection.target())
                        ? new Projection(
                                projection.source(), projection.target(), scaled(projection), projection.plasticity())
                        : projection)
                .toList();
        return new Network(populations, projections);
    }

    private NeuronModel replaced(Population population) {
        NeuronModel model = population.model();
        int size = population.size();
        if (model instanceof AlphaLif alpha
                && lacks(Trait.ALPHA_CURRENT)
                && alpha.currents().stream().allMatch(current -> decays(current.decay(), size))) {
            model = models.standIn(Trait.ALPHA_CURRENT).equals(Optional.of(Trait.EXPONENTIAL_CURRENT))
                    ? exponential(alpha, size)
                    : jumps(
                            population.name(),
                            alpha.membrane(),
                            size,
                            exponential(alpha, size).currents());
        } else if (model instanceof SynapticLif synaptic
                && lacks(Trait.EXPONENTIAL_CURRENT)
                && synaptic.currents().stream().allMatch(current -> decays(current.decay(), size))) {
            model = jumps(population.name(), synaptic.membrane(), size, synaptic.currents());
        }
        if (model instanceof SynapticLif synaptic && lacks(Trait.ANY_DECAY)) {
            return new SynapticLif(
                    shifted(synaptic.membrane(), size),
                    synaptic.currents().stream()
                            .map(current ->
                                    new SynapticCurrent(shifted(current.decay(), size), current.gain(), current.bias()))
                            .toList(),
                    synaptic.order());
        }
        if (!(model instanceof Lif lif)) {
            return model;
        }
        LifParameters parameters = lif.parameters();
        if (lacks(Trait.ANY_DECAY)) {
            parameters = shifted(parameters, size);
        }
        if (parameters.reset() == Reset.BY_SUBTRACTION && lacks(Trait.RESET_BY_SUBTRACTION)) {
            parameters = parameters.withReset(Reset.TO_VALUE, parameters.delayedReset());
        } else if (parameters.reset().toValue() && lacks(Trait.RESET_TO_VALUE)) {
            parameters = parameters.withReset(Reset.BY_SUBTRACTION, parameters.delayedReset());
        }
        double lowest = lacks(Trait.NEGATIVE_POTENTIAL) ? 0 : Double.NEGATIVE_INFINITY;
        boolean linear = lacks(Trait.EXPONENTIAL_LEAK) && decays(parameters.beta(), size);
        if (linear || lowest == 0) {
            return new GridLif(
                    parameters,
                    FINE,
                    lowest,
                    Double.POSITIVE_INFINITY,
                    linear ? Optional.of(linear(parameters, size)) : Optional.empty());
        }
        return parameters == lif.parameters() ? model : new Lif(parameters, lif.integration());
    }

    /**
     * What a chip leaves of a value a tick that takes off a half, a quarter and so on, where a share should be left: the time
     * constant becomes the nearest power of two of ticks, by its logarithm.
     */
    public static double shifted(double share) {
        int exact = -Math.getExponent(1 - share);
        if (exact <= LONGEST_SHIFT && 1 - share == Math.scalb(1.0, -exact)) {
            return share;
        }
        double ticks = 1 / Math.abs(StrictMath.log(share));
        double shift = Math.rint(StrictMath.log(ticks) / StrictMath.log(2));
        return 1 - Math.scalb(1.0, (int) -Math.min(Math.max(shift, 0), LONGEST_SHIFT));
    }

    private static NeuronValues shifted(NeuronValues shares, int size) {
        double[] shifted = new double[size];
        Arrays.setAll(shifted, neuron -> shifted(shares.at(neuron)));
        return NeuronValues.each(shifted);
    }

    private static LifParameters shifted(LifParameters given, int size) {
        return new LifParameters(
                shifted(given.beta(), size),
                given.threshold(),
                given.strict(),
                given.reset(),
                given.delayedReset(),
                given.resetPotential(),
                given.rest(),
                given.bias(),
                given.initialPotential(),
                given.refractoryTicks());
    }

    private boolean lacks(Trait trait) {
        return !models.has(trait).orElse(true) && models.standIn(trait).isPresent();
    }

    /** Whether less than all of it is left after a tick. */
    private static boolean decays(NeuronValues share, int size) {
        for (int neuron = 0; neuron < size; neuron++) {
            if (share.at(neuron) >= 1) {
                return false;
            }
        }
        return true;
    }

    /** An exponential leak takes ln 2 of its time constant from the threshold to half of it. */
    private static NeuronValues linear(LifParameters parameters, int size) {
        double[] leak = new double[size];
        for (int neuron = 0; neuron < size; neuron++) {
            double beta = parameters.beta().at(neuron);
            double half = Math.abs(parameters.threshold().at(neuron)) / 2;
            leak[neuron] = beta == 0 ? 2 * half : half * -StrictMath.log(beta) / StrictMath.log(2);
        }
        return NeuronValues.each(leak);
    }

    private static SynapticLif exponential(AlphaLif alpha, int size) {
        List<SynapticCurrent> currents = alpha.currents().stream()
                .map(current -> new SynapticCurrent(current.decay(), gain(current, size)))
                .toList();
        return new SynapticLif(alpha.membrane(), currents, SynapticOrder.POTENTIAL_FIRST);
    }

    /** With this gain an exponential current of the same decay adds as much in all. */
    private static NeuronValues gain(AlphaCurrent current, int size) {
        double[] gain = new double[size];
        for (int neuron = 0; neuron < size; neuron++) {
            gain[neuron] = current.riseGain().at(neuron)
                    + current.currentGain().at(neuron)
                            * current.coupling().at(neuron)
                            / (1 - current.decay().at(neuron));
        }
        return NeuronValues.each(gain);
    }

    private Lif jumps(String population, LifParameters membrane, int size, List<SynapticCurrent> currents) {
        NeuronValues excitatory = total(currents.get(0), size);
        NeuronValues inhibitory = total(currents.get(currents.size() - 1), size);
        gains.put(population, new Gains(excitatory, inhibitory));
        double[] bias = new double[size];
        for (int neuron = 0; neuron < size; neuron++) {
            bias[neuron] = membrane.bias().at(neuron);
            for (SynapticCurrent current : currents) {
                bias[neuron] += current.bias().at(neuron) * total(current, size).at(neuron);
            }
        }
        return new Lif(membrane.withBias(NeuronValues.each(bias)));
    }

    private static NeuronValues total(SynapticCurrent current, int size) {
        double[] total = new double[size];
        for (int neuron = 0; neuron < size; neuron++) {
            total[neuron] = current.gain().at(neuron) / (1 - current.decay().at(neuron));
        }
        return NeuronValues.each(total);
    }

    private Synapses scaled(Projection projection) {
        Gains own = gains.get(projection.target());
        return projection.synapses().changed((target, weight) -> weight * own.of(target, weight), delay -> delay);
    }
}
