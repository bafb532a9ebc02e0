package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.OperationKeys.EnergyConsistency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnergyConsistencyTest {

    private static EnergyFigure energy(Accounting accounting, Operation... covers) {
        Figure figure = new Figure("1 pJ", 1e-12, Dimension.ENERGY, FigureKind.ASSUMED, "us", "", Optional.empty());
        return new EnergyFigure(figure, accounting, Set.of(covers));
    }

    private static Map<String, String> problems(Map<Operation, EnergyFigure> energies, boolean idlePower) {
        return new EnergyConsistency(energies, idlePower).problems();
    }

    @Test
    void refusesAnOperationThatTwoFiguresCover() {
        Map<String, String> problems = problems(
                new EnumMap<>(Map.of(
                        Operation.SYNAPTIC_OPERATION, energy(Accounting.MARGINAL, Operation.SPIKE),
                        Operation.NEURON_ACCESS, energy(Accounting.MARGINAL, Operation.SPIKE))),
                false);

        assertEquals(
                Map.of("/energy/neuron-access/covers", "found spike, which is covered by synaptic-operation"),
                problems);
    }

    @Test
    void refusesAFigureThatCoversItself() {
        assertEquals(
                Map.of("/energy/spike/covers", "found spike, which is covered by itself"),
                problems(Map.of(Operation.SPIKE, energy(Accounting.MARGINAL, Operation.SPIKE)), false));
    }

    @Test
    void refusesAllInBesideIdlePowerOrMarginalEnergies() {
        Map<String, String> mixed = Map.of(
                "/energy/synaptic-operation/accounting",
                "found all-in beside marginal energies or idle power, expected only one accounting");
        EnergyFigure allIn = energy(Accounting.ALL_IN);

        assertEquals(mixed, problems(Map.of(Operation.SYNAPTIC_OPERATION, allIn), true));
        assertEquals(
                mixed,
                problems(
                        Map.of(Operation.SYNAPTIC_OPERATION, allIn, Operation.SPIKE, energy(Accounting.MARGINAL)),
                        false));
        assertEquals(Map.of(), problems(Map.of(Operation.SYNAPTIC_OPERATION, allIn), false));
    }

    @Test
    void acceptsAllInWhereItCoversTheOthersOrIsCovered() {
        assertEquals(
                Map.of(),
                problems(
                        Map.of(
                                Operation.SYNAPTIC_OPERATION, energy(Accounting.ALL_IN, Operation.SPIKE),
                                Operation.SPIKE, energy(Accounting.MARGINAL)),
                        false));
        assertEquals(
                Map.of(),
                problems(
                        Map.of(
                                Operation.SYNAPTIC_OPERATION, energy(Accounting.MARGINAL, Operation.SPIKE),
                                Operation.SPIKE, energy(Accounting.ALL_IN)),
                        true));
    }
}
