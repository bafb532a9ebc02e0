package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final int TICKS = 150;

    private static Network network(long seed) {
        return PlasticNetworks.create(seed, TICKS);
    }

    private static List<String> traced(Network network) {
        return List.of(
                network.populations().get(network.populations().size() - 1).name());
    }

    private static PartitionedNetwork start(Network network, int neuronsPerCore, long ticks) {
        return new PartitionedNetwork(network, Partition.ofCoreSize(network, neuronsPerCore), ticks, traced(network));
    }

    private static byte[] written(Network network, RunState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CheckpointFormat(network).write(state, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static RunState read(Network network, byte[] bytes) throws IOException, CheckpointException {
        return new CheckpointFormat(network).read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, Integer.MAX_VALUE})
    void endsTheSameAfterStoppingAndResumingOnAnotherPartition(int neuronsPerCore) throws Exception {
        Random random = new Random(neuronsPerCore);
        int saved = 0;
        for (int seed = 0; seed < 24; seed++) {
            Network network = network(seed);
            SimulationResult whole =
                    SequentialSimulation.run(network, Partition.whole(network), TICKS, traced(network));

            long first = random.nextInt(TICKS);
            RunState begun = TestRuns.stateAt(network, Partition.ofCoreSize(network, 5), first, traced(network));
            long second = random.nextLong(first, TICKS + 1);
            RunState resumed = resumed(network, neuronsPerCore, second, read(network, written(network, begun)))
                    .state();
            SimulationResult result = TestRuns.resumed(
                            network,
                            Partition.ofActors(network, neuronsPerCore, 2),
                            TICKS,
                            traced(network),
                            read(network, written(network, resumed)))
                    .result();

            TestRuns.assertSame(whole, result, "seed " + seed + " saved at " + first + " and " + second);
            saved += whole.weights().size();
        }
        assertTrue(saved > 24, "too few plastic projections: " + saved);
    }

    private static PartitionedNetwork resumed(Network network, int neuronsPerCore, long ticks, RunState from) {
        return TestRuns.resumed(network, Partition.ofCoreSize(network, neuronsPerCore), ticks, traced(network), from);
    }

    @Test
    void goesOnInTheSameRunAfterItsStateWasTaken() {
        Network network = RandomNetworks.create(4, 5_000);
        SimulationResult whole = SequentialSimulation.run(network, Partition.whole(network), 5_000, traced(network));
        PartitionedNetwork run = start(network, 9, 5_000);
        run.conductor().stop();
        SequentialSimulation.run(run);
        RunState state = run.state();

        run.conductor().proceed();
        SimulationResult result = SequentialSimulation.run(run);

        assertTrue(state.tick() > 0 && state.tick() < 5_000, "saved at " + state.tick());
        TestRuns.assertSame(whole, result, "saved at " + state.tick());
    }

    /** A fingerprint must not rest on the identity of an object, or no other process would accept it. */
    @Test
    void recognisesANetworkThatIsMadeAnew() {
        Set<Long> fingerprints = new HashSet<>();
        for (int seed = 0; seed < 120; seed++) {
            long fingerprint = NetworkFingerprint.of(RandomNetworks.create(seed, TICKS));

            assertEquals(fingerprint, NetworkFingerprint.of(RandomNetworks.create(seed, TICKS)), "seed " + seed);
            fingerprints.add(fingerprint);
        }
        assertEquals(120, fingerprints.size());
    }
}
