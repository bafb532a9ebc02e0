package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link RandomNetworks} of which every other projection is plastic. */
public final class PlasticNetworks {

    private PlasticNetworks() {}

    public static Network create(long seed, int ticks) {
        Network still = RandomNetworks.create(seed, ticks);
        PairStdp rule = new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20);
        List<Projection> projections = new ArrayList<>();
        for (Projection projection : still.projections()) {
            boolean plastic = projections.size() % 2 == 0;
            projections.add(
                    plastic
                            ? new Projection(
                                    projection.source(),
                                    projection.target(),
                                    excitatory(projection.synapses()),
                                    Optional.of(rule))
                            : projection);
        }
        return new Network(still.populations(), projections);
    }

    private static Synapses excitatory(Synapses synapses) {
        SparseSynapses.Builder builder = SparseSynapses.builder(synapses.sourceSize(), synapses.targetSize());
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                builder.add(
                        source,
                        synapses.target(source, i),
                        Math.min(3, Math.abs(synapses.weight(source, i))),
                        synapses.delayTicks(source, i));
            }
        }
        return builder.build();
    }
}
