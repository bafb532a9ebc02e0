package ganglion.runtime.cluster;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import java.util.ArrayList;
import java.util.List;

/** Cuts shares out of whole networks: what nodes build from rules, tests take from what is there. */
final class Slices {

    private Slices() {}

    static Network cut(Network whole, NetworkSlice slice) {
        List<Projection> projections = new ArrayList<>();
        for (int p = 0; p < whole.projections().size(); p++) {
            Projection projection = whole.projections().get(p);
            int target = whole.targetOf(p);
            TargetSlice kept = slice.of(target, whole.populations().get(target).size());
            projections.add(new Projection(
                    projection.source(),
                    projection.target(),
                    kept.isWhole(projection.synapses().targetSize())
                            ? projection.synapses()
                            : cut(projection.synapses(), kept),
                    projection.plasticity()));
        }
        return new Network(whole.populations(), projections);
    }

    private static Synapses cut(Synapses whole, TargetSlice kept) {
        SparseSynapses.Builder part = SparseSynapses.builder(whole.sourceSize(), whole.targetSize());
        for (int source = 0; source < whole.sourceSize(); source++) {
            for (int i = 0; i < whole.outDegree(source); i++) {
                if (kept.holds(whole.target(source, i))) {
                    part.add(source, whole.target(source, i), whole.weight(source, i), whole.delayTicks(source, i));
                }
            }
        }
        return part.build();
    }

    /** What a leader has: no synapses but those that end where weights change. */
    static Network view(Network whole) {
        return cut(whole, (population, size) -> {
            for (int p = 0; p < whole.projections().size(); p++) {
                if (whole.targetOf(p) == population
                        && whole.projections().get(p).plasticity().isPresent()) {
                    return TargetSlice.whole(size);
                }
            }
            return TargetSlice.NONE;
        });
    }
}
