package ganglion.learning.loss;

/**
 * A penalty on the spikes of hidden layers, added to the loss. For each sample and neuron with {@code n} spikes in {@code T}
 * steps it is {@code pricePerSpike n + excessWeight max(0, n/T - freeRate)^2}; the loss of the batch takes the sum over the
 * neurons and the mean over the samples.
 *
 * @param pricePerSpike price of each spike in any layer
 * @param excessWeight weight of the squared excess of the rate
 * @param freeRate spikes per step that a neuron may fire without being charged for excess
 */
public record SpikePenalty(double pricePerSpike, double excessWeight, double freeRate) {

    /** No price. */
    public static final SpikePenalty NONE = new SpikePenalty(0, 0, 0);

    /** Whether it costs anything. */
    public boolean active() {
        return pricePerSpike != 0 || excessWeight != 0;
    }

    /** The penalty of one neuron in one sample. */
    public double value(double spikes, int steps) {
        double excess = Math.max(0, spikes / steps - freeRate);
        return pricePerSpike * spikes + excessWeight * excess * excess;
    }

    /** Derivative of {@link #value} with respect to each of the spikes. */
    public double derivative(double spikes, int steps) {
        return pricePerSpike + 2 * excessWeight * Math.max(0, spikes / steps - freeRate) / steps;
    }
}
