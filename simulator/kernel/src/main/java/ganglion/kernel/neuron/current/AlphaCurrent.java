package ganglion.kernel.neuron.current;

import ganglion.kernel.neuron.NeuronValues;

/**
 * A synaptic current that rises and falls as {@code t/tau_s exp(1 - t/tau_s)} after each synaptic event. It takes two
 * numbers to follow it from tick to tick: {@code current <- decay current + coupling rise}, {@code rise <- decay rise +
 * x}. Immutable.
 *
 * @param decay share of both that remains after one tick, 0 to 1
 * @param coupling what a rise of 1 adds to the current in one tick
 * @param riseGain what a rise of 1 adds to the potential in one tick
 * @param currentGain what a current of 1 adds to the potential in one tick
 */
public record AlphaCurrent(NeuronValues decay, NeuronValues coupling, NeuronValues riseGain, NeuronValues currentGain) {

    /** @throws IllegalArgumentException if a decay is outside 0 to 1 or another value is not finite */
    public AlphaCurrent {
        decay.check("decay of the synaptic current", value -> value >= 0 && value <= 1, "a number from 0 to 1");
        coupling.checkFits("coupling of the synaptic current");
        riseGain.checkFits("rise gain of the synaptic current");
        currentGain.checkFits("gain of the synaptic current");
    }

    /**
     * The exact solution of {@code tau dv/dt = -v + tau/C I} over one tick for a current {@code I} that peaks at the weight
     * of an event (Rotter and Diesmann, Biol. Cybern. 81, 1999).
     *
     * @param synapticTimeConstant tau_s, above 0: the time from an event to the peak
     * @param membraneTimeConstant tau, above 0, in the same unit
     * @param capacitance C, above 0
     * @param tick length of a tick, in the same unit
     */
    public static AlphaCurrent exact(
            double synapticTimeConstant, double membraneTimeConstant, double capacitance, double tick) {
        double decay = StrictMath.exp(-tick / synapticTimeConstant);
        double membraneDecay = StrictMath.exp(-tick / membraneTimeConstant);
        double scale = Math.E / synapticTimeConstant;
        double rate = 1 / synapticTimeConstant - 1 / membraneTimeConstant;
        double exponent = rate * tick;
        double riseGain;
        if (Math.abs(exponent) < 1e-4) {
            // The first terms of the series: the closed expression would cancel.
            double series = 0.5 - exponent / 3 + exponent * exponent / 8;
            riseGain = membraneDecay * tick * tick * series / capacitance;
        } else {
            riseGain = membraneDecay
                    * (-StrictMath.expm1(-exponent) - exponent * StrictMath.exp(-exponent))
                    / (rate * rate * capacitance);
        }
        NeuronValues currentGain = SynapticCurrent.exact(synapticTimeConstant, membraneTimeConstant, capacitance, tick)
                .gain();
        return new AlphaCurrent(
                NeuronValues.of(decay),
                NeuronValues.of(scale * tick * decay),
                NeuronValues.of(scale * riseGain),
                currentGain);
    }

    /**
     * Refuses a population of another size than that of values given for each neuron.
     *
     * @throws IllegalArgumentException naming the parameter and both sizes
     */
    public void checkSize(int populationSize) {
        decay.checkSize("decay of the synaptic current", populationSize);
        coupling.checkSize("coupling of the synaptic current", populationSize);
        riseGain.checkSize("rise gain of the synaptic current", populationSize);
        currentGain.checkSize("gain of the synaptic current", populationSize);
    }
}
