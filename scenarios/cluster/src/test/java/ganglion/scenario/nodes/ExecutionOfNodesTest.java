package ganglion.scenario.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.core.HostedNeurons;
import ganglion.runtime.cluster.ClusterWork;
import ganglion.runtime.cluster.NodeWork;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ExecutionOfNodesTest {

    private static NodeWork node(long events, double busySeconds, double waitingSeconds) {
        return new NodeWork("here", 1, 3, List.of(new HostedNeurons(0, 0, 5)), 10, events, busySeconds, waitingSeconds);
    }

    private static String brief(double seconds, List<NodeWork> nodes) {
        return ExecutionOfNodes.brief(new ClusterWork(nodes, seconds, OptionalInt.of(1), 0));
    }

    @Test
    void saysInOneLineHowFastItIsAndWhoWaits() {
        assertEquals(
                "2 nodes, 6 cores, 12.5 M/s, wait 75 0 %",
                brief(2, List.of(node(20_000_000, 0.5, 1.5), node(5_000_000, 2, 0))));
    }

    @Test
    void saysOfManyNodesOnlyTheExtremes() {
        assertEquals(
                "6 nodes, 18 cores, 3 k/s, wait 25 to 50 %",
                brief(
                        2,
                        List.of(
                                node(1000, 1, 1),
                                node(1000, 3, 1),
                                node(1000, 3, 1),
                                node(1000, 3, 1),
                                node(1000, 3, 1),
                                node(1000, 3, 1))));
    }

    @Test
    void saysNothingOfASpeedThatIsNotKnown() {
        assertEquals("2 nodes, 6 cores, wait 0 0 %", brief(0, Collections.nCopies(2, node(0, 0, 0))));
    }
}
