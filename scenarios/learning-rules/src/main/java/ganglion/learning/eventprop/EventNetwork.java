package ganglion.learning.eventprop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layers, one behind the other, and a read-out if the last layer does not decide by its spikes.
 *
 * @param layers at least one
 * @param readOut behind the last layer
 */
public record EventNetwork(List<EventLayer> layers, Optional<EventReadOut> readOut) {

    /** @throws IllegalArgumentException if there is no layer, or sizes do not fit together */
    public EventNetwork {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network without a layer");
        }
        int size = layers.get(0).input().sources();
        for (EventLayer layer : layers) {
            requireSources(layer.input(), size);
            size = layer.size();
        }
        if (readOut.isPresent()) {
            requireSources(readOut.get().input(), size);
        }
    }

    private static void requireSources(DelayedSynapses synapses, int sources) {
        if (synapses.sources() != sources) {
            throw new IllegalArgumentException(
                    "synapses from " + synapses.sources() + " neurons behind " + sources + " neurons");
        }
    }

    /** Number of inputs. */
    public int inputs() {
        return layers.get(0).input().sources();
    }

    /** Number of neurons that decide: those of the read-out, or of the last layer. */
    public int outputs() {
        return readOut.map(EventReadOut::input)
                .orElse(layers.get(layers.size() - 1).input())
                .targets();
    }

    /** All synapses: of each layer those from its input and then those among its neurons, and at the end those of the read-out. */
    public List<DelayedSynapses> synapses() {
        List<DelayedSynapses> all = new ArrayList<>();
        for (EventLayer layer : layers) {
            all.add(layer.input());
            layer.recurrent().ifPresent(all::add);
        }
        readOut.ifPresent(last -> all.add(last.input()));
        return all;
    }

    /** The same network with other synapses, in the order of {@link #synapses()}. */
    public EventNetwork with(List<DelayedSynapses> synapses) {
        List<EventLayer> changed = new ArrayList<>();
        int next = 0;
        for (EventLayer layer : layers) {
            DelayedSynapses input = synapses.get(next++);
            Optional<DelayedSynapses> recurrent =
                    layer.recurrent().isPresent() ? Optional.of(synapses.get(next++)) : Optional.empty();
            changed.add(new EventLayer(layer.dynamics(), layer.threshold(), input, recurrent));
        }
        DelayedSynapses last = synapses.get(synapses.size() - 1);
        return new EventNetwork(changed, readOut.map(out -> new EventReadOut(out.dynamics(), last)));
    }

    /** The same network with a read-out whose potentials are as many times as high; the same if it has none. */
    public EventNetwork withReadOutTimes(double factor) {
        if (readOut.isEmpty()) {
            return this;
        }
        List<DelayedSynapses> all = new ArrayList<>(synapses());
        DelayedSynapses last = all.get(all.size() - 1);
        double[] weights =
                Arrays.stream(last.weights()).map(weight -> weight * factor).toArray();
        all.set(all.size() - 1, last.with(weights));
        return with(all);
    }

    /**
     * A layer of leaky integrate-and-fire neurons with exponential synaptic currents in continuous time. A neuron fires when its potential
     * reaches the threshold, and its potential is then zero; the current stays.
     *
     * @param dynamics of its neurons
     * @param threshold above 0
     * @param input synapses from the layer before
     * @param recurrent synapses among its neurons, if there are some
     */
    public record EventLayer(
            ExponentialDynamics dynamics,
            double threshold,
            DelayedSynapses input,
            Optional<DelayedSynapses> recurrent) {

        /** @throws IllegalArgumentException if the threshold is not above 0, or recurrent synapses are of another number of neurons */
        public EventLayer {
            if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a threshold of " + threshold + ", expected more than 0");
            }
            if (recurrent.isPresent()
                    && (recurrent.get().sources() != input.targets()
                            || recurrent.get().targets() != input.targets())) {
                throw new IllegalArgumentException(
                        "recurrent synapses from " + recurrent.get().sources() + " to "
                                + recurrent.get().targets() + " of " + input.targets() + " neurons");
            }
        }

        /** Number of neurons. */
        public int size() {
            return input.targets();
        }
    }

    /**
     * Leaky integrators behind the last layer, one per class, which never fire. The mean of their potentials over a sample is read.
     *
     * @param dynamics of the integrators
     * @param input synapses from the last layer
     */
    public record EventReadOut(ExponentialDynamics dynamics, DelayedSynapses input) {}
}
