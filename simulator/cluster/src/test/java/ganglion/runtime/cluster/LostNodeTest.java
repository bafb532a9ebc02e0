package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.PlasticNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that are killed in the middle of a run. */
@Tag("slow")
class LostNodeTest {

    private static final int TICKS = NodeProcess.TICKS;

    private final List<NodeProcess> others = new ArrayList<>();
    private final List<ClusterNews> news = new CopyOnWriteArrayList<>();
    private ClusterLeader leader;

    @BeforeEach
    void start() throws Exception {
        leader =
                ClusterLeader.start(ClusterSettings.onThisMachine("test", List.of(), 2), NodeProcess.SOURCE, news::add);
        for (int i = 0; i < 2; i++) {
            others.add(new NodeProcess(leader.address()));
        }
        leader.awaitNodes(3, 60);
    }

    @AfterEach
    void stop() {
        others.forEach(NodeProcess::kill);
        leader.close();
    }

    private List<ClusterNews.Recovered> recoveries() {
        return news.stream()
                .filter(ClusterNews.Recovered.class::isInstance)
                .map(ClusterNews.Recovered.class::cast)
                .toList();
    }

    /** Takes a state at some ticks, kills nodes at others, and writes down what it is told. */
    private final class Killing implements RunControl {

        private final List<Long> killAt;
        private final List<Long> stateAt;
        private final List<Long> rests = new ArrayList<>();
        private final List<String> spikes = new ArrayList<>();
        private boolean due;
        private final boolean streams;

        Killing(List<Long> stateAt, List<Long> killAt, boolean streams) {
            this.killAt = new ArrayList<>(killAt);
            this.stateAt = new ArrayList<>(stateAt);
            this.streams = streams;
        }

        @Override
        public void advanced(long tick) {
            if (!stateAt.isEmpty() && tick >= stateAt.get(0)) {
                stateAt.remove(0);
                due = true;
            }
            if (!killAt.isEmpty() && tick >= killAt.get(0)) {
                killAt.remove(0);
                NodeProcess node = others.remove(0);
                node.kill();
                leader.lost(node.address());
            }
        }

        @Override
        public boolean checkpointDue() {
            return due;
        }

        @Override
        public void checkpoint(RunState state) {
            due = false;
        }

        @Override
        public long nextRest(long tick) {
            return tick / 400 * 400 + 400;
        }

        @Override
        public void resting(RunningNetwork run) {
            rests.add(run.completedTicks());
        }

        @Override
        public void completed(RunningNetwork run) {
            if (streams) {
                run.takeSpikes(0, (tick, population, neuron) -> spikes.add(tick + " " + population + " " + neuron));
            }
        }
    }

    private ClusterRun prepare(int seed) {
        Network network = PlasticNetworks.create(seed, TICKS);
        byte[] job = ByteBuffer.allocate(Integer.BYTES).putInt(seed).array();
        return leader.prepare(
                new ClusterJob(job, Slices.view(network), TICKS), 3, new RunOptions(RunOptions.SPREAD, 1, List.of()));
    }

    private static SimulationResult alone(int seed) {
        Network network = PlasticNetworks.create(seed, TICKS);
        return TestRuns.whole(network, TICKS);
    }

    @Test
    void theOthersEndTheRunWithTheSameBitsAndNothingIsToldTwice() {
        Killing killing = new Killing(List.of(500L, 1_700L), List.of(1_100L, 2_300L), true);

        ClusterRun run = prepare(1);
        SimulationResult result = run.run(killing, Optional.empty(), System::nanoTime);

        List<String> spikes = new ArrayList<>();
        Network network = PlasticNetworks.create(1, TICKS);
        PartitionedNetwork whole = new PartitionedNetwork(network, Partition.whole(network), TICKS, List.of());
        SequentialSimulation.run(whole);
        whole.takeSpikes(0, (tick, population, neuron) -> spikes.add(tick + " " + population + " " + neuron));
        assertEquals(spikes, killing.spikes);
        List<Long> rests = new ArrayList<>(killing.rests);
        assertEquals(rests.stream().distinct().sorted().toList(), rests);
        assertEquals(TICKS, rests.get(rests.size() - 1));
        SimulationResult expected = alone(1);
        assertEquals(expected.activity().synapticEvents(), result.activity().synapticEvents());
        assertFalse(expected.weights().isEmpty());
        TestRuns.assertSameWeights(expected, result, "weights");
        assertEquals(
                List.of(2, 1),
                recoveries().stream().map(ClusterNews.Recovered::nodes).toList());
        assertTrue(recoveries().get(0).tick() >= 500, news.toString());
        assertTrue(recoveries().get(0).lostSeconds() > 0, news.toString());
        assertEquals(
                List.of("joined nodes=2", "joined nodes=3", "lost nodes=2", "lost nodes=1"),
                news.stream()
                        .map(ClusterNews::line)
                        .filter(line -> line.contains(": node "))
                        .map(line -> line.replaceAll(".*node (\\w+) .*(nodes=\\d)", "$1 $2"))
                        .toList());
        assertEquals(2, run.losses());
    }

    @Test
    void withoutAStateTheRunBeginsAgain() {
        Killing killing = new Killing(List.of(), List.of(1L), false);

        SimulationResult result = prepare(4).run(killing, Optional.empty(), System::nanoTime);

        assertEquals(alone(4).spikes(), result.spikes());
        assertEquals(1, recoveries().size());
        assertEquals(0, recoveries().get(0).tick());
    }
}
