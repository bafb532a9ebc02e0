package ganglion.runtime.cluster;

import ganglion.kernel.SlicedNetworks;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.TargetSlice;

/** What a leader has of a whole network. */
final class Slices {

    private Slices() {}

    /** What a leader has: no synapses but those that end where weights change. */
    static Network view(Network whole) {
        return SlicedNetworks.part(whole, (population, size) -> {
            for (int p = 0; p < whole.projections().size(); p++) {
                if (whole.targetOf(p) == population
                        && whole.projection(p).plasticity().isPresent()) {
                    return TargetSlice.whole(size);
                }
            }
            return TargetSlice.NONE;
        });
    }
}
