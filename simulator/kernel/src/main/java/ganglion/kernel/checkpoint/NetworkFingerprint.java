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
 *
 * <p>Every synapse has a hash of its own, and these are added up, so that places that hold parts of a network can each add up
 * theirs, and the sum of all is that of the whole.
 */
public final class NetworkFingerprint {

    private NetworkFingerprint() {}

    /** The fingerprint of a whole network. Takes time proportional to its synapses. */
    public static long of(Network network) {
        return of(network, partOf(network));
    }

    /**
     * The fingerprint of a network that is nowhere as a whole.
     *
     * @param part any part of it, which has all populations and projections
     * @param sum of {@link #partOf} for parts that have each synapse once; overflow does not matter
     */
    public static long of(Network part, long sum) {
        HashMixer mixer = new HashMixer();
        mixer.add(part.populations().size());
        for (Population population : part.populations()) {
            mixer.add(population.name());
            mixer.add(population.size());
            mixer.add(population.startTick());
            mixer.add(population.model().fingerprint());
        }
        mixer.add(part.projections().size());
        for (Projection projection : part.projections()) {
            mixer.add(projection.source());
            mixer.add(projection.target());
            mixer.add(projection.plasticity().toString());
        }
        mixer.add(sum);
        return mixer.sum();
    }

    /** The sum of the hashes of all synapses that a network, or a part of one, has. */
    public static long partOf(Network network) {
        long sum = 0;
        for (int p = 0; p < network.projections().size(); p++) {
            sum += partOf(network.projection(p).synapses(), p);
        }
        return sum;
    }

    /**
     * The sum of the hashes of synapses, which tells their projection apart from those of other numbers.
     *
     * @param projection number of the projection
     */
    public static long partOf(Synapses synapses, int projection) {
        long start = HashMixer.mixed(HashMixer.START, projection);
        long sum = 0;
        for (Synapses part : synapses.within(0, synapses.targetSize())) {
            for (int source = 0; source < part.sourceSize(); source++) {
                sum += ofRow(part, source, HashMixer.mixed(start, source));
            }
        }
        return sum;
    }

    /** Delay and target share one number, and twins are numbered: their weights are added in the order of the row. */
    private static long ofRow(Synapses synapses, int source, long row) {
        long sum = 0;
        long last = -1;
        int twin = 0;
        for (int i = 0; i < synapses.outDegree(source); i++) {
            long place = (long) synapses.delayTicks(source, i) << Integer.SIZE | synapses.target(source, i);
            twin = place == last ? twin + 1 : 0;
            last = place;
            long weight = Double.doubleToRawLongBits(synapses.weight(source, i));
            long hash = HashMixer.mixed(HashMixer.mixed(row, place), weight);
            sum += twin == 0 ? hash : HashMixer.mixed(hash, twin);
        }
        return sum;
    }
}
