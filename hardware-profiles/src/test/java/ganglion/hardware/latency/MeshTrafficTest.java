package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.hardware.chip.Mesh;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Three by two tiles of two cores; tile = 2 x column + row. */
class MeshTrafficTest {

    private static final int OUTSIDE = 12;
    private final MeshTraffic traffic = new MeshTraffic(new Mesh(3, 2, 2), OUTSIDE + 1);

    @Test
    void pathsHaveOneLinkMoreThanHops() {
        assertEquals(1, traffic.path(0, 0).length);
        assertEquals(2, traffic.path(0, 1).length);
        assertEquals(4, traffic.path(0, 5).length);
        assertSame(traffic.path(0, 5), traffic.path(0, 5));
    }

    @Test
    void pathsGoAlongTheColumnsFirst() {
        int[] long1 = traffic.path(0, 5);
        int[] long2 = traffic.path(0, 4);

        assertEquals(long1[1], long2[1]);
        assertEquals(long1[2], long2[2]);
        assertEquals(3, long2.length);
    }

    @Test
    void coresOfATileAndInputsHaveLinksOfTheirOwnInto() {
        assertNotEquals(traffic.path(0, 1)[0], traffic.path(1, 1)[0]);
        assertNotEquals(traffic.path(0, 1)[0], traffic.path(OUTSIDE, 1)[0]);
        assertEquals(traffic.path(0, 1)[1], traffic.path(OUTSIDE, 1)[1]);
    }

    @Test
    void aLinkHasOneDensityForEachDirection() {
        assertNotEquals(traffic.path(0, 4)[1], traffic.path(8, 2)[1]);
    }

    @Test
    void aMessageIsSpreadOverItsPathUntilItLeaves() {
        int[] path = traffic.path(0, 5);

        traffic.enter(path, 10, 100);
        traffic.enter(traffic.path(0, 0), 20, 50);

        // Four links of a fifth each; the short message shares the first with half of itself.
        assertEquals(4 / 5.0 + 1 / 2.0, traffic.along(path), 1e-15);
        assertEquals(15, traffic.meanProcessing());
        traffic.leaveUntil(49);
        assertEquals(15, traffic.meanProcessing());
        traffic.leaveUntil(50);
        assertEquals(10, traffic.meanProcessing(), 1e-12);
        assertEquals(4 / 5.0, traffic.along(path), 1e-15);
        traffic.leaveUntil(1e9);
        assertEquals(0, traffic.meanProcessing());
        assertEquals(0, traffic.along(path), 1e-15);
    }

    @Test
    void manyMessagesLeaveInTheOrderTheyAreReceived() {
        Random random = new Random(5);
        double[] received = random.doubles(500).sorted().toArray();
        for (int i = 499; i >= 0; i -= 2) {
            traffic.enter(traffic.path(0, 2), 1 + i, received[i]);
        }
        for (int i = 0; i < 500; i += 2) {
            traffic.enter(traffic.path(0, 2), 1 + i, received[i]);
        }

        for (int i = 0; i < 499; i++) {
            traffic.leaveUntil(received[i]);
            assertEquals((i + 2 + 500) / 2.0, traffic.meanProcessing(), 1e-6, "after " + (i + 1));
        }
    }

    @Test
    void clearingForgetsEverything() {
        traffic.enter(traffic.path(0, 5), 10, 100);

        traffic.clear();

        assertEquals(0, traffic.along(traffic.path(0, 5)));
        assertEquals(0, traffic.meanProcessing());
        traffic.enter(traffic.path(3, 3), 4, 1);
        assertEquals(4, traffic.meanProcessing());
        assertArrayEquals(new int[] {traffic.path(3, 3)[0]}, new int[] {traffic.path(3, 2)[0]});
    }
}
