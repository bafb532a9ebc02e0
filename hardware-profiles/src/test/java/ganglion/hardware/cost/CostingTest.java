package ganglion.hardware.cost;

import static ganglion.hardware.cost.TestNetworks.dense;
import static ganglion.hardware.cost.TestNetworks.lif;
import static ganglion.hardware.cost.TestNetworks.source;
import static ganglion.hardware.cost.TestNetworks.spike;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostingTest {

    private static final Clock MILLISECOND = new Clock(1e-3);

    @Test
    void addsUpWhatWasWorkedOutByHand() {
        ChipCost cost = Costing.cost(WorkedExample.of(MILLISECOND), ToyProfiles.mesh());

        // tick 0: input to cores 0 (within tile 0) and 1 (one hop north), 4 operations, 6 neurons idle
        // tick 1: 4 hidden active; neuron 3 from core 1 to core 2: one hop east, one south, 2 operations
        // tick 2: 2 outputs active; output 0 from core 2 to core 0 (west) and core 1 (west, north), 4 operations
        // tick 3: 4 hidden active, 2 outputs idle
        assertArrayEquals(
                new double[] {4 + 6e4 + 1e6 + 1e12, 2 + 4e2 + 2e4 + 1e8 + 1e14, 4 + 2e2 + 4e4 + 2e10 + 1e12, 4e2 + 2e4},
                cost.energy().tickJoules());
        assertEquals(
                4e-3,
                ToyProfiles.component(cost, EnergyComponent.STATIC).joules().orElseThrow(),
                1e-15);
        assertEquals(
                Arrays.stream(cost.energy().tickJoules()).sum() + 4e-3,
                cost.energy().totalJoules().orElseThrow(),
                1);
        assertEquals(List.of(), cost.unknowns());
        assertEquals(10, ToyProfiles.component(cost, "synaptic-operation").count());
        assertEquals(2, ToyProfiles.component(cost, "hop-west").count());
        assertEquals(2, ToyProfiles.component(cost, "hop-north").count());
    }

    @Test
    void timesTicksByTheSlowestCoreThePathAndTheBarrier() {
        ChipCost cost = Costing.cost(WorkedExample.of(MILLISECOND), ToyProfiles.mesh());

        double barrier = 30e-6; // three tiles, between 10 us for one and 40 us for four
        assertArrayEquals(
                new double[] {
                    20e-9 + 1e-6 + 2e-9 + barrier,
                    200e-9 + 2e-6 + 2e-9 + barrier,
                    200e-9 + 2e-6 + 2e-9 + barrier,
                    200e-9 + barrier
                },
                cost.timing().tickSeconds(),
                1e-15);
        assertEquals(0, cost.timing().overrunTicks());
        assertEquals(4e-3, cost.timing().modelledSeconds());
        assertEquals(4, cost.timing().tickLatency().getTotalCount());
        assertEquals(32_202, cost.timing().tickLatency().getMaxValue(), 32);
        assertEquals(30_200, cost.timing().tickLatency().getMinValue(), 32);
    }

    @Test
    void chargesStaticPowerForTheLongerOfWorkAndTick() {
        ChipCost cost = Costing.cost(WorkedExample.of(new Clock(31.1e-6)), ToyProfiles.mesh());

        double seconds = 31.1e-6 + 32.202e-6 + 32.202e-6 + 31.1e-6;
        assertEquals(2, cost.timing().overrunTicks());
        assertEquals(seconds, cost.timing().modelledSeconds(), 1e-15);
        assertEquals(
                seconds,
                ToyProfiles.component(cost, EnergyComponent.STATIC).joules().orElseThrow(),
                1e-15);
    }

    @Test
    void splitsTheEnergyByTicksWithoutLosingAny() {
        ChipCost cost = Costing.cost(WorkedExample.of(new Clock(31.1e-6)), ToyProfiles.mesh());

        double total = cost.energy().totalJoules().orElseThrow();
        assertEquals(total, cost.energyJoules(0, 4), 1e-12 * total);
        assertEquals(total, cost.energyJoules(0, 1) + cost.energyJoules(1, 4), 1e-12 * total);
        assertEquals(0, cost.energyJoules(2, 2));
        assertEquals(cost.energy().tickJoules()[3] + 31.1e-6, cost.energyJoules(3, 4), 1e-9);
        assertThrows(IndexOutOfBoundsException.class, () -> cost.energyJoules(0, 5));
    }

    @Test
    void leavesTheTotalAbsentWhenAnOperationThatOccursHasNoFigure() {
        HardwareProfile chip = ToyProfiles.mesh();
        Map<Operation, EnergyFigure> energy = new EnumMap<>(chip.figures().energy());
        energy.remove(Operation.HOP_WEST);

        ChipCost cost = Costing.cost(
                WorkedExample.of(MILLISECOND),
                ToyProfiles.profile(
                        chip.cores().timeModel(), energy, chip.figures().time()));

        assertTrue(cost.energy().totalJoules().isEmpty());
        assertEquals(List.of("energy of hops west"), cost.unknowns());
        assertTrue(ToyProfiles.component(cost, "hop-west").joules().isEmpty());
        assertEquals(2, ToyProfiles.component(cost, "hop-west").count());
        assertTrue(cost.energy().knownJoules() > 0);
        assertTrue(Double.isNaN(cost.energyJoules(0, 1)));
    }

    @Test
    void needsNoFigureForWhatDoesNotOccur() {
        HardwareProfile chip = ToyProfiles.mesh();
        Map<Operation, EnergyFigure> energy = new EnumMap<>(chip.figures().energy());
        Operation.hops().forEach(energy::remove);
        Network network =
                new Network(List.of(source(1), lif("out", 1)), List.of(new Projection("in", "out", dense(1, 1))));
        Workload workload = new Workload(network, List.of(spike(1, 0, 0), SpikeRaster.empty(1)), 2, MILLISECOND);

        ChipCost cost = Costing.cost(
                workload,
                ToyProfiles.profile(
                        chip.cores().timeModel(), energy, chip.figures().time()));

        assertEquals(1 + 1e6 + 1e4 + 100 + 2e-3, cost.energy().totalJoules().orElseThrow(), 1e-6);
    }

    @Test
    void chargesTheTicksOfTheScenarioWhereTimesAreUnknown() {
        Network network = new Network(List.of(source(1), lif("out", 1)), List.of());
        Map<Operation, EnergyFigure> energy = Map.of(
                Operation.NEURON_UPDATE_ACTIVE, ToyProfiles.energy("1 J"),
                Operation.NEURON_UPDATE_IDLE, ToyProfiles.energy("1 J"));
        Workload workload =
                new Workload(network, List.of(SpikeRaster.empty(1), SpikeRaster.empty(1)), 3, new Clock(0.5));

        ChipCost cost = Costing.cost(
                workload, ToyProfiles.profile(ToyProfiles.mesh().cores().timeModel(), energy, Map.of()));

        assertFalse(cost.timing().isKnown());
        assertEquals(2 * (1 + 0.5), cost.energyJoules(1, 3), 1e-12);
    }

    @Test
    void namesTheTilesOfABarrierThatNobodyMeasured() {
        HardwareProfile chip = ToyProfiles.mesh();
        HardwareProfile unmeasured = ToyProfiles.profile(
                new BarrierTicks(List.of()),
                chip.figures().energy(),
                chip.figures().time());
        Network one = new Network(List.of(source(1), lif("out", 1)), List.of());
        Workload small = new Workload(one, List.of(SpikeRaster.empty(1), SpikeRaster.empty(1)), 1, MILLISECOND);

        assertEquals(
                List.of("time of the barrier of 3 tiles"),
                Costing.cost(WorkedExample.of(MILLISECOND), unmeasured).unknowns());
        assertEquals(
                List.of("time of the barrier of 1 tile"),
                Costing.cost(small, unmeasured).unknowns());
    }

    @Test
    void leavesTheTimeAbsentWhenOneIsUnknown() {
        HardwareProfile chip = ToyProfiles.mesh();
        Map<Operation, Figure> time = new EnumMap<>(chip.figures().time());
        time.remove(Operation.NEURON_UPDATE_IDLE);

        ChipCost cost = Costing.cost(
                WorkedExample.of(MILLISECOND),
                ToyProfiles.profile(chip.cores().timeModel(), chip.figures().energy(), time));

        assertFalse(cost.timing().isKnown());
        assertEquals(0, cost.timing().tickLatency().getTotalCount());
        assertEquals(List.of("time of neuron updates, idle"), cost.unknowns());
        assertEquals(4e-3, cost.timing().modelledSeconds());
        assertTrue(cost.energy().totalJoules().isPresent());
    }

    @Test
    void keepsRealTimeTicksAndReportsThoseThatAreTooShort() {
        Optional<Figure> shortest = Optional.of(ToyProfiles.figure("50 us", Dimension.TIME));
        HardwareProfile chip = ToyProfiles.mesh();
        HardwareProfile ticked = ToyProfiles.profile(
                new RealTimeTicks(shortest),
                chip.figures().energy(),
                chip.figures().time());

        ChipCost slow = Costing.cost(WorkedExample.of(MILLISECOND), ticked);
        ChipCost fast = Costing.cost(WorkedExample.of(new Clock(10e-6)), ticked);

        assertArrayEquals(new double[] {1e-3, 1e-3, 1e-3, 1e-3}, slow.timing().tickSeconds());
        assertEquals(0, slow.timing().overrunTicks());
        assertArrayEquals(
                new double[] {50e-6, 50e-6, 50e-6, 50e-6}, fast.timing().tickSeconds());
        assertEquals(4, fast.timing().overrunTicks());
        assertEquals(200e-6, fast.timing().modelledSeconds(), 1e-15);
    }

    @Test
    void saysWhyANetworkDoesNotFitAndCostsNothing() {
        Network network =
                new Network(List.of(source(1), lif("out", 9)), List.of(new Projection("in", "out", dense(1, 9))));
        Workload workload = new Workload(network, List.of(spike(1, 0, 0), SpikeRaster.empty(9)), 2, MILLISECOND);

        ChipCost cost = Costing.cost(workload, ToyProfiles.mesh());

        assertFalse(cost.placement().fits());
        assertTrue(cost.placement().problems().get(0).startsWith("needs 5 cores, 2 chips"));
        assertEquals(List.of(), cost.energy().components());
        assertTrue(cost.energy().totalJoules().isEmpty());
        assertFalse(cost.timing().isKnown());
        assertTrue(Double.isNaN(cost.energyJoules(0, 1)));
    }

    @Test
    void costsXyloByTheCyclesOfItsOperations() throws ProfileException {
        ChipCost cost = Costing.cost(WorkedExample.of(MILLISECOND), ProfileLibrary.find("xylo-audio-2"));

        // Six neurons in four ticks, ten synaptic operations, two spikes.
        double dynamic = 24 * 512e-12 + 10 * 163e-12 + 2 * 93.1e-12;
        assertEquals(dynamic + 219e-6 * 4e-3, cost.energy().totalJoules().orElseThrow(), 1e-15);
        assertEquals(0, cost.timing().overrunTicks());
    }

    @Test
    void refusesARunTooLongToHoldInMemory() {
        Workload example = WorkedExample.of(MILLISECOND);
        Workload endless = new Workload(example.network(), example.spikes(), Costing.MOST_TICKS + 1, example.clock());

        assertThrows(IllegalArgumentException.class, () -> Costing.cost(endless, ToyProfiles.mesh()));
        assertEquals(List.of(), Costing.costAll(endless, List.of()), "nothing is held for no chip");
    }
}
