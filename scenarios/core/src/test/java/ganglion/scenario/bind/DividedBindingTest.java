package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ganglion.documents.InputException;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows are laid out for the cores that a network will have. */
class DividedBindingTest {

    /** Two threads, one after the other. */
    private static final TaskRunner TWO = new TaskRunner() {
        @Override
        public int parallelism() {
            return 2;
        }

        @Override
        public void run(int tasks, IntConsumer task) {
            TaskRunner.SEQUENTIAL.run(tasks, task);
        }
    };

    @TempDir
    private Path folder;

    /** A projection of many delays, one of a single delay, and one whose weights change. */
    private Network bind(int neurons, TaskRunner runner) throws IOException, InputException {
        return bind(neurons, runner, true);
    }

    private Network bind(int neurons, TaskRunner runner, boolean threadsAsNeeded) throws IOException, InputException {
        return NetworkBinder.bind(scenario(neurons), Stimulus.NONE, runner, threadsAsNeeded, share -> {});
    }

    private Scenario scenario(int neurons) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: shares
            clock: {tick: 1 ms, duration: 10 ms}
            network:
              populations:
                - {name: out, size: %d, model: lif, parameters: {beta: 0.5}}
              projections:
                - from: out
                  to: out
                  connectivity: {rule: fixed-total, total: 5000}
                  weights: {distribution: normal, mean: 1, deviation: 0.1}
                  delay: &delay {distribution: uniform, low: 1 ms, high: 9 ms}
                - from: out
                  to: out
                  connectivity: {rule: fixed-total, total: 5000}
                  weights: 1
                  delay: 2 ms
                - from: out
                  to: out
                  connectivity: {rule: fixed-total, total: 5000}
                  weights: 0.5
                  delay: *delay
                  plasticity: {stdp: {largest-weight: 1, depression: 1.05, potentiation-exponent: 0, depression-exponent: 0}}
            """.formatted(neurons));
        return ScenarioFiles.read(file, ScenarioOverrides.NONE);
    }

    private static Synapses synapses(Network network, int projection) {
        return network.projection(projection).synapses();
    }

    @Test
    void largeNetworksAreLaidOutForTheirThreads() throws IOException, InputException {
        Network network = bind(20_000, TWO);

        assertInstanceOf(DividedSynapses.class, synapses(network, 0));
        assertFalse(synapses(network, 1) instanceof DividedSynapses, "one delay");
        assertFalse(synapses(network, 2) instanceof DividedSynapses, "weights that change");
        assertEquals(NetworkFingerprint.of(bind(20_000, TaskRunner.SEQUENTIAL)), NetworkFingerprint.of(network));
    }

    @Test
    void networksOfOneThreadAreNotDivided() throws IOException, InputException {
        assertFalse(synapses(bind(20_000, TaskRunner.SEQUENTIAL), 0) instanceof DividedSynapses);
        assertFalse(synapses(bind(2_000, TWO), 0) instanceof DividedSynapses);
    }

    @Test
    void networksAreLaidOutForTheThreadsThatWereAskedFor() throws IOException, InputException {
        Network network = bind(2_000, TWO, false);

        assertInstanceOf(DividedSynapses.class, synapses(network, 0));
        assertEquals(NetworkFingerprint.of(bind(2_000, TWO)), NetworkFingerprint.of(network));
    }

    @Test
    void aPartIsLaidOutForTheCoresThatShareIt() throws IOException, InputException {
        List<TargetSlice> cores = List.of(new TargetSlice(500, 800), new TargetSlice(800, 1500));
        NetworkSlice shared = new NetworkSlice() {
            @Override
            public TargetSlice of(int population, int size) {
                return new TargetSlice(500, 1500);
            }

            @Override
            public List<TargetSlice> parts(int population, int size) {
                return cores;
            }
        };

        Network network =
                NetworkBinder.bind(scenario(2_000), Stimulus.NONE, shared, TaskRunner.SEQUENTIAL, share -> {});

        DividedSynapses rows = assertInstanceOf(DividedSynapses.class, synapses(network, 0));
        assertEquals(cores, rows.within(500, 1500).stream().map(Synapses::slice).toList());
        assertFalse(synapses(network, 1) instanceof DividedSynapses, "one delay");
        assertFalse(synapses(network, 2) instanceof DividedSynapses, "weights that change");
        NetworkSlice undivided = (population, size) -> new TargetSlice(500, 1500);
        Network same =
                NetworkBinder.bind(scenario(2_000), Stimulus.NONE, undivided, TaskRunner.SEQUENTIAL, share -> {});
        assertEquals(NetworkFingerprint.partOf(same), NetworkFingerprint.partOf(network));
        assertEquals(NetworkSummary.of(same), NetworkSummary.of(network));
    }
}
