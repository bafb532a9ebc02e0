package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.EnergyModel.PricedOperation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnergyModelTest {

    private static final EnergyFigure COVERING = new EnergyFigure(
            ToyProfiles.figure("2 J", Dimension.ENERGY),
            Accounting.MARGINAL,
            Set.of(Operation.HOP_EAST, Operation.NEURON_UPDATE_IDLE));

    @Test
    void leavesOutWhatAnotherFigureHolds() {
        EnergyModel model = new EnergyModel(
                Map.of(Operation.SYNAPTIC_OPERATION, COVERING, Operation.HOP_EAST, ToyProfiles.energy("100 J")),
                Execution.SPIKING);

        assertEquals(
                List.of(Operation.SYNAPTIC_OPERATION),
                model.counted().stream().map(PricedOperation::operation).toList());
        assertEquals(Operation.SYNAPTIC_OPERATION, model.coveredBy().get(Operation.HOP_EAST));
    }

    @Test
    void missesOnlyWhatOccursAndHasNoFigureAndIsNotCovered() {
        EnergyModel model = new EnergyModel(Map.of(Operation.SYNAPTIC_OPERATION, COVERING), Execution.SPIKING);

        assertEquals(
                Set.of(Operation.NEURON_UPDATE_ACTIVE, Operation.HOP_WEST),
                model.missing(operation -> Set.of(
                                                Operation.SYNAPTIC_OPERATION,
                                                Operation.NEURON_UPDATE_ACTIVE,
                                                Operation.NEURON_UPDATE_IDLE,
                                                Operation.HOP_EAST,
                                                Operation.HOP_WEST,
                                                Operation.SPIKE)
                                        .contains(operation)
                                ? 1
                                : 0)
                        .keySet());
    }

    @Test
    void aPriceHoldsTwiceTheEventsThatItWasMeasuredWith() {
        EnergyFigure spike = new EnergyFigure(
                ToyProfiles.figure("2 J", Dimension.ENERGY),
                Accounting.MARGINAL,
                Set.of(Operation.SYNAPTIC_OPERATION, Operation.NEURON_UPDATE_ACTIVE, Operation.NEURON_UPDATE_IDLE),
                10);
        EnergyModel model = new EnergyModel(Map.of(Operation.SPIKE, spike), Execution.SPIKING);
        Map<Operation, Long> counts = new EnumMap<>(Map.of(Operation.SPIKE, 3L, Operation.SYNAPTIC_OPERATION, 60L));

        assertEquals(Map.of(), model.missing(operation -> counts.getOrDefault(operation, 0L)));
        counts.put(Operation.SYNAPTIC_OPERATION, 61L);
        assertEquals(
                Map.of(Operation.SYNAPTIC_OPERATION, "synaptic operations (61, more than the price of 3 spikes holds)"),
                model.missing(operation -> counts.getOrDefault(operation, 0L)));
    }

    @Test
    void namesWhatATotalIsGivenWithout() {
        EnergyModel model = new EnergyModel(Map.of(Operation.SPIKE, ToyProfiles.energy("3 J")), Execution.SPIKING);

        assertEquals(
                List.of(Operation.MESSAGE_OUT, Operation.MESSAGE_IN, Operation.MESSAGE_WITHIN_TILE),
                model.unpriced(operation -> 1));
        assertEquals(List.of(), model.unpriced(operation -> 0));
    }

    @Test
    void needsTheArithmeticOfADenseNetwork() {
        EnergyModel model = new EnergyModel(Map.of(), Execution.DENSE);

        assertEquals(
                Set.of(Operation.MULTIPLY_ACCUMULATE),
                model.missing(operation -> 1).keySet());
    }
}
