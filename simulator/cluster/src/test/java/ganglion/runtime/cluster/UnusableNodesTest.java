package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.SlicedNetworks;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes that turn out to be of no use before the run begins. */
@Tag("slow")
class UnusableNodesTest {

    private static final int TICKS = 1000;
    private static final int SECONDS = 60;

    private static final NetworkSource SOURCE =
            (job, slice) -> SlicedNetworks.part(RandomNetworks.create(1, TICKS), slice);

    private static final NetworkSource FULL = (job, slice) -> {
        throw new OutOfMemoryError("as a test has it");
    };

    private final List<ClusterNode> others = new ArrayList<>();
    private ClusterLeader leader;

    @AfterEach
    void stop() {
        others.parallelStream().forEach(ClusterNode::close); // leaving takes a second or two each
        leader.close();
    }

    private void start(NetworkSource ofLeader, NetworkSource... ofOthers) {
        leader = ClusterLeader.start(ClusterSettings.onThisMachine("test", List.of(), 1), ofLeader);
        for (NetworkSource source : ofOthers) {
            others.add(ClusterNode.start(ClusterSettings.onThisMachine("test", List.of(leader.address()), 1), source));
        }
        leader.awaitNodes(1 + ofOthers.length, SECONDS);
    }

    private ClusterRun prepare() {
        ClusterJob job = new ClusterJob(new byte[0], Slices.view(RandomNetworks.create(1, TICKS)), TICKS);
        return leader.prepare(job, 1 + others.size(), new RunOptions(RunOptions.SPREAD, 1, List.of()));
    }

    private void assertSameAsAlone(ClusterRun run) {
        Network network = RandomNetworks.create(1, TICKS);
        assertEquals(
                TestRuns.whole(network, TICKS).spikes(),
                run.run(RunControl.NONE, Optional.empty(), System::nanoTime).spikes());
    }

    @Test
    void othersTakeTheShareOfANodeThatHasNoRoom() {
        start(SOURCE, FULL, SOURCE);

        ClusterRun run = prepare();

        assertEquals(2, leader.reachable());
        assertSameAsAlone(run);
    }

    @Test
    void nobodyTakesTheShareOfTheLeader() {
        start(FULL, SOURCE);

        String message = assertThrows(ClusterException.class, this::prepare).getMessage();

        assertEquals(
                "node 0 (this process) has no room for its share, one of 2; expected more memory (-Xmx) or more nodes",
                message);
    }

    @Test
    void aNodeOfAnotherVersionIsNamed() {
        start(SOURCE);
        ClusterNode other =
                ClusterNode.start(ClusterSettings.onThisMachine("later", List.of(leader.address()), 1), SOURCE);
        others.add(other);
        leader.awaitNodes(2, SECONDS);

        String message = assertThrows(ClusterException.class, this::prepare).getMessage();

        assertEquals(
                "node 1 (" + other.address() + ") has Ganglion later, expected test as in the process that runs",
                message);
    }

    /** The cluster finds out only when heartbeats are missing. */
    @Tag("nightly")
    @Test
    void aNodeWhoseProcessHasEndedIsLostAtOnce() {
        start(SOURCE, SOURCE, SOURCE);

        leader.lost(others.get(0).address());
        leader.catchUp();

        assertEquals(2, leader.reachable());
        assertSameAsAlone(prepare());
    }

    @Tag("nightly")
    @Test
    void aBuildThatIsGivenUpIsInterrupted() throws Exception {
        CountDownLatch builds = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        start(
                (job, slice) -> {
                    if (builds.getCount() > 0) {
                        builds.countDown();
                        waitForEver(interrupted);
                    }
                    return SOURCE.build(job, slice);
                },
                SOURCE,
                SOURCE);
        String lost = others.get(0).address();
        Thread losing = new Thread(() -> {
            try {
                builds.await();
                leader.lost(lost);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        losing.start();

        ClusterRun run = prepare();

        losing.join();
        assertSameAsAlone(run);
        assertTrue(interrupted.await(SECONDS, TimeUnit.SECONDS));
    }

    @Tag("nightly")
    @Test
    void aNodeWhoseRunHasJustEndedIsWaitedFor() throws Exception {
        ClusterNode node = ClusterNode.start(ClusterSettings.onThisMachine("test", List.of(), 1), SOURCE);
        others.add(node);
        ClusterSettings joining = ClusterSettings.onThisMachine("test", List.of(node.address()), 1);
        ClusterLeader before = ClusterLeader.start(joining, SOURCE);
        before.awaitNodes(2, SECONDS);
        ClusterJob job = new ClusterJob(new byte[0], Slices.view(RandomNetworks.create(1, TICKS)), TICKS);
        before.prepare(job, 2, new RunOptions(RunOptions.SPREAD, 1, List.of()));
        CountDownLatch asked = new CountDownLatch(1);
        leader = ClusterLeader.start(joining, (description, slice) -> {
            asked.countDown();
            return SOURCE.build(description, slice);
        });
        leader.awaitNodes(2, SECONDS);
        Thread ending = new Thread(() -> {
            try {
                asked.await();
                before.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ending.start();

        ClusterRun run = prepare();

        ending.join();
        assertSameAsAlone(run);
    }

    private static void waitForEver(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
