package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.util.List;

/** Runs that tests compare others with, and runs in parts. */
public final class TestRuns {

    private TestRuns() {}

    /** A run on one core for each population, in this thread. */
    public static SimulationResult whole(Network network, long ticks, String... traced) {
        return SequentialSimulation.run(network, Partition.whole(network), ticks, List.of(traced));
    }

    /** The state of a run that has come to a tick. */
    public static RunState stateAt(Network network, Partition partition, long tick, List<String> traced) {
        PartitionedNetwork run = new PartitionedNetwork(network, partition, tick, traced);
        SequentialSimulation.run(run);
        return run.state();
    }

    /** A run from a state to a tick, which has a result, and a state from which it can be resumed again. */
    public static PartitionedNetwork resumed(
            Network network, Partition partition, long tick, List<String> traced, RunState from) {
        PartitionedNetwork run =
                PartitionedNetwork.resumed(network, partition, tick, traced, TaskRunner.SEQUENTIAL, from);
        SequentialSimulation.run(run);
        return run;
    }

    /** Two runs have the same spikes, events, weights and traces, to the last bit. */
    public static void assertSame(SimulationResult expected, SimulationResult found, String message) {
        assertEquals(expected.ticks(), found.ticks(), message);
        assertEquals(expected.spikes(), found.spikes(), message);
        assertEquals(expected.activity().synapticEvents(), found.activity().synapticEvents(), message);
        assertEquals(expected.membranes().size(), found.membranes().size(), message);
        for (int i = 0; i < expected.membranes().size(); i++) {
            assertArrayEquals(
                    expected.membranes().get(i).potentials(),
                    found.membranes().get(i).potentials(),
                    message);
        }
        assertSameWeights(expected, found, message);
    }

    /** The weights of the plastic projections are the same to the last bit. */
    public static void assertSameWeights(SimulationResult expected, SimulationResult found, String message) {
        assertEquals(expected.weights().size(), found.weights().size(), message);
        for (int i = 0; i < expected.weights().size(); i++) {
            assertArrayEquals(
                    expected.weights().get(i).byPosition(),
                    found.weights().get(i).byPosition(),
                    message);
        }
    }
}
