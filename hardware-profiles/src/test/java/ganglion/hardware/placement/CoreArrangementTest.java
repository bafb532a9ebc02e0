package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.CoreTraffic.Flow;
import ganglion.hardware.placement.Placer.CoreArrangement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoreArrangementTest {

    @Test
    void putsPartnersSideBySide() {
        CoreTraffic traffic = new CoreTraffic(List.of(new Flow(0, 3, 5), new Flow(1, 2, 1)));

        int[] seat = new CoreArrangement(new Mesh(4, 1, 1), traffic, 4).arrange();

        assertEquals(1, Math.abs(seat[0] - seat[3]));
        assertEquals(6, seat[0] + seat[1] + seat[2] + seat[3]);
    }

    @Test
    void bringsWhatHearsTheInputsToTheirEdge() {
        CoreTraffic traffic = new CoreTraffic(List.of(new Flow(Placement.OUTSIDE, 5, 10), new Flow(0, 1, 1)));

        int[] seat = new CoreArrangement(new Mesh(6, 1, 1), traffic, 6).arrange();

        assertEquals(0, seat[5]);
    }

    @Test
    void keepsPartnersOnOneChip() {
        CoreTraffic traffic = new CoreTraffic(List.of(new Flow(0, 2, 1), new Flow(1, 3, 1)));

        int[] seat = new CoreArrangement(new Mesh(2, 1, 1), traffic, 4).arrange();

        assertEquals(seat[0] / 2, seat[2] / 2);
        assertEquals(seat[1] / 2, seat[3] / 2);
    }

    @Test
    void neverMakesWaysLongerAndStaysAPermutation() {
        Mesh mesh = new Mesh(4, 4, 2);
        for (long seed = 0; seed < 20; seed++) {
            List<Flow> flows = new ArrayList<>();
            Random random = new Random(seed);
            for (int i = 0; i < 60; i++) {
                flows.add(new Flow(random.nextInt(20), random.nextInt(20), 1 + random.nextInt(9)));
            }
            CoreTraffic traffic = new CoreTraffic(flows);
            int[] identity = new int[20];
            Arrays.setAll(identity, i -> i);

            int[] seat = new CoreArrangement(mesh, traffic, 20).arrange();

            assertTrue(hops(mesh, flows, seat) <= hops(mesh, flows, identity), "seed " + seed);
            int[] sorted = seat.clone();
            Arrays.sort(sorted);
            assertTrue(Arrays.equals(identity, sorted), "seed " + seed);
        }
    }

    private static double hops(Mesh mesh, List<Flow> flows, int[] seat) {
        double sum = 0;
        for (Flow flow : flows) {
            int from = mesh.tile(seat[flow.source()]);
            int to = mesh.tile(seat[flow.target()]);
            sum += flow.messages() * (Math.abs(mesh.x(from) - mesh.x(to)) + Math.abs(mesh.y(from) - mesh.y(to)));
        }
        return sum;
    }
}
