package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.EveryTickOracle;
import ganglion.kernel.ManyDelayNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
            HostedGroup[] groups = new HostedGroup[hosted.size()];
            for (int h = 0; h < groups.length; h++) {
                groups[h] = new HostedGroup(network, hosted.get(h), 0, false);
            }
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

    @Test
    void firesTheSpikesOfTheOracleWithAndWithoutRings() {
        int[] rings = new int[7];
        long events = 0;
        long shortRings = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Network network = network(seed);
            EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, TICKS);
            events += oracle.synapticEvents();
            List<Partition> partitions = partitions(network);
            for (int i = 0; i < partitions.size(); i++) {
                SimulationResult result = SequentialSimulation.run(network, partitions.get(i), TICKS, List.of("two"));

                String message = "seed " + seed + " partition " + i;
                oracle.assertSame(network, result, message);
                rings[i] += rings(network, partitions.get(i));
                shortRings += shortRings(network, partitions.get(i));
            }
        }
        for (int i = 0; i < rings.length; i++) {
            assertTrue(rings[i] > NETWORKS, rings[i] + " rings of partition " + i);
        }
        assertTrue(shortRings > NETWORKS / 4, shortRings + " rings that are shorter than the delays");
        assertTrue(events > 25_000 * NETWORKS, events + " events");
    }

    /** Delays of up to a thousand ticks. */
    @Test
    void firesTheSpikesOfTheOracleWithVeryLongDelays() {
        int ticks = 600;
        Network network = ManyDelayNetworks.create(0, ticks, 1000);
        EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, ticks);
        for (Partition partition : List.of(Partition.whole(network), Partition.spread(network, 3))) {
            SimulationResult result = SequentialSimulation.run(network, partition, ticks, List.of());

            oracle.assertSame(network, result, "very long delays");
        }
    }

    @Test
    void goesOnFromAnyTickWithAnyPartition() {
        Random random = new Random(7);
        for (int seed = 0; seed < NETWORKS; seed++) {
            Network network = network(seed);
            List<Partition> partitions = new ArrayList<>(partitions(network));
            List<String> traced = RandomNetworks.withInput(network);
            SimulationResult whole = SequentialSimulation.run(network, partitions.get(5), TICKS, traced);

            long tick = random.nextInt(TICKS);
            RunState first = TestRuns.stateAt(network, partitions.get(random.nextInt(6)), tick, traced);
            RunState second = TestRuns.resumed(
                            network, partitions.get(random.nextInt(6)), random.nextLong(tick, TICKS), traced, first)
                    .state();
            SimulationResult result = TestRuns.resumed(
                            network, partitions.get(random.nextInt(6)), TICKS, traced, second)
                    .result();

            TestRuns.assertSame(whole, result, "seed " + seed + " saved at " + tick);
        }
    }
}
