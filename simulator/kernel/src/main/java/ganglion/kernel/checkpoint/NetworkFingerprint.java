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
     * Adds every synapse. Delay and target share one number, and the out-degrees say where a row ends: without them,
     * moving the last synapse of a row to the start of the next would not show.
     */
    private static void add(Synapses synapses, HashMixer mixer) {
        mixer.add(synapses.count());
        for (int source = 0; source < synapses.sourceSize(); source++) {
            int outDegree = synapses.outDegree(source);
            mixer.add(outDegree);
            for (int i = 0; i < outDegree; i++) {
                mixer.add((long) synapses.delayTicks(source, i) << Integer.SIZE | synapses.target(source, i));
                mixer.add(synapses.weight(source, i));
            }
        }
    }
}
