package ganglion.kernel.plasticity;

import ganglion.kernel.neuron.NetworkNumbers;

/**
 * Spike-timing dependent plasticity of all pairs of spikes, as in NEST's {@code stdp_synapse}. A synapse with the relative
 * weight {@code x = w / largest} is changed by
 *
 * <pre>
 *   x &lt;- min(x + rate (1 - x)^potentiationExponent k, 1)             when a target's spike reaches it
 *   x &lt;- max(x - depression rate x^depressionExponent k, 0)          when a source's spike reaches it
 * </pre>
 *
 * where k is the trace of the other side: the sum over its spikes of {@code exp(-elapsed / tau)}. Exponents of 0 make the
 * rule additive, exponents of 1 multiplicative (Guetig, Aharonov, Rotter and Sompolinsky, "Learning input correlations
 * through nonlinear temporally asymmetric Hebbian plasticity", J. Neurosci. 23, 2003; Morrison, Aertsen and Diesmann,
 * "Spike-timing-dependent plasticity in balanced random networks", Neural Comput. 19, 2007).
 *
 * <p>The delay of the synapse is dendritic: a source's spike reaches the synapse at once and the target neuron after the
 * delay, a target's spike reaches the synapse after the delay. When both reach it at the same tick, the target's comes first,
 * and neither counts in the trace that the other meets.
 *
 * @param learningRate NEST's lambda, 0 or more
 * @param depression how much stronger depression is than potentiation, NEST's alpha, 0 or more
 * @param potentiationExponent NEST's mu_plus, 0 or more
 * @param depressionExponent NEST's mu_minus, 0 or more
 * @param largestWeight bound of the weights, above 0; the other bound is 0
 * @param potentiationTicks time constant of the trace of the source's spikes, NEST's tau_plus, in ticks, above 0
 * @param depressionTicks time constant of the trace of the target's spikes, NEST's tau_minus, in ticks, above 0
 */
public record PairStdp(
        double learningRate,
        double depression,
        double potentiationExponent,
        double depressionExponent,
        double largestWeight,
        double potentiationTicks,
        double depressionTicks)
        implements SynapseRule {

    /** @throws IllegalArgumentException naming the parameter, what was found and what was expected */
    public PairStdp {
        check("learning rate", learningRate, learningRate >= 0, "0 or more");
        check("depression", depression, depression >= 0, "0 or more");
        check("potentiation exponent", potentiationExponent, potentiationExponent >= 0, "0 or more");
        check("depression exponent", depressionExponent, depressionExponent >= 0, "0 or more");
        check("largest weight", largestWeight, largestWeight > 0, "more than 0");
        check("time constant of potentiation", potentiationTicks, potentiationTicks > 0, "more than 0 ticks");
        check("time constant of depression", depressionTicks, depressionTicks > 0, "more than 0 ticks");
    }

    @Override
    public double smallestWeight() {
        return 0;
    }

    @Override
    public SynapseChanges changes() {
        return new WeightChanges(this);
    }

    private static void check(String parameter, double value, boolean fits, String expected) {
        if (!fits || !NetworkNumbers.fits(value)) {
            throw new IllegalArgumentException("the " + parameter + " is " + value + ", expected " + expected);
        }
    }
}
