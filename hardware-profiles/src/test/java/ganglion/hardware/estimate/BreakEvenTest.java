package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.WorkedExample;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.BreakEven.Point;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import ganglion.hardware.placement.ChipFit;
import ganglion.kernel.event.SpikeRaster;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Three spikes of eight neurons in four ticks of a millisecond: 93.75 a neuron and second; 10 synaptic operations. */
class BreakEvenTest {

    private static final double RATE = 3 / (8 * 4e-3);
    private static final double PERIOD = 4e-3;
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

    /** An estimate whose energy under both boundaries is that of a power beside its network. */
    private static DecisionEstimate device(ChipCost cost, Computation computation, double watts, boolean known) {
        Map<Boundary, BoundaryEnergy> energies = new EnumMap<>(Boundary.class);
        for (Boundary boundary : Boundary.values()) {
            PartEnergy part = known ? PartEnergy.of(watts * PERIOD) : PartEnergy.unknown(List.of("idle power"));
            energies.put(boundary, new BoundaryEnergy(boundary, Map.of(Part.STATIC, part)));
        }
        return new DecisionEstimate(
                cost.profile(),
                computation,
                Optional.empty(),
                energies,
                PERIOD,
                OptionalDouble.of(PERIOD),
                List.of(),
                Optional.of(true),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Boundary.each(Reliability.unvalidated(Grade.C)),
                ChipFit.AS_IT_IS,
                List.of());
    }

    private BreakEven breakEven(ChipCost cost, double chipWatts, double conventionalWatts, int points) {
        return BreakEven.of(
                        workload,
                        cost,
                        device(cost, Computation.SPIKES, chipWatts, true),
                        device(cost, Computation.ARTIFICIAL, conventionalWatts, true),
                        Boundary.ALWAYS_ON,
                        points)
                .orElseThrow();
    }

    @Test
    void isWhereTheChipMeetsTheDevice() {
        // 1 W beside the network, and 10 mJ in 4 ms, which is 2.5 W, at the activity of the run.
        BreakEven found = breakEven(cost(energies("0 J", "0 J")), 1, 2.25, 7);

        assertEquals(Boundary.ALWAYS_ON, found.boundary());
        assertEquals(RATE, found.runSpikesPerNeuronSecond(), 1e-9);
        assertEquals(RATE / 2, found.breakEvenSpikesPerNeuronSecond().orElseThrow(), 1e-6);
        assertTrue(found.chipWinsAtRest());
    }

    @Test
    void drawsFromAThousandthOfTheHighestActivity() {
        List<Point> curve = breakEven(cost(energies("0 J", "0 J")), 1, 2.25, 4).curve();

        assertEquals(4, curve.size());
        assertEquals(1, curve.get(0).spikesPerNeuronSecond(), 1e-9);
        assertEquals(1000, curve.get(3).spikesPerNeuronSecond(), 1e-6);
        assertEquals(1 + 2.5 * 1000 / RATE, curve.get(3).chipWatts(), 1e-6);
        assertTrue(curve.stream().allMatch(point -> point.conventionalWatts() == 2.25));
    }

    @Test
    void turnsIdleNeuronsIntoActiveOnesUntilAllAre() {
        // Of 24 updates, 10 are active in the run (4, 2 and 4); at 2.4 times its activity all are.
        ChipCost cost = cost(energies("1 mJ", "0.1 mJ"));

        List<Point> curve = breakEven(cost, 1, 1, 4).curve();

        assertEquals(10L, cost.work().operations().get(Operation.NEURON_UPDATE_ACTIVE));
        double allActive = 24e-3 / 4e-3;
        assertEquals(1 + 2.5 * 1000 / RATE + allActive, curve.get(3).chipWatts(), 1e-6);
        double few = 10 / RATE;
        assertEquals(
                1 + 2.5 / RATE + (few * 1e-3 + (24 - few) * 0.1e-3) / 4e-3,
                curve.get(0).chipWatts(),
                1e-9);
    }

    @Test
    void isNowhereIfOneTakesLessAtAnyActivity() {
        ChipCost cost = cost(energies("0 J", "0 J"));

        assertTrue(breakEven(cost, 1, 0.5, 3).breakEvenSpikesPerNeuronSecond().isEmpty());
        assertTrue(breakEven(cost, 1, 1e6, 3).breakEvenSpikesPerNeuronSecond().isEmpty());
        assertTrue(breakEven(cost, 1, 1e6, 3).chipWinsAtRest());
        assertFalse(breakEven(cost, 1, 0.5, 3).chipWinsAtRest());
    }

