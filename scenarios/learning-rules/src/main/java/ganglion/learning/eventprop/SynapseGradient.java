package ganglion.learning.eventprop;

/**
 * Derivatives of a loss by the parameters of a connection.
 *
 * @param weights one per weight
 * @param delays one per delay: a single one if all synapses share it
 */
public record SynapseGradient(double[] weights, double[] delays) {

    /** Zeros for the parameters of a connection. */
    public static SynapseGradient zero(DelayedSynapses synapses) {
        return new SynapseGradient(new double[synapses.weights().length], new double[synapses.delays().length]);
    }

    /** Adds the derivatives of another loss. */
    public void add(SynapseGradient other) {
        add(weights, other.weights);
        add(delays, other.delays);
    }

    private static void add(double[] sum, double[] other) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
    }
}
