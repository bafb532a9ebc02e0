package ganglion.learning.loss;

import java.util.Map;

/**
 * A penalty on the spikes of hidden layers, added to the loss. For each sample and neuron with {@code n} spikes in {@code T}
 * steps it is {@code pricePerSpike n + excessWeight max(0, n/T - freeRate)^2}; the loss of the batch takes the sum over the
 * neurons and the mean over the samples. With joules per spike as the price, training trades accuracy for energy: see {@link
 * ganglion.learning.energy.SpikeEnergy}.
 *
 * @param pricePerSpike price of each spike in any layer
 * @param excessWeight weight of the squared excess of the rate
 * @param freeRate spikes per step that a neuron may fire without being charged for excess
 * @param pricePerSpikeOfLayer price of each spike of a layer besides that, by its position in the model; layers that are not
 *     named cost nothing more
 */
public record SpikePenalty(
        double pricePerSpike, double excessWeight, double freeRate, Map<Integer, Double> pricePerSpikeOfLayer) {

    /** No price. */
    public static final SpikePenalty NONE = new SpikePenalty(0, 0, 0);

    /** Takes a copy of the map. */
    public SpikePenalty {
        pricePerSpikeOfLayer = Map.copyOf(pricePerSpikeOfLayer);
    }

    /** The same price for all layers. */
    public SpikePenalty(double pricePerSpike, double excessWeight, double freeRate) {
        this(pricePerSpike, excessWeight, freeRate, Map.of());
    }

    /** Whether it costs anything. */
    public boolean active() {
        return pricePerSpike != 0 || excessWeight != 0 || !pricePerSpikeOfLayer.isEmpty();
    }

    /** The penalty of one layer, with its own price included. */
    public SpikePenalty ofLayer(int layer) {
        double own = pricePerSpikeOfLayer.getOrDefault(layer, 0.0);
        return new SpikePenalty(pricePerSpike + own, excessWeight, freeRate);
    }

    /** The penalty of one neuron in one sample, of a layer without its own price. */
    public double value(double spikes, int steps) {
        double excess = Math.max(0, spikes / steps - freeRate);
        return pricePerSpike * spikes + excessWeight * excess * excess;
    }

    /** Derivative of {@link #value} with respect to each of the spikes. */
    public double derivative(double spikes, int steps) {
        return pricePerSpike + 2 * excessWeight * Math.max(0, spikes / steps - freeRate) / steps;
    }
}
