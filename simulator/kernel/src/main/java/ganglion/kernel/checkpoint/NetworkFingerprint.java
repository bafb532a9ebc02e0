package ganglion.kernel.checkpoint;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;

/**
 * A hash of everything that determines the spikes of a network: neurons, parameters and every synapse. A run resumed on
 * a network with one other weight or delay would go on without complaint to other results; the fingerprint in a
 * checkpoint refuses it. Reads the synapses row by row through their interface, so that it does not depend on how they
 * are stored.
 */
final class NetworkFingerprint {

    private NetworkFingerprint() {}

    /** The fingerprint of a network. Takes time proportional to its synapses. */
    static long of(Network network) {
        HashMixer mixer = new HashMixer();
        mixer.add(network.populations().size());
        for (Population population : network.populations()) {
            mixer.add(population.name());
            mixer.add(population.size());
            mixer.add(population.startTick());
            mixer.add(population.model().fingerprint());
        }
        mixer.add(network.projections().size());
        for (Projection projection : network.projections()) {
            mixer.add(projection.source());
            mixer.add(projection.target());
            mixer.add(projection.plasticity().toString());
            add(projection.synapses(), mixer);
        }
        return mixer.sum();
    }

    /**
     * Adds every synapse. The out-degrees say where a row ends: without them, moving the last synapse of a row to the start of the
     * next would not show. Four sums take turns within a row: each mixing waits for the one before, and a processor can work on four
     * at a time.
     */
    private static void add(Synapses synapses, HashMixer mixer) {
        mixer.add(synapses.count());
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int outDegree = synapses.outDegree(source);
            mixer.add(outDegree);
            long first = 1;
            long second = 2;
            long third = 3;
            long fourth = 4;
            int i = 0;
            for (; i + 3 < outDegree; i += 4) {
                first = mixed(first, synapses, source, i);
                second = mixed(second, synapses, source, i + 1);
                third = mixed(third, synapses, source, i + 2);
                fourth = mixed(fourth, synapses, source, i + 3);
            }
            for (; i < outDegree; i++) {
                first = mixed(first, synapses, source, i);
            }
            mixer.add(first);
            mixer.add(second);
            mixer.add(third);
            mixer.add(fourth);
        }
    }

    /** Delay and target of a synapse share one number. */
    private static long mixed(long sum, Synapses synapses, int source, int index) {
        long place = (long) synapses.delayTicks(source, index) << Integer.SIZE | synapses.target(source, index);
        long weight = Double.doubleToRawLongBits(synapses.weight(source, index));
        return HashMixer.mixed(HashMixer.mixed(sum, place), weight);
    }
}
