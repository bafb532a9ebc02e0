package ganglion.hardware.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.RealTimeTicks;
import ganglion.hardware.comparison.BreakEven.Point;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.sanafe.FittedLoihi;
import ganglion.kernel.event.SpikeRaster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Three spikes of eight neurons in four ticks of a millisecond: 93.75 a neuron and second; 10 synaptic operations. */
class BreakEvenTest {

    private static final double RATE = 3 / (8 * 4e-3);
    private final Workload workload = WorkedExample.of(WorkedExample.MILLISECOND);

    private ChipCost cost(Map<Operation, EnergyFigure> energy) {
        RealTimeTicks ticks = new RealTimeTicks(Optional.empty());
        return Costing.cost(workload, ToyProfiles.profile(ticks, energy, Map.of()));
    }

    private static Map<Operation, EnergyFigure> energies(String active, String idle) {
        EnergyFigure free = ToyProfiles.energy("0 J");
        return Map.of(
                Operation.SYNAPTIC_OPERATION, ToyProfiles.energy("1 mJ"),
                Operation.NEURON_UPDATE_ACTIVE, ToyProfiles.energy(active),
                Operation.NEURON_UPDATE_IDLE, ToyProfiles.energy(idle),
                Operation.HOP_EAST, free,
                Operation.HOP_WEST, free,
                Operation.HOP_NORTH, free,
                Operation.HOP_SOUTH, free);
    }

    @Test
    void isWhereALineMeetsTheBaseline() {
        // 1 W static, and 10 mJ in 4 ms, which is 2.5 W, at the activity of the run.
        BreakEven found = BreakEven.of(workload, cost(energies("0 J", "0 J")), 2.25, 7);

        assertEquals(RATE, found.runSpikesPerNeuronSecond(), 1e-9);
        assertEquals(RATE / 2, found.breakEvenSpikesPerNeuronSecond().orElseThrow(), 1e-6);
        assertFalse(found.chipIsLowerBound());
    }

    @Test
    void drawsFromAThousandthOfTheHighestActivity() {
        List<Point> curve =
                BreakEven.of(workload, cost(energies("0 J", "0 J")), 2.25, 4).curve();

        assertEquals(4, curve.size());
        assertEquals(1, curve.get(0).spikesPerNeuronSecond(), 1e-9);
        assertEquals(1000, curve.get(3).spikesPerNeuronSecond(), 1e-6);
        assertEquals(1 + 2.5 * 1000 / RATE, curve.get(3).chipWatts(), 1e-6);
        assertTrue(curve.stream().allMatch(point -> point.baselineWatts() == 2.25));
    }

    @Test
    void turnsIdleNeuronsIntoActiveOnesUntilAllAre() {
        // Of 24 updates, 10 are active in the run (4, 2 and 4); at 2.4 times its activity all are.
        ChipCost cost = cost(energies("1 mJ", "0.1 mJ"));
        long active = cost.operations().get(Operation.NEURON_UPDATE_ACTIVE);

        List<Point> curve = BreakEven.of(workload, cost, 1, 4).curve();

        assertEquals(10, active);
        double allActive = 24e-3 / 4e-3;
        assertEquals(1 + 2.5 * 1000 / RATE + allActive, curve.get(3).chipWatts(), 1e-6);
        double share = 1 / RATE;
        double few = 10 * share;
        assertEquals(
                1 + 2.5 * share + (few * 1e-3 + (24 - few) * 0.1e-3) / 4e-3,
                curve.get(0).chipWatts(),
                1e-9);
    }

    @Test
    void isNowhereIfOneIsAlwaysCheaper() {
        ChipCost cost = cost(energies("0 J", "0 J"));

        assertTrue(BreakEven.of(workload, cost, 0.5, 3)
                .breakEvenSpikesPerNeuronSecond()
                .isEmpty());
        assertTrue(BreakEven.of(workload, cost, 1e6, 3)
                .breakEvenSpikesPerNeuronSecond()
                .isEmpty());
    }

    @Test
    void saysThatUnknownEnergiesMakeTheChipLookGood() throws ProfileException {
        ChipCost cost = Costing.cost(workload, ProfileLibrary.find("dynap-se"));

        assertTrue(BreakEven.of(workload, cost, 1, 3).chipIsLowerBound());
    }

    @Test
    void worksForChipsWithUnits() throws ProfileException {
        ChipCost cost = Costing.cost(workload, FittedLoihi.profile());

        assertTrue(BreakEven.of(workload, cost, 1, 3).curve().get(2).chipWatts() > 0);
    }

    @Test
    void refusesWhatCannotBeScaled() throws ProfileException {
        Workload silent = new Workload(
                workload.network(),
                List.of(SpikeRaster.empty(2), SpikeRaster.empty(4), SpikeRaster.empty(2)),
                4,
                WorkedExample.MILLISECOND);
        ChipCost cost = cost(energies("0 J", "0 J"));
        ChipCost dense = Costing.cost(workload, ProfileLibrary.find("cortex-m4"));

        assertThrows(IllegalArgumentException.class, () -> BreakEven.of(silent, cost, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> BreakEven.of(workload, cost, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> BreakEven.of(workload, dense, 1, 3));
    }

    @Test
    void leavesStaticPowerOutOnBothSides() {
        ChipCost cost = cost(energies("0 J", "0 J"));

        BreakEven dynamic = BreakEven.withoutStaticPower(workload, cost, 1.25, 7);

        assertEquals(RATE / 2, dynamic.breakEvenSpikesPerNeuronSecond().orElseThrow(), 1e-6);
        BreakEven total = BreakEven.of(workload, cost, 2.25, 7);
        for (int i = 0; i < 7; i++) {
            assertEquals(
                    1, total.curve().get(i).chipWatts() - dynamic.curve().get(i).chipWatts(), 1e-9);
        }
    }
}
