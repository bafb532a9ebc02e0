package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import java.util.List;

/** One core while neurons are put onto it. A neuron that does not fit leaves no trace. */
final class CoreFilling {

    private final CoreCapacity capacity;
    private final AxonSet axons = new AxonSet();
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
        if (capacity.inputAxons() < Long.MAX_VALUE && !axons.add(inlets, neuron, capacity.inputAxons())) {
            return false;
        }
        neurons++;
        synapses += moreSynapses;
        return true;
    }
}
