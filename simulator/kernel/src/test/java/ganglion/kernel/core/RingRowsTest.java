package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.ManyDelayNetworks;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingRowsTest {

    private static final int TICKS = 60;
    private static final int NETWORKS = 16;

    /** The largest delay of a network: few delays, many, and more than the run has ticks. */
    private static int largestDelay(int seed) {
        return new int[] {3, 30, 60, 100}[seed % 4];
    }

    private static Network network(int seed) {
        return ManyDelayNetworks.create(seed, TICKS, largestDelay(seed));
    }

    /** How many runs of neurons have a ring, over all cores. */
    private static int rings(Network network, Partition partition) {
        int rings = 0;
        for (List<HostedNeurons> hosted : partition.cores()) {
            HostedGroup[] groups = TestNetworks.groups(network, hosted);
            IncomingRows rows = IncomingRowsBuilder.build(network, hosted, groups);
            for (int h = 0; h < groups.length; h++) {
                rings += rows.ringRows(h) == null ? 0 : 1;
            }
        }
        return rings;
    }

    /** How many runs of neurons have a ring that is shorter than the delays. */
    private static long shortRings(Network network, Partition partition) {
        return partition.cores().stream()
                .flatMap(List::stream)
                .map(run -> RingPlan.of(network, run))
                .filter(shape -> shape != null && !shape.takesWholeRows())
                .count();
    }

    /** Whole populations, halves, parts that share a core, single neurons with a core each, and on two cores. */
    private static List<Partition> partitions(Network network) {
        return List.of(
                Partition.whole(network),
                Partition.spread(network, 2),
                Partition.ofCoreSize(network, 45),
                Partition.ofCoreSize(network, 60),
                Partition.ofCoreSize(network, 7),
                Partition.ofCoreSize(network, 1),
                Partition.ofActors(network, 1, 2));
    }

    /** What {@link ganglion.kernel.EveryNetworkTest} compares with the oracle has rings of every kind. */
    @Test
    void manyDelaysHaveRingsOnAnyPartition() {
        int[] rings = new int[7];
        long shortRings = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Network network = network(seed);
            List<Partition> partitions = partitions(network);
            for (int i = 0; i < partitions.size(); i++) {
                rings[i] += rings(network, partitions.get(i));
                shortRings += shortRings(network, partitions.get(i));
            }
        }
        for (int i = 0; i < rings.length; i++) {
            assertTrue(rings[i] > NETWORKS, rings[i] + " rings of partition " + i);
        }
        assertTrue(shortRings > NETWORKS / 4, shortRings + " rings that are shorter than the delays");
    }
}
