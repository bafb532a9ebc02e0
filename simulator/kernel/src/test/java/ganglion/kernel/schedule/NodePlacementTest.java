package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodePlacementTest {

    private static final int SIZE = 100;

    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final List<ProjectionOutline> outlines = new ArrayList<>();

    private void populations(int count) {
        for (int p = 0; p < count; p++) {
            populations.add(new Population("p" + p, SIZE, new Lif(LifParameters.of(0.9, 1))));
        }
    }

    private void project(int from, int to, long synapses, int leadTicks) {
        projections.add(new Projection(
                "p" + from, "p" + to, SparseSynapses.builder(SIZE, SIZE).build()));
        outlines.add(new ProjectionOutline(synapses, leadTicks));
    }

    private void both(int one, int other, long synapses, int leadTicks) {
        project(one, other, synapses, leadTicks);
        project(other, one, synapses, leadTicks);
    }

    private Optional<int[]> place(int nodes) {
        return NodePlacement.byDelays(new Network(populations, projections), outlines, nodes);
    }

    @Test
    void cutsWhereDelaysAreLong() {
        populations(4);
        both(0, 2, 1000, 1);
        both(1, 3, 1000, 1);
        both(0, 1, 5000, 100);
        both(2, 3, 5000, 100);

        assertArrayEquals(new int[] {0, 1, 0, 1}, place(2).orElseThrow());
    }

    @Test
    void takesTheLongestDelayThatLeavesLikeParts() {
        populations(4);
        both(0, 1, 1000, 1);
        both(2, 3, 1000, 1);
        both(1, 2, 1000, 50);
        both(0, 3, 10, 200); // with a bound of 200 all four would be together

        assertArrayEquals(new int[] {0, 0, 1, 1}, place(2).orElseThrow());
    }

    @Test
    void separatesWhatIsNotInOneCycle() {
        populations(4);
        both(0, 1, 1000, 1);
        project(1, 2, 100, 1);
        both(2, 3, 1000, 1);

        assertArrayEquals(new int[] {1, 1, 0, 0}, place(2).orElseThrow());
    }

    @Test
    void keepsPopulationsTogetherThatTalkMuch() {
        populations(4);
        for (int p = 0; p < 4; p++) {
            project(p, p, 1000, 1);
        }
        both(0, 1, 10, 100);
        both(0, 3, 900, 100);
        both(1, 2, 900, 100);
        both(2, 3, 10, 100);

        assertArrayEquals(new int[] {0, 1, 1, 0}, place(2).orElseThrow());
    }

    @Test
    void prefersEqualSharesWhereNothingWouldBeGained() {
        populations(2);
        both(0, 1, 1000, 10);

        assertTrue(place(2).isEmpty(), "all delays are equal");
    }

    @Test
    void prefersEqualSharesToANodeThatHasMuchMoreToDo() {
        populations(4);
        both(0, 1, 1000, 1);
        both(2, 3, 1500, 1);
        both(1, 2, 1000, 100);

        assertTrue(place(2).isEmpty(), "2200 and 5200 of work");
    }

    @Test
    void prefersEqualSharesToNodesWithoutWork() {
        populations(4);
        both(0, 1, 1000, 1);
        both(2, 3, 1000, 1);
        both(1, 2, 1000, 100);

        assertTrue(place(3).isEmpty());
        assertTrue(place(1).isEmpty());
    }

    @Test
    void neverExceedsTheBoundOfWork() {
        populations(12);
        for (int p = 0; p < 12; p++) {
            project(p, p, 100L * (p + 1), 1);
            project(p, (p + 1) % 12, 10, 20 + p);
        }

        int[] nodeOf = place(3).orElseThrow();

        long[] work = new long[3];
        for (int p = 0; p < 12; p++) {
            work[nodeOf[p]] += SIZE + 100L * (p + 1) + 10;
        }
        assertEquals(12 * SIZE + 7800 + 120, Arrays.stream(work).sum());
        assertTrue(
                Arrays.stream(work).max().orElseThrow()
                        <= NodePlacement.FULLEST * Arrays.stream(work).sum() / 3,
                Arrays.toString(work));
    }
}
