package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.Placement.CoreLoad;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chips of two by two tiles with two cores each. */
class PlacementSummaryTest {

    private static final Mesh MESH = new Mesh(2, 2, 2);
    private static final CoreLoad NOTHING = new CoreLoad(0, 0, 0);

    private static Placement placement(int[] coreOfNeuron, CoreLoad... cores) {
        return new Placement(MESH, coreOfNeuron, List.of(cores), List.of());
    }

    @Test
    void addsUpTheCoresInUse() {
        Placement placement = placement(
                new int[] {0, 0, 5, Placement.OUTSIDE},
                new CoreLoad(2, 5, 3),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                new CoreLoad(1, 4, 2));

        PlacementSummary summary = PlacementSummary.of(placement, 0, ChipFit.AS_IT_IS);

        assertEquals(3, summary.neurons());
        assertEquals(9, summary.synapses());
        assertEquals(2, summary.coresUsed());
        assertEquals(8, summary.coresPerChip());
        assertEquals(1, summary.chips());
        assertTrue(summary.fits());
    }

    @Test
    void countsChipsByTheHighestCore() {
        assertEquals(1, placement(new int[0], loads(8)).chips());
        assertEquals(2, placement(new int[0], loads(9)).chips());
        assertEquals(2, placement(new int[0], loads(16)).chips());
        assertEquals(3, placement(new int[0], loads(17)).chips());
    }

    private static CoreLoad[] loads(int count) {
        return IntStream.range(0, count).mapToObj(core -> new CoreLoad(1, 1, 1)).toArray(CoreLoad[]::new);
    }

    @Test
    void numbersTilesChipByChip() {
        Placement placement = placement(new int[] {0, 1, 9, 11, Placement.OUTSIDE}, loads(12));

        assertEquals(0, placement.chip(7));
        assertEquals(1, placement.chip(8));
        assertEquals(3, placement.tile(7));
        assertEquals(0, placement.tile(9));
        assertEquals(1, placement.tile(11));
        assertEquals(3, placement.tilesUsed());
    }

    @Test
    void saysWhyANetworkDoesNotFit() {
        PlacementSummary summary = PlacementSummary.of(
                new Placement(MESH, new int[] {0}, List.of(NOTHING), List.of("too large")), 0, ChipFit.AS_IT_IS);

        assertFalse(summary.fits());
        assertEquals(List.of("too large"), summary.problems());
    }
}
