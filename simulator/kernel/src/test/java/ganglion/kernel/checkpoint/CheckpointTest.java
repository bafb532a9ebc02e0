package ganglion.kernel.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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

    @Test
    void takesNoStateWhileCoresRun() {
        PartitionedNetwork run = start(RandomNetworks.create(4, 5_000), 9, 5_000);
        run.conductor().next();

        assertThrows(IllegalStateException.class, run::state);
    }

    @Test
    void refusesWhatIsDamagedAnywhere() throws IOException {
        Network network = network(5);
        PartitionedNetwork run = start(network, 5, 100);
        SequentialSimulation.run(run);
        byte[] bytes = written(network, run.state());
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] broken = bytes.clone();
            broken[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            assertThrows(CheckpointException.class, () -> read(network, broken));
        }
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 100) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThrows(CheckpointException.class, () -> read(network, cut));
        }
    }

    @Test
    void refusesTheCheckpointsOfOtherNetworksAndPrograms() throws IOException {
        Network network = network(5);
        PartitionedNetwork run = start(network, 5, 100);
        SequentialSimulation.run(run);
        byte[] bytes = written(network, run.state());
        byte[] newer = bytes.clone();
        newer[11] = 9;
        Network other = withOneMoreNeuron(network);

        assertRefused("another network", () -> read(other, bytes));
        assertRefused("another network", () -> read(network(6), bytes));
        assertRefused("has version 9 of the format, expected 2", () -> read(network, newer));
        assertRefused("not a checkpoint", () -> read(network, new byte[100]));
    }

    private static Network withOneMoreNeuron(Network network) {
        List<Population> populations = new ArrayList<>(network.populations());
        populations.add(new Population("more", 1, new LeakyIntegrator(0.5)));
        return new Network(populations, network.projections());
    }

    private static void assertRefused(String reason, Executable reading) {
        String message = assertThrows(CheckpointException.class, reading).getMessage();
        assertTrue(message.contains(reason), message);
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

    @Test
    void refusesStatesThatDoNotFitTheRun() {
        Network network = network(5);
        PartitionedNetwork run = start(network, 5, 100);
        SequentialSimulation.run(run);
        RunState state = run.state();

        assertThrows(IllegalArgumentException.class, () -> resumed(network, 5, 99, state));
        assertThrows(IllegalArgumentException.class, () -> resumed(network(6), 5, 150, state));
        assertThrows(
                IllegalArgumentException.class,
                () -> PartitionedNetwork.resumed(
                        network, Partition.whole(network), 150, List.of(), TaskRunner.SEQUENTIAL, state));
    }
}
