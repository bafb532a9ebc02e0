package ganglion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.benchmarks.Benchmark.CurrentNetwork;
import ganglion.benchmarks.Benchmark.LayeredNetwork;
import ganglion.benchmarks.MeasuringProcess.RasterHash;
import ganglion.kernel.SimulationResult;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The spikes of the C reference, which were hashed once, come out of the engine, one by one. */
@Tag("slow")
class ReferenceSpikesTest {

    private static final ThreadedTasks TWO_THREADS = new ThreadedTasks(2);

    private static SimulationResult run(BenchmarkNetwork workload, int neuronsPerActor, int threads) {
        return ActorSimulation.run(
                workload.network(TWO_THREADS),
                workload.ticks(),
                new RunOptions(neuronsPerActor, threads, List.of()),
                RunControl.NONE);
    }

    private static void assertSpikesOfTheReference(BenchmarkNetwork workload, SimulationResult result) {
        assertEquals(workload.expectedSpikes(), result.activity().spikes());
        assertEquals(workload.expectedHash(), RasterHash.of(result));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheLayeredNetwork() {
        BenchmarkNetwork w3 = LayeredNetwork.w3();

        assertSpikesOfTheReference(w3, run(w3, RunOptions.SPREAD, 2));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheLayeredNetworkOnSmallCores() {
        BenchmarkNetwork w3 = LayeredNetwork.w3();

        assertSpikesOfTheReference(w3, run(w3, 100, 2));
    }

    @Test
    void firesTheSpikesOfTheReferenceInTheBalancedNetwork() {
        BenchmarkNetwork w1 = BalancedNetwork.w1(BalancedNetwork.Drive.CONSTANT);

        assertSpikesOfTheReference(w1, run(w1, RunOptions.SPREAD, 2));
    }

    /** The first tenth of the run, which is long. */
    @Test
    void firesTheSpikesOfTheReferenceWithPoissonInput() {
        BalancedNetwork w1 = BalancedNetwork.w1(BalancedNetwork.Drive.POISSON);

        SimulationResult result =
                run(BalancedNetwork.of(w1.drive(), w1.size(), w1.values(), 100), RunOptions.SPREAD, 2);

        assertEquals(39_298, result.activity().spikes());
        assertEquals("10c7ef40c15df76460bf8acd8faddaee0d7709a5e8a6c66eafc3594ab2959f18", RasterHash.of(result));
    }

    @Test
    void firesTheSpikesOfTheReferenceWithSynapticCurrents() {
        BenchmarkNetwork w2 = CurrentNetwork.w2();

        assertSpikesOfTheReference(w2, run(w2, RunOptions.SPREAD, 2));
    }
}