    @Test
    void isNotDrawnFromAnEnergyThatIsUnknown() {
        ChipCost cost = cost(energies("0 J", "0 J"));
        DecisionEstimate known = device(cost, Computation.SPIKES, 1, true);
        DecisionEstimate unknown = device(cost, Computation.ARTIFICIAL, 1, false);

        assertEquals(Optional.empty(), BreakEven.of(workload, cost, known, unknown, Boundary.MARGINAL, 3));
        assertEquals(Optional.empty(), BreakEven.of(workload, cost, unknown, known, Boundary.MARGINAL, 3));
    }

    @Test
    void aRunWithoutSpikesHasNoActivityToScale() {
        Workload silent = new Workload(
                workload.network(),
                List.of(SpikeRaster.empty(2), SpikeRaster.empty(4), SpikeRaster.empty(2)),
                4,
                WorkedExample.MILLISECOND);
        ChipCost cost = cost(energies("0 J", "0 J"));
        DecisionEstimate device = device(cost, Computation.SPIKES, 1, true);

        assertEquals(Optional.empty(), BreakEven.of(silent, cost, device, device, Boundary.ALWAYS_ON, 3));
    }

    @Test
    void aCurveHasAtLeastTwoPoints() {
        ChipCost cost = cost(energies("0 J", "0 J"));
        DecisionEstimate device = device(cost, Computation.SPIKES, 1, true);

        assertThrows(
                IllegalArgumentException.class,
                () -> BreakEven.of(workload, cost, device, device, Boundary.ALWAYS_ON, 1));
    }

    @Test
    void operationsOfAUnitAreScaledAsThoseOfTheChip() {
        EnergyFigure price = ToyProfiles.energy("1 mJ");
        PipelineUnit unit = new PipelineUnit(
                "sparse", PipelineStage.SYNAPSE, Map.of(Operation.SYNAPTIC_OPERATION, price), Map.of());
        Map<Operation, EnergyFigure> others = new EnumMap<>(energies("0 J", "0 J"));
        others.remove(Operation.SYNAPTIC_OPERATION);
        HardwareProfile toy = ToyProfiles.profile(new RealTimeTicks(Optional.empty()), others, Map.of());
        ChipCost cost = Costing.cost(
                workload,
                ToyProfiles.with(
                        toy,
                        toy.figures().power(),
                        toy.figures().energy(),
                        toy.figures().time(),
                        List.of(unit)));

        BreakEven found = breakEven(cost, 1, 2.25, 7);

        assertEquals(RATE / 2, found.breakEvenSpikesPerNeuronSecond().orElseThrow(), 1e-6);
    }

    /** A step of the network is paid at any activity: 4 steps of 1 mJ in 4 ms are 1 W. */
    @Test
    void whatEveryTickTakesDoesNotGrowWithActivity() {
        Map<Operation, EnergyFigure> steps = new EnumMap<>(energies("0 J", "0 J"));
        steps.put(Operation.NETWORK_STEP, ToyProfiles.energy("1 mJ"));
        ChipCost cost = cost(steps);
        assertEquals(4L, cost.work().operations().get(Operation.NETWORK_STEP));

        List<Point> curve = breakEven(cost, 1, 2.25, 4).curve();

        assertEquals(1 + 1 + 2.5 / RATE, curve.get(0).chipWatts(), 1e-9);
        assertEquals(1 + 1 + 2.5 * 1000 / RATE, curve.get(3).chipWatts(), 1e-6);
    }

    /** A core in use that draws 1 W is paid at any activity, too. */
    @Test
    void whatCoresInUseDrawDoesNotGrowWithActivity() {
        HardwareProfile toy =
                ToyProfiles.profile(new RealTimeTicks(Optional.empty()), energies("0 J", "0 J"), Map.of());
        PowerStates states = toy.figures().power();
        PowerStates power =
                new PowerStates(states.off(), states.sleep(), states.idle(), states.run(), ToyDevices.watts("1 W"));
        ChipCost cost = Costing.cost(
                workload,
                ToyProfiles.with(
                        toy,
                        power,
                        toy.figures().energy(),
                        toy.figures().time(),
                        toy.figures().units()));
        int cores = cost.placement().coresUsed();

        List<Point> curve = breakEven(cost, 1, 2.25, 4).curve();

        assertEquals(1 + cores + 2.5 / RATE, curve.get(0).chipWatts(), 1e-9);
        assertEquals(1 + cores + 2.5 * 1000 / RATE, curve.get(3).chipWatts(), 1e-6);
    }

    @Test
    void tellsTheActivityAtBreakEven() {
        BreakEven found = breakEven(cost(energies("0 J", "0 J")), 1, 2.25, 2);

        assertEquals(46.9, found.breakEvenSpikesPerNeuronSecond().orElseThrow(), 0.05);
    }
}
