package ganglion.hardware.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.cost.EnergyModel;
import ganglion.hardware.cost.EnergyModel.PricedOperation;
import ganglion.hardware.cost.ToyProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PopulationFiguresTest {

    private static final PipelineUnit DENSE = unit("dense", "1 J");
    private static final PipelineUnit SPARSE = unit("sparse", "2 J");
    private static final PipelineUnit UNPRICED = new PipelineUnit(
            "unpriced",
            PipelineStage.SYNAPSE,
            Map.of(),
            Map.of(Operation.SYNAPTIC_OPERATION, ToyProfiles.figure("5 ns", Dimension.TIME)));

    private static PipelineUnit unit(String name, String joules) {
        return new PipelineUnit(
                name,
                PipelineStage.SYNAPSE,
                Map.of(Operation.SYNAPTIC_OPERATION, ToyProfiles.energy(joules)),
                Map.of());
    }

    private static PopulationFigures figures(Map<String, List<String>> mapping) {
        return new PopulationFigures(
                Map.of(
                        Operation.SYNAPTIC_OPERATION, ToyProfiles.energy("9 J"),
                        Operation.SPIKE, ToyProfiles.energy("7 J")),
                Map.of(Operation.SYNAPTIC_OPERATION, ToyProfiles.figure("9 ns", Dimension.TIME)),
                List.of(DENSE, SPARSE, UNPRICED),
                List.of("a", "b", "c"),
                mapping);
    }

    private static double joules(PopulationFigures figures, Operation operation, int population) {
        return figures.energy(operation, population).orElseThrow().figure().value();
    }

    @Test
    void areThoseOfTheFirstUnitUnlessMapped() {
        PopulationFigures figures = figures(Map.of("b", List.of("sparse")));

        assertEquals(1, joules(figures, Operation.SYNAPTIC_OPERATION, 0));
        assertEquals(2, joules(figures, Operation.SYNAPTIC_OPERATION, 1));
        assertEquals(7, joules(figures, Operation.SPIKE, 1));
        assertEquals(Optional.of(SPARSE), figures.unit(Operation.SYNAPTIC_OPERATION, 1));
        assertTrue(figures.unit(Operation.SPIKE, 1).isEmpty());
        assertEquals(3, figures.populations());
    }

    @Test
    void areTheChipsWhereAUnitHasNone() {
        PopulationFigures figures = figures(Map.of("c", List.of("unpriced")));

        assertEquals(9, joules(figures, Operation.SYNAPTIC_OPERATION, 2));
        assertEquals(
                5e-9,
                figures.time(Operation.SYNAPTIC_OPERATION, 2).orElseThrow().value());
        assertEquals(
                9e-9,
                figures.time(Operation.SYNAPTIC_OPERATION, 0).orElseThrow().value());
        assertTrue(figures.time(Operation.SPIKE, 0).isEmpty());
    }

    @Test
    void arePricedUnitByUnit() {
        EnergyModel model =
                new EnergyModel(figures(Map.of("b", List.of("sparse"), "c", List.of("unpriced"))), false, 0, 0);

        assertEquals(
                List.of(
                        "synaptic-operation/dense 1.0",
                        "synaptic-operation/sparse 2.0",
                        "synaptic-operation 9.0",
                        "spike 7.0"),
                model.counted().stream()
                        .map(priced ->
                                priced.key() + " " + priced.energy().figure().value())
                        .toList());
        PricedOperation sparse = model.counted().get(1);
        assertEquals("synaptic operations in sparse", sparse.label());
        assertEquals(1, sparse.populations()[0]);
        assertEquals(1, sparse.populations().length);
    }

    @Test
    void refuseNamesThatAreNotThere() {
        assertThrows(IllegalArgumentException.class, () -> figures(Map.of("d", List.of("sparse"))));
        assertThrows(IllegalArgumentException.class, () -> figures(Map.of("a", List.of("spares"))));
    }
}
