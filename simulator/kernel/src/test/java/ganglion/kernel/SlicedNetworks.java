package ganglion.kernel;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cuts networks into the parts that several places would build. */
public final class SlicedNetworks {

    private SlicedNetworks() {}

    /** Random cuts of every population, some of them empty: for each place its part of the network. */
    public static List<NetworkSlice> cuts(Network network, int places, Random random) {
        List<List<TargetSlice>> byPlace = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            byPlace.add(new ArrayList<>());
        }
        network.populations().forEach(population -> {
            List<TargetSlice> cuts = cuts(population.size(), places, random);
            for (int place = 0; place < places; place++) {
                byPlace.get(place).add(cuts.get(place));
            }
        });
        return byPlace.stream().map(NetworkSlice::of).toList();
    }

    /** Successive slices that make up a population; some may be empty. */
    public static List<TargetSlice> cuts(int size, int places, Random random) {
        int[] bounds = random.ints(places - 1L, 0, size + 1).sorted().toArray();
        List<TargetSlice> slices = new ArrayList<>();
        int first = 0;
        for (int bound : bounds) {
            slices.add(new TargetSlice(first, bound));
            first = bound;
        }
        slices.add(new TargetSlice(first, size));
        return slices;
    }

    /** The part of a network whose synapses end on some neurons. */
    public static Network part(Network network, NetworkSlice slice) {
        List<Projection> projections = new ArrayList<>();
        for (int p = 0; p < network.projections().size(); p++) {
            Projection whole = network.projection(p);
            TargetSlice targets = slice.of(network.targetOf(p), whole.synapses().targetSize());
            projections.add(new Projection(
                    whole.source(), whole.target(), part(whole.synapses(), targets), whole.plasticity()));
        }
        return new Network(network.populations(), projections);
    }

    /** The synapses that end on some targets. */
    public static Synapses part(Synapses whole, TargetSlice slice) {
        boolean matrix = whole instanceof DenseSynapses;
        if (matrix && slice.isWhole(whole.targetSize())) {
            return whole;
        }
        SparseSynapses.Builder builder = SparseSynapses.builder(whole.sourceSize(), whole.targetSize(), slice);
        for (int source = 0; source < whole.sourceSize(); source++) {
            for (int i = 0; i < whole.outDegree(source); i++) {
                builder.add(source, whole.target(source, i), whole.weight(source, i), whole.delayTicks(source, i));
            }
        }
        return matrix ? builder.build().asPartOfMatrix() : builder.build();
    }
}
