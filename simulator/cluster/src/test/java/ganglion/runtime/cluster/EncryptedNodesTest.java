package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.SlicedNetworks;
import ganglion.kernel.TestRuns;
import ganglion.kernel.network.Network;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that show certificates. */
@Tag("slow")
class EncryptedNodesTest {

    private static final int TICKS = 300;
    private static final Path KEYS = keys();
    private static final int SECONDS_WITHOUT_A_NODE = 4;

    private static final NetworkSource SOURCE =
            (job, slice) -> SlicedNetworks.part(RandomNetworks.create(1, TICKS), slice);

    private static Path keys() {
        try {
            return Path.of(EncryptedNodesTest.class.getResource("/tls/tls.key").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClusterSettings settings(List<String> join, Optional<Path> tls) {
        return new ClusterSettings("test", ClusterSettings.LOOPBACK, 0, join, 1, tls);
    }

    @Test
    void runWhatOthersRun() {
        Network network = RandomNetworks.create(1, TICKS);
        try (ClusterLeader leader = ClusterLeader.start(settings(List.of(), Optional.of(KEYS)), SOURCE);
                ClusterNode node = ClusterNode.start(settings(List.of(leader.address()), Optional.of(KEYS)), SOURCE)) {
            leader.awaitNodes(2, 60);

            SimulationResult result = leader.prepare(
                            new ClusterJob(new byte[0], Slices.view(network), TICKS),
                            2,
                            new RunOptions(RunOptions.SPREAD, 1, List.of()))
                    .run(RunControl.NONE, Optional.empty(), System::nanoTime);

            assertTrue(node.address().startsWith(ClusterSettings.LOOPBACK), node.address());
            assertEquals(TestRuns.whole(network, TICKS).spikes(), result.spikes());
        }
    }

    /** With keys of another authority, or without any. */
    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"other", ""})
    void letNobodyElseIn(String keys) {
        Optional<Path> others = keys.isEmpty() ? Optional.empty() : Optional.of(KEYS.resolve(keys));
        try (ClusterLeader leader = ClusterLeader.start(settings(List.of(), Optional.of(KEYS)), SOURCE)) {
            leader.awaitNodes(1, 60);
            try (ClusterNode stranger = ClusterNode.start(settings(List.of(leader.address()), others), SOURCE)) {
                ClusterException alone =
                        assertThrows(ClusterException.class, () -> leader.awaitNodes(2, SECONDS_WITHOUT_A_NODE));
                assertTrue(alone.getMessage().contains("found 1 of 2 nodes"), alone.getMessage());
                assertFalse(stranger.hasJoined());
            }
        }
    }

    @Test
    void missAKeyBeforeTheyStart() {
        ClusterException missing = assertThrows(
                ClusterException.class,
                () -> ClusterLeader.start(settings(List.of(), Optional.of(KEYS.getParent())), SOURCE));

        assertTrue(missing.getMessage().contains("tls.key"), missing.getMessage());
    }
}
