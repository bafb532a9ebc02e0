package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import java.util.Arrays;
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
        return add(inlets, neuron, 1);
    }

    /**
     * The same with copies of it.
     *
     * @param times how often the neuron is there
     */
    boolean add(List<Inlet> inlets, int neuron, int times) {
        long moreSynapses = 0;
        for (Inlet inlet : inlets) {
            moreSynapses += inlet.synapses(neuron);
        }
        if (neurons + times > capacity.neurons() || synapses + moreSynapses > capacity.synapses()) {
            return false;
        }
        // Most chips have no known limit of axons, and visiting every synapse is the main cost of placing.
        if (capacity.inputAxons() < Long.MAX_VALUE && !axons.add(inlets, neuron, capacity.inputAxons())) {
            return false;
        }
        neurons += times;
        synapses += moreSynapses;
        return true;
    }

    /** The sources that reach the neurons on one core, while neurons are put onto it: bits by network-wide number. */
    static final class AxonSet {

        private long[] axons = new long[0];
        private long count;

        /** What the last neuron has added, so that it can be taken away again. */
        private int[] addedWord = new int[16];

        private long[] addedBits = new long[16];
        private int added;

        /**
         * Adds the sources of a neuron, unless there would be too many.
         *
         * @param inlets the projections that end on it
         * @param neuron its number in its population
         * @param most number of sources that are allowed
         * @return whether they were added
         */
        boolean add(List<Inlet> inlets, int neuron, long most) {
            added = 0;
            for (Inlet inlet : inlets) {
                if (inlet.dense()) {
                    addRange(inlet.first(neuron), inlet.first(neuron) + inlet.synapses(neuron));
                } else {
                    addNumbers(inlet.sources(), inlet.first(neuron), inlet.first(neuron) + inlet.synapses(neuron));
                }
            }
            long more = 0;
            for (int i = 0; i < added; i++) {
                more += Long.bitCount(addedBits[i]);
            }
            boolean fits = count + more <= most;
            count += fits ? more : 0;
            for (int i = 0; i < added && !fits; i++) {
                axons[addedWord[i]] &= ~addedBits[i];
            }
            return fits;
        }

        private void addNumbers(int[] sources, int from, int until) {
            for (int i = from; i < until; i++) {
                addBits(sources[i] >> 6, 1L << sources[i]);
            }
        }

        private void addRange(int from, int until) {
            int last = until - 1 >> 6;
            for (int word = from >> 6; word <= last; word++) {
                long fromMask = word == from >> 6 ? -1L << from : -1L;
                long untilMask = word == last ? -1L >>> -until : -1L;
                addBits(word, fromMask & untilMask);
            }
        }

        private void addBits(int word, long bits) {
            if (word >= axons.length) {
                axons = Arrays.copyOf(axons, Math.max(word + 1, axons.length + (axons.length >> 1)));
            }
            long fresh = bits & ~axons[word];
            if (fresh != 0) {
                if (added == addedWord.length) {
                    addedWord = Arrays.copyOf(addedWord, 2 * added);
                    addedBits = Arrays.copyOf(addedBits, 2 * added);
                }
                axons[word] |= fresh;
                addedWord[added] = word;
                addedBits[added++] = fresh;
            }
        }
    }
}
