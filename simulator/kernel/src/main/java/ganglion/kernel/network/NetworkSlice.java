package ganglion.kernel.network;

import java.util.List;

/**
 * The part of a network that one place builds: of each population the neurons that it hosts, and of each projection the
 * synapses that end on them. The network that is built has all populations and projections in full size.
 */
@FunctionalInterface
public interface NetworkSlice {

    /** All synapses. */
    NetworkSlice WHOLE = (population, size) -> TargetSlice.whole(size);

    /** No synapses at all: what a place needs to know of a network of which it hosts nothing. */
    NetworkSlice SKELETON = (population, size) -> TargetSlice.NONE;

    /** The hosted neurons of each population, by its position in the network. */
    static NetworkSlice of(List<TargetSlice> byPopulation) {
        List<TargetSlice> slices = List.copyOf(byPopulation);
        return (population, size) -> slices.get(population);
    }

    /**
     * The hosted neurons of a population.
     *
     * @param population its position in the network
     * @param size number of its neurons
     */
    TargetSlice of(int population, int size);

    /**
     * The same, cut where the cores of the place share the neurons, so that rows can be laid out for each: successive, at least one. Where
     * they are cut must not show in any result.
     */
    default List<TargetSlice> parts(int population, int size) {
        return List.of(of(population, size));
    }
}
