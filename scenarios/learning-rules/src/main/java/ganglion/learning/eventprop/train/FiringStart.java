package ganglion.learning.eventprop.train;

import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.forward.EventRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fresh network that fires: layer after layer, the weights from the layer before are scaled until neurons fire a given number of spikes
 * per sample on average. Without spikes there is no gradient.
 */
public final class FiringStart {

    /** Enough to know a mean number of spikes. */
    private static final int SAMPLES = 32;

    /** Weights are scaled by at most two to this power, down or up. */
    private static final double POWERS = 8;

    private static final int HALVINGS = 16;

    private FiringStart() {}

    /**
     * A fresh network.
     *
     * @param samples at least one; up to 32 from all over them are tried
     * @param spikes mean number of spikes of a neuron for a sample, above 0
     * @param seed of its weights
     * @throws IllegalArgumentException if there is no sample, or no weights of up to 256 times the fresh ones make a layer fire so often, or only
     *     such that make it fire without bounds
     */
    public static EventNetwork of(EventShape shape, List<EventSample> samples, double spikes, long seed) {
        if (samples.isEmpty() || !(spikes > 0)) {
            throw new IllegalArgumentException(samples.size() + " samples and " + spikes
                    + " spikes to start with, expected 1 or more, more than 0");
        }
        List<EventSample> tried = new ArrayList<>();
        int count = Math.min(SAMPLES, samples.size());
        for (int i = 0; i < count; i++) {
            tried.add(samples.get((int) ((long) i * samples.size() / count)));
        }
        EventNetwork network = shape.draw(seed);
        for (int l = 0; l < network.layers().size(); l++) {
            double low = -POWERS;
            double high = POWERS;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                if (spikes(scaled(network, l, middle), l, tried) < spikes) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            network = scaled(network, l, high);
            requireFiring(network, l, tried, spikes, StrictMath.pow(2, high));
        }
        return network;
    }

    private static void requireFiring(
            EventNetwork network, int layer, List<EventSample> samples, double least, double factor) {
        double found = spikes(network, layer, samples);
        if (found < least || found == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a neuron of layer " + (layer + 1) + " fires "
                    + (found < least ? found + " spikes for a sample" : "without bounds") + " with weights " + factor
                    + " times the fresh ones, expected " + least + " or more");
        }
    }

    /** Weights that make neurons fire without bounds count as too large. */
    private static double spikes(EventNetwork network, int layer, List<EventSample> samples) {
        EventNetwork upTo = new EventNetwork(network.layers().subList(0, layer + 1), Optional.empty());
        long sum = 0;
        try {
            for (EventSample sample : samples) {
                sum += EventRun.of(upTo, sample.input(), sample.duration())
                        .lastSpikes()
                        .size();
            }
        } catch (ArithmeticException e) {
            return Double.POSITIVE_INFINITY;
        }
        return (double) sum / samples.size() / network.layers().get(layer).size();
    }

    private static EventNetwork scaled(EventNetwork network, int layer, double power) {
        List<EventLayer> layers = new ArrayList<>(network.layers());
        EventLayer old = layers.get(layer);
        double factor = StrictMath.pow(2, power);
        double[] weights = old.input().weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
        DelayedSynapses input = old.input().with(weights);
        layers.set(layer, new EventLayer(old.dynamics(), old.threshold(), input, old.recurrent()));
        return new EventNetwork(layers, network.readOut());
    }
}
