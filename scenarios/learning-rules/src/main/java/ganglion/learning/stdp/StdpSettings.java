package ganglion.learning.stdp;

import ganglion.kernel.plasticity.PairStdp;

/**
 * Settings of a layer that learns by spike timing. Potentials, thresholds and weights share one unit, times are steps.
 *
 * @param neurons number of neurons, at least 1
 * @param beta share of a potential that is left after one step, 0 to 1
 * @param threshold potential at which a fresh neuron fires, above 0
 * @param inhibition by how much a spike pushes down the potentials of all other neurons, 0 or more
 * @param thresholdRise by how much a threshold rises after a presentation for each spike that its neuron fired, 0 or more
 * @param thresholdDecay share of all rises that is left after a further presentation, 0 to 1
 * @param weightSum what the weights of each neuron add up to after each presentation, above 0
 * @param rule how weights change
 */
public record StdpSettings(
        int neurons,
        double beta,
        double threshold,
        double inhibition,
        double thresholdRise,
        double thresholdDecay,
        double weightSum,
        PairStdp rule) {

    private static final int MOST_NEURONS = 1 << 14;

    /** @throws IllegalArgumentException if a number is out of range */
    public StdpSettings {
        require(neurons >= 1 && neurons <= MOST_NEURONS, "number of neurons", neurons, "1 to " + MOST_NEURONS);
        require(beta >= 0 && beta <= 1, "beta", beta, "0 to 1");
        require(threshold > 0 && Double.isFinite(threshold), "threshold", threshold, "more than 0");
        require(inhibition >= 0 && Double.isFinite(inhibition), "inhibition", inhibition, "0 or more");
        require(thresholdRise >= 0 && Double.isFinite(thresholdRise), "threshold rise", thresholdRise, "0 or more");
        require(thresholdDecay >= 0 && thresholdDecay <= 1, "threshold decay", thresholdDecay, "0 to 1");
        require(weightSum > 0 && Double.isFinite(weightSum), "weight sum", weightSum, "more than 0");
    }

    private static void require(boolean met, String what, double found, String expected) {
        if (!met) {
            throw new IllegalArgumentException("the " + what + " is " + found + ", expected " + expected);
        }
    }
}
