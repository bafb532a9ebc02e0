package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One core while neurons are put onto it. A neuron that does not fit leaves no trace. */
final class CoreFilling {

    private final CoreCapacity capacity;
    private final BitSet axons = new BitSet();
    private final Set<Integer> denseInlets = new HashSet<>();
    private int[] added = new int[0];
    private int axonCount;
    private int neurons;
    private long synapses;

    CoreFilling(CoreCapacity capacity) {
        this.capacity = capacity;
    }

    /** Adds one neuron; returns false, and changes nothing, if it exceeds what the core can hold. */
    boolean add(List<Inlet> inlets, int neuron) {
        long moreSynapses = 0;
        for (Inlet inlet : inlets) {
            moreSynapses += inlet.synapses(neuron);
        }
        if (neurons + 1 > capacity.neurons() || synapses + moreSynapses > capacity.synapses()) {
            return false;
        }
        // Most chips have no known limit of axons, and visiting every synapse is the main cost of placing.
        if (capacity.inputAxons() < Long.MAX_VALUE && !addAxons(inlets, neuron)) {
            return false;
        }
        neurons++;
        synapses += moreSynapses;
        return true;
    }

    private boolean addAxons(List<Inlet> inlets, int neuron) {
        int count = 0;
        for (Inlet inlet : inlets) {
            if (inlet.dense() && denseInlets.contains(inlet.first(neuron))) {
                continue;
            }
            int from = inlet.first(neuron);
            int until = from + inlet.synapses(neuron);
            if (count + until - from > added.length) {
                added = Arrays.copyOf(added, 2 * (count + until - from));
            }
            int[] sources = inlet.dense() ? null : inlet.sources();
            for (int i = from; i < until; i++) {
                int source = sources == null ? i : sources[i];
                if (!axons.get(source)) {
                    axons.set(source);
                    added[count++] = source;
                }
            }
        }
        if (axonCount + count > capacity.inputAxons()) {
            for (int i = 0; i < count; i++) {
                axons.clear(added[i]);
            }
            return false;
        }
        axonCount += count;
        inlets.stream().filter(Inlet::dense).forEach(inlet -> denseInlets.add(inlet.first(neuron)));
        return true;
    }
}
