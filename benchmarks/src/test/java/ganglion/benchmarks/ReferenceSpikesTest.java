package ganglion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.SimulationResult;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The spikes of the C reference, which were hashed once, come out of the engine, one by one. */
class ReferenceSpikesTest {

    private static final ThreadedTasks TWO_THREADS = new ThreadedTasks(2);

    private static SimulationResult run(Workload workload, int neuronsPerActor, int threads) {
        return ActorSimulation.run(
                workload.network(TWO_THREADS),
                workload.ticks(),
                new RunOptions(neuronsPerActor, threads, List.of()),
                RunControl.NONE);
    }

    private static void assertSpikesOfTheReference(Workload workload, SimulationResult result) {
        assertEquals(workload.expectedSpikes(), result.activity().spikes());
        assertEquals(workload.expectedHash(), RasterHash.of(result));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheLayeredNetwork() {
        Workload w3 = LayeredNetwork.w3();

        assertSpikesOfTheReference(w3, run(w3, RunOptions.SPREAD, 2));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheLayeredNetworkOnSmallCores() {
        Workload w3 = LayeredNetwork.w3();

        assertSpikesOfTheReference(w3, run(w3, 100, 2));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheBalancedNetwork() {
        Workload w1 = BalancedNetwork.w1();

        assertSpikesOfTheReference(w1, run(w1, RunOptions.SPREAD, 2));
    }
}
