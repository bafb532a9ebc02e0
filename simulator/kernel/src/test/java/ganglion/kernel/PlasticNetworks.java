package ganglion.kernel;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.RewardedPairs;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link RandomNetworks} of which every other projection is plastic. */
public final class PlasticNetworks {

    private PlasticNetworks() {}

    public static Network create(long seed, int ticks) {
        return plastic(RandomNetworks.create(seed, ticks), new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20));
    }

    /** Of each kind, one after the other, and such whose weights stay. */
    public static Network mixed(long seed, int ticks) {
        return switch ((int) (seed % 4)) {
            case 0 -> create(seed, ticks);
            case 1 -> rewarded(seed, ticks);
            default -> RandomNetworks.create(seed, ticks);
        };
    }

    /** The same with a third factor: spikes of any population, which is another one for each seed. */
    public static Network rewarded(long seed, int ticks) {
        Network still = RandomNetworks.create(seed, ticks);
        int reward = (int) (seed % still.populations().size());
        return plastic(still, new RewardedPairs(still.population(reward).name()));
    }

    private static Network plastic(Network still, SynapseRule rule) {
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
