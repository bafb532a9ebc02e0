package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DividedSynapsesTest {

    private static final int SOURCES = 9;
    private static final int TARGETS = 20;
    private static final int CUT = 8;

    private static final List<TargetSlice> SHARES = List.of(new TargetSlice(0, CUT), new TargetSlice(CUT, TARGETS));

    private SparseSynapses.Builder all;
    private SparseSynapses whole;
    private SparseSynapses before;
    private SparseSynapses after;
    private DividedSynapses divided;

    /** The last source has no synapses. */
    @BeforeEach
    void build() {
        all = SparseSynapses.builder(SOURCES, TARGETS);
        SparseSynapses.Builder first = SparseSynapses.builder(SOURCES, TARGETS, SHARES.get(0));
        SparseSynapses.Builder second = SparseSynapses.builder(SOURCES, TARGETS, SHARES.get(1));
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            int source = random.nextInt(SOURCES - 1);
            int target = random.nextInt(TARGETS);
            double weight = random.nextGaussian();
            int delay = 1 + random.nextInt(9);
            for (SparseSynapses.Builder builder : List.of(all, first, second)) {
                builder.add(source, target, weight, delay);
            }
        }
        whole = all.build();
        before = first.build();
        after = second.build();
        divided = DividedSynapses.of(List.of(before, after));
    }

    private record One(int delayTicks, int target, double weight) {}

    private static List<One> row(Synapses synapses, int source) {
        List<One> row = new ArrayList<>();
        for (int i = 0; i < synapses.outDegree(source); i++) {
            row.add(new One(synapses.delayTicks(source, i), synapses.target(source, i), synapses.weight(source, i)));
        }
        // Twins keep their order: the sort is stable.
        row.sort(Comparator.comparingInt(One::delayTicks).thenComparingInt(One::target));
        return row;
    }

    @Test
    void hasTheRowsOfTheWhole() {
        for (int source = 0; source < SOURCES; source++) {
            assertEquals(row(whole, source), row(divided, source));
            assertEquals(whole.firstPosition(source), divided.firstPosition(source));
        }
        assertEquals(SynapseSummary.of(whole), SynapseSummary.of(divided));
        assertEquals(whole.slice(), divided.slice());
        assertThrows(IndexOutOfBoundsException.class, () -> divided.target(0, divided.outDegree(0)));
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> DividedSynapses.of(List.of(after, before)));
        SparseSynapses alike = SparseSynapses.builder(SOURCES, TARGETS)
                .add(0, 1, 1, 3)
                .add(2, 1, 2, 3)
                .build();
        assertThrows(IllegalArgumentException.class, () -> DividedSynapses.of(List.of(alike)));
    }

    /** Weights that change are handed back by position. */
    @Test
    void areNotPlastic() {
        Optional<PairStdp> rule = Optional.of(new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20));

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Projection("in", "out", divided, rule));

        assertEquals("the projection from in to out has plasticity, but its rows are divided", refused.getMessage());
    }
}
