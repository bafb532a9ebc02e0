package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.ManyDelayNetworks;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.SlicedNetworks;
import ganglion.kernel.TestRuns;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on several nodes, which are actor systems of this process that know each other by their ports only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterRunTest {

    private static final int TICKS = 500;
    private static final int MANY_DELAYS = 1000;
    private static final int PLASTIC = 2000;
    private static final int REWARDED = 3000;

    private final List<ClusterNode> others = new ArrayList<>();
    private ClusterLeader leader;

    private static Network network(int seed) {
        if (seed >= REWARDED) {
            return PlasticNetworks.rewarded(seed - REWARDED, TICKS);
        }
        if (seed >= PLASTIC) {
            return PlasticNetworks.create(seed - PLASTIC, TICKS);
        }
        return seed < MANY_DELAYS
                ? RandomNetworks.create(seed, TICKS)
                : ManyDelayNetworks.create(seed - MANY_DELAYS, TICKS, 20);
    }

    private static final NetworkSource SOURCE =
            (job, slice) -> SlicedNetworks.part(network(ByteBuffer.wrap(job).getInt()), slice);

    @BeforeAll
    void start() {
        leader = ClusterLeader.start(ClusterSettings.onThisMachine("test", List.of(), 3), SOURCE);
        for (int i = 0; i < 2; i++) {
            others.add(ClusterNode.start(ClusterSettings.onThisMachine("test", List.of(leader.address()), 3), SOURCE));
        }
        leader.awaitNodes(3, 60);
    }

    @AfterAll
    void stop() {
        others.forEach(ClusterNode::close);
        leader.close();
    }

    private ClusterRun prepare(int seed, int nodes, RunOptions options) {
        byte[] job = ByteBuffer.allocate(Integer.BYTES).putInt(seed).array();
        return leader.prepare(new ClusterJob(job, Slices.view(network(seed)), TICKS), nodes, options);
    }

    private static RunOptions options(int neuronsPerActor, int threads) {
        return new RunOptions(neuronsPerActor, threads, List.of());
    }

    @ParameterizedTest
    @CsvSource({"1, 2147483647, 1", "3, 2147483647, 2", "2, 7, 3", "3, 1, 1"})
    void givesTheSameBitsOnAnyNumberOfNodes(int nodes, int neuronsPerActor, int threads) {
        for (int seed : new int[] {0, MANY_DELAYS, PLASTIC, PLASTIC + 2, REWARDED, REWARDED + 3}) {
            ClusterRun run = prepare(seed, nodes, options(neuronsPerActor, threads));

            SimulationResult result = run.run(RunControl.NONE, Optional.empty(), System::nanoTime);

            TestRuns.assertSame(TestRuns.whole(network(seed), TICKS), result, "seed " + seed);
            assertEquals(new CheckpointFormat(network(seed)).fingerprint(), run.fingerprint(), "seed " + seed);
        }
    }

    @Test
    void tellsItsNodes() {
        ClusterRun run = prepare(0, 2, options(RunOptions.SPREAD, 1));

        assertEquals(2, run.nodes().size());
        assertEquals(0, run.losses());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1"})
    void bringsMembranePotentialsTogether(int nodes, int threads) {
        for (int seed = 0; seed < 2; seed++) {
            Network network = network(seed);
            String last = network.population(network.populations().size() - 1).name();
            RunOptions options = new RunOptions(RunOptions.SPREAD, threads, List.of(new MembraneProbe(last)));

            SimulationResult result =
                    prepare(seed, nodes, options).run(RunControl.NONE, Optional.empty(), System::nanoTime);

            TestRuns.assertSame(TestRuns.whole(network, TICKS, last), result, "seed " + seed);
        }
    }
}
