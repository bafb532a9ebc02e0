package ganglion.kernel.neuron.current;

import ganglion.kernel.neuron.NeuronValues;

/**
 * A synaptic current that jumps by the weight of each synaptic event and decays exponentially. Immutable.
 *
 * <p>The decay of one tick and the gain are numbers without units; {@link #exact} finds them from time constants and a
 * capacitance, so that ticks of any length follow the same differential equation without an error of integration.
 *
 * @param decay share of the current that remains after one tick, 0 to 1; for a time constant tau, exp(-tick/tau)
 * @param gain what a current of 1 adds to the potential in one tick
 * @param bias added to the current at every tick, before the weights that arrive
 */
public record SynapticCurrent(NeuronValues decay, NeuronValues gain, NeuronValues bias) {

    /** @throws IllegalArgumentException if a decay is outside 0 to 1, or a gain or bias is not finite */
    public SynapticCurrent {
        decay.check("decay of the synaptic current", value -> value >= 0 && value <= 1, "a number from 0 to 1");
        gain.checkFits("gain of the synaptic current");
        bias.checkFits("bias of the synaptic current");
    }

    /** A current that only synapses feed. */
    public SynapticCurrent(NeuronValues decay, NeuronValues gain) {
        this(decay, gain, NeuronValues.of(0));
    }

    /** The same with another constant input per tick. */
    public SynapticCurrent withBias(NeuronValues perTick) {
        return new SynapticCurrent(decay, gain, perTick);
    }

    /** A current of the trainers' form: {@code alpha} of it is left after a tick, and all of it enters the potential. */
    public static SynapticCurrent of(double alpha) {
        return new SynapticCurrent(NeuronValues.of(alpha), NeuronValues.of(1));
    }

    /**
     * The exact solution of {@code tau dv/dt = -v + tau/C I}, {@code tau_s dI/dt = -I} over one tick: the decay is {@code
     * exp(-tick/tau_s)}, the gain {@code tau_s tau / (C (tau - tau_s)) (exp(-tick/tau) - exp(-tick/tau_s))}, or {@code
     * tick/C exp(-tick/tau)} where the time constants are equal (Rotter and Diesmann, Biol. Cybern. 81, 1999).
     *
     * @param synapticTimeConstant tau_s, above 0, in the unit of time of the tick
     * @param membraneTimeConstant tau, above 0, in the same unit
     * @param capacitance C, above 0: weights are in its unit times potential over time (pF, mV and ms give pA)
     * @param tick length of a tick
     */
    public static SynapticCurrent exact(
            double synapticTimeConstant, double membraneTimeConstant, double capacitance, double tick) {
        double tauSynapse = synapticTimeConstant;
        double tau = membraneTimeConstant;
        double membraneDecay = StrictMath.exp(-tick / tau);
        double decay = StrictMath.exp(-tick / tauSynapse);
        double gain = tau == tauSynapse
                ? tick / capacitance * membraneDecay
                : tauSynapse * tau / (capacitance * (tau - tauSynapse)) * (membraneDecay - decay);
        return new SynapticCurrent(NeuronValues.of(decay), NeuronValues.of(gain));
    }

    /**
     * Refuses a population of another size than that of values given for each neuron.
     *
     * @throws IllegalArgumentException naming the parameter and both sizes
     */
    public void checkSize(int populationSize) {
        decay.checkSize("decay of the synaptic current", populationSize);
        gain.checkSize("gain of the synaptic current", populationSize);
        bias.checkSize("bias of the synaptic current", populationSize);
    }
}
