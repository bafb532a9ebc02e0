package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Programs read these lines. */
class ClusterNewsTest {

    @Test
    void isOneLineOfKeysAndValues() {
        assertEquals(
                "cluster: node joined address=10.0.0.1:2550 nodes=2",
                new ClusterNews.Joined(ClusterNews.Role.NODE, "10.0.0.1:2550", 2).line());
        assertEquals(
                "cluster: run left address=10.0.0.1:2550 nodes=2",
                new ClusterNews.Left(ClusterNews.Role.RUN, "10.0.0.1:2550", 2).line());
        assertEquals(
                "cluster: node lost address=10.0.0.1:2550 reason=\"its process has ended\" nodes=1",
                new ClusterNews.Lost(ClusterNews.Role.NODE, "10.0.0.1:2550", ClusterNews.Lost.ENDED, 1).line());
        assertEquals("cluster: run waits nodes=2 wanted=3 seconds=60", new ClusterNews.Waiting(2, 3, 60).line());
        assertEquals(
                "cluster: run interrupted reason=\"node 1 does not answer\"",
                new ClusterNews.Interrupted("node 1 does not answer").line());
        assertEquals(
                "cluster: recovered tick=1200 lost-seconds=2.3 nodes=2",
                new ClusterNews.Recovered(1200, 2.26, 2).line());
    }
}
