package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose rows are divided run as those whose rows are not, whatever cores they were divided for. */
class DividedNetworksTest {

    private static final int TICKS = 100;
    private static final int SEEDS = 12;

    /** Delays of a tick to several tens of them. */
    private static Network network(int seed) {
        return ManyDelayNetworks.create(seed, TICKS, 1 + 3 * seed);
    }

    /** All rows of many delays, divided. */
    private static Network divided(Network network, int shares) {
        List<Projection> projections = new ArrayList<>();
        for (Projection given : network.projections()) {
            Synapses synapses = given.synapses();
            projections.add(new Projection(
                    given.source(),
                    given.target(),
                    synapses instanceof SparseSynapses
                                    && synapses.hasManyDelays()
                                    && given.plasticity().isEmpty()
                            ? divided(synapses, shares)
                            : synapses,
                    given.plasticity()));
        }
        return new Network(network.populations(), projections);
    }

    private static Synapses divided(Synapses whole, int shares) {
        List<SparseSynapses> parts = IntStream.range(0, shares)
                .mapToObj(share -> (SparseSynapses)
                        SlicedNetworks.part(whole, TargetSlice.share(share, shares, whole.targetSize())))
                .toList();
        return parts.stream().anyMatch(SparseSynapses::hasManyDelays) ? DividedSynapses.of(parts) : whole;
    }

    private static List<SpikeRaster> spikes(Network network) {
        return TestRuns.whole(network, TICKS).spikes();
    }

    /** The same network, of which no core has a ring: some weights change. */
    private static Network withoutRing(Network network) {
        List<Projection> projections = new ArrayList<>(network.projections());
        PairStdp rule = new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20);
        for (Population target : network.populations()) {
            if (target.model().takesInput()) {
                SparseSynapses few = SparseSynapses.builder(target.size(), target.size())
                        .add(0, target.size() - 1, 0.5, 3)
                        .add(target.size() - 1, 0, 0.25, 2)
                        .build();
                projections.add(new Projection(target.name(), target.name(), few, Optional.of(rule)));
            }
        }
        return new Network(network.populations(), projections);
    }

    private static SimulationResult run(Network network, Partition partition) {
        return SequentialSimulation.run(network, partition, TICKS, List.of());
    }

    private static int divisions(Network network) {
        return (int) network.projections().stream()
                .filter(projection -> projection.synapses() instanceof DividedSynapses)
                .count();
    }

    private static void assertRunsAlike(Network network, Network divided, int shares, String message) {
        for (Partition partition : List.of(
                Partition.whole(network),
                Partition.spread(network, shares),
                Partition.spread(network, shares + 1),
                Partition.ofCoreSize(network, 11))) {
            SimulationResult expected = run(network, partition);

            SimulationResult result = run(divided, partition);

            TestRuns.assertSame(expected, result, message);
            assertEquals(expected.activity(), result.activity(), message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void runLikeUndividedOnes(int shares) {
        int divisions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Network network = network(seed);
            Network divided = divided(network, shares);
            divisions += divisions(divided);
            assertRunsAlike(network, divided, shares, "seed " + seed);
        }
        assertTrue(divisions > SEEDS, "rows are divided at all");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void runLikeUndividedOnesWithoutARing(int shares) {
        int divisions = 0;
        for (int seed = shares % 2; seed < SEEDS; seed += 2) {
            Network network = withoutRing(network(seed));
            Network divided = divided(network, shares);
            divisions += divisions(divided);
            assertRunsAlike(network, divided, shares, "seed " + seed);
        }
        assertTrue(divisions > SEEDS / 2, "rows are divided at all");
    }

    /** Rows are divided for the threads of a run, and a run may be resumed on more or fewer. */
    @Test
    void goOnFromACheckpointOnAnotherNumberOfThreads() throws Exception {
        int divisions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Network given = network(seed);
            Network network = seed % 2 == 0 ? given : withoutRing(given);
            SimulationResult whole = run(network, Partition.whole(network));
            int stop = 1 + seed * (TICKS - 2) / SEEDS;
            for (int[] threads : new int[][] {{2, 1}, {1, 2}, {2, 3}, {3, 2}}) {
                Network first = threads[0] == 1 ? network : divided(network, threads[0]);
                Network second = threads[1] == 1 ? network : divided(network, threads[1]);
                divisions += Math.max(divisions(first), divisions(second));
                RunState begun = TestRuns.stateAt(first, Partition.spread(first, threads[0]), stop, List.of());
                ByteArrayOutputStream saved = new ByteArrayOutputStream();
                new CheckpointFormat(first).write(begun, new DataOutputStream(saved));
                RunState state = new CheckpointFormat(second)
                        .read(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

                SimulationResult result = TestRuns.resumed(
                                second, Partition.spread(second, threads[1]), TICKS, List.of(), state)
                        .result();

                String message = "seed " + seed + ", from " + threads[0] + " to " + threads[1] + " threads at " + stop;
                TestRuns.assertSame(whole, result, message);
            }
        }
        assertTrue(divisions > 4 * SEEDS, "rows are divided at all");
    }
}
