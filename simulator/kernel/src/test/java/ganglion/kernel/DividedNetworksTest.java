package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose rows are divided run as those whose rows are not, whatever cores they were divided for. */
class DividedNetworksTest {

    private static final int TICKS = 200;
    private static final int SEEDS = 30;

    /** All rows of many delays, divided. */
    private static Network divided(Network network, int shares) {
        List<Projection> projections = new ArrayList<>();
        for (Projection given : network.projections()) {
            Synapses synapses = given.synapses();
            projections.add(new Projection(
                    given.source(),
                    given.target(),
                    synapses instanceof SparseSynapses && synapses.hasManyDelays()
                            ? divided(synapses, shares)
                            : synapses));
        }
        return new Network(network.populations(), projections);
    }

    private static Synapses divided(Synapses whole, int shares) {
        List<SparseSynapses> parts = IntStream.range(0, shares)
                .mapToObj(share -> part(whole, TargetSlice.share(share, shares, whole.targetSize())))
                .toList();
        return parts.stream().anyMatch(SparseSynapses::hasManyDelays) ? DividedSynapses.of(parts) : whole;
    }

    private static SparseSynapses part(Synapses whole, TargetSlice slice) {
        SparseSynapses.Builder part = SparseSynapses.builder(whole.sourceSize(), whole.targetSize(), slice);
        for (int source = 0; source < whole.sourceSize(); source++) {
            for (int i = 0; i < whole.outDegree(source); i++) {
                part.add(source, whole.target(source, i), whole.weight(source, i), whole.delayTicks(source, i));
            }
        }
        return part.build();
    }

    private static SimulationResult run(Network network, Partition partition) {
        return SequentialSimulation.run(network, partition, TICKS, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void runLikeUndividedOnes(int shares) {
        int divisions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Network network = ManyDelayNetworks.create(seed, TICKS, 1 + seed);
            Network divided = divided(network, shares);
            divisions += (int) divided.projections().stream()
                    .filter(projection -> projection.synapses() instanceof DividedSynapses)
                    .count();
            for (Partition partition : List.of(
                    Partition.whole(network),
                    Partition.spread(network, shares),
                    Partition.spread(network, shares + 1),
                    Partition.ofCoreSize(network, 11))) {
                SimulationResult expected = run(network, partition);

                SimulationResult result = run(divided, partition);

                assertEquals(expected.spikes(), result.spikes(), "seed " + seed);
                assertEquals(expected.activity(), result.activity(), "seed " + seed);
            }
        }
        assertTrue(divisions > SEEDS, "rows are divided at all");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void haveTheFingerprintOfUndividedOnes(int shares) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Network network = ManyDelayNetworks.create(seed, TICKS, 1 + seed);

            assertEquals(NetworkFingerprint.of(network), NetworkFingerprint.of(divided(network, shares)));
        }
    }
}
