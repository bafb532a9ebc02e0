package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.BreakEven;
import ganglion.hardware.estimate.ChipEstimate;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.ToyDevices;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.metrics.NumberInput;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The worked example in six ticks, of which the last two are quiet, with three numbers into its hidden neurons: 5 products in
 * tick 0, 9 in tick 4. The four hidden neurons lie on two cores.
 */
class NumberCostTest {

    private static final NumberInput EAR = new NumberInput("ear", "hidden", 3, 4, 9, 3, new long[] {5, 0, 0, 0, 9});

    private final Workload numbers = workload(List.of(EAR));
    private final Workload spikesOnly = workload(List.of());

    private static Workload workload(List<NumberInput> numbers) {
        Workload example = WorkedExample.of(WorkedExample.MILLISECOND);
        return new Workload(example.network(), example.spikes(), 6, example.clock(), numbers);
    }

    /** The toy with free hops, so that small energies are not lost beside large ones. */
    private static HardwareProfile chip(TimeModel model, Optional<String> energy, Optional<String> time) {
        HardwareProfile toy = ToyProfiles.mesh();
        Map<Operation, EnergyFigure> energies = new EnumMap<>(toy.figures().energy());
        Operation.hops().forEach(hop -> energies.put(hop, ToyProfiles.energy("0 J")));
        Map<Operation, Figure> times = new EnumMap<>(toy.figures().time());
        energy.ifPresent(text -> energies.put(Operation.MULTIPLY_ACCUMULATE, ToyProfiles.energy(text)));
        time.ifPresent(text -> times.put(Operation.MULTIPLY_ACCUMULATE, ToyProfiles.figure(text, Dimension.TIME)));
        return ToyProfiles.profile(model, energies, times);
    }

    private static HardwareProfile chip(TimeModel model) {
        return chip(model, Optional.of("0.5 J"), Optional.of("1 us"));
    }

    private static HardwareProfile chip() {
        return chip(ToyProfiles.mesh().cores().timeModel());
    }

    @Test
    void aChipWithoutAFigureForThemTakesNoNumbers() {
        ChipCost cost = Costing.cost(numbers, ToyProfiles.mesh());

        assertFalse(cost.placement().fits());
        assertEquals(
                List.of("takes no numbers as input: 3 numbers flow from ear into hidden at every tick"),
                cost.placement().problems());
        assertEquals(6, cost.placement().neurons(), "and says what the network would need");
        assertTrue(cost.energy().components().isEmpty());
        assertTrue(cost.energy().totalJoules().isEmpty());
        assertTrue(Costing.cost(spikesOnly, ToyProfiles.mesh()).placement().fits());
    }

    @Test
    void eachProductCostsEnergyInItsTick() {
        ChipCost cost = Costing.cost(numbers, chip());
        ChipCost without = Costing.cost(spikesOnly, chip());

        assertEquals(14, cost.work().operations().get(Operation.MULTIPLY_ACCUMULATE));
        assertEquals(14, ToyProfiles.component(cost, "multiply-accumulate").count());
        assertEquals(
                7, ToyProfiles.component(cost, "multiply-accumulate").joules().orElseThrow(), 1e-12);
        double[] more = new double[6];
        for (int tick = 0; tick < more.length; tick++) {
            more[tick] = cost.energy().tickJoules()[tick] - without.energy().tickJoules()[tick];
        }
        assertArrayEquals(new double[] {2.5, 0, 0, 0, 4.5, 0}, more, 1e-9);
        assertEquals(0, ToyProfiles.component(without, "multiply-accumulate").count());
        assertEquals(List.of(), cost.unknowns());
    }

    @Test
    void theCoreWithMostOfTheNeuronsWeightsItsShareBeforeTheSpikes() {
        double[] more = {2.5e-6, 0, 0, 0, 4.5e-6, 0};
        TimeModel barrier = ToyProfiles.mesh().cores().timeModel();
        for (TimeModel model : List.of(barrier, new DeadlineTicks(), new AsynchronousEvents(false))) {
            double[] with = Costing.cost(numbers, chip(model)).timing().tickSeconds();
            double[] without = Costing.cost(spikesOnly, chip(model)).timing().tickSeconds();
            for (int tick = 0; tick < more.length; tick++) {
                assertEquals(more[tick], with[tick] - without[tick], 1e-15, model.name() + ", tick " + tick);
            }
        }
    }

    @Test
    void aClockedTickIsLateOnlyIfItsWorkIsLonger() {
        HardwareProfile slow = chip(new RealTimeTicks(Optional.empty()), Optional.of("0.5 J"), Optional.of("1 ms"));

        ChipCost cost = Costing.cost(numbers, slow);

        assertEquals(2, cost.timing().overrunTicks());
        assertEquals(4.5e-3 + 20e-9, cost.timing().tickSeconds()[4], 1e-12);
        assertEquals(1e-3, cost.timing().tickSeconds()[5], 1e-15);
    }

    @Test
    void whatIsNotPricedIsUnknown() {
        TimeModel barrier = ToyProfiles.mesh().cores().timeModel();

        ChipCost noTime = Costing.cost(numbers, chip(barrier, Optional.of("0.5 J"), Optional.empty()));
        ChipCost noEnergy = Costing.cost(numbers, chip(barrier, Optional.empty(), Optional.of("1 us")));

        assertEquals(List.of("time of multiply-accumulates"), noTime.unknowns());
        assertFalse(noTime.timing().isKnown());
        assertTrue(noTime.energy().totalJoules().isPresent());
        assertEquals(List.of("energy of multiply-accumulates"), noEnergy.unknowns());
        assertTrue(noEnergy.timing().isKnown());
        assertEquals(14, ToyProfiles.component(noEnergy, "multiply-accumulate").count());
    }

    @Test
    void anEnergyThatHoldsThemIsAPrice() {
        HardwareProfile toy = chip();
        Map<Operation, EnergyFigure> energies = new EnumMap<>(toy.figures().energy());
        energies.remove(Operation.MULTIPLY_ACCUMULATE);
        Set<Operation> covers = EnumSet.of(Operation.MULTIPLY_ACCUMULATE);
        Figure step = ToyProfiles.figure("1 J", Dimension.ENERGY);
        energies.put(Operation.NETWORK_STEP, new EnergyFigure(step, Accounting.MARGINAL, covers));

        ChipCost cost = Costing.cost(
                numbers,
                ToyProfiles.profile(
                        toy.cores().timeModel(), energies, toy.figures().time()));

        assertTrue(cost.placement().fits());
        assertEquals(List.of(), cost.unknowns());
        assertTrue(cost.energy().components().stream()
                .noneMatch(part -> part.name().equals("multiply-accumulate")));
    }

    @Test
    void aNoteSaysHowTheyAreCounted() {
        String note =
                "ear flows into hidden as numbers: a multiply-accumulate for each weight and number that are not zero."
                        + " A neuron that nothing else reaches counts as idle.";

        assertTrue(Costing.cost(numbers, chip()).notes().contains(note));
        assertFalse(Costing.cost(spikesOnly, chip()).notes().contains(note));
    }

    @Test
    void aDenseNetworkComputesTheLayerInEveryTick() throws ProfileException {
        HardwareProfile microcontroller = ProfileLibrary.find("stm32l4r5");

        long more = Costing.cost(numbers, microcontroller).work().operations().get(Operation.MULTIPLY_ACCUMULATE)
                - Costing.cost(spikesOnly, microcontroller).work().operations().get(Operation.MULTIPLY_ACCUMULATE);

        assertEquals(6 * 12, more);
    }

    @Test
    void numbersArePaidForWithoutAnySpikes() {
        // 7 J in 6 ms, however many neurons fire.
        List<BreakEven.Point> with = curve(numbers);
        List<BreakEven.Point> without = curve(spikesOnly);

        for (int point = 0; point < with.size(); point++) {
            double expected = without.get(point).chipWatts() + 7 / 6e-3;
            assertEquals(expected, with.get(point).chipWatts(), 1e-9 * expected);
        }
    }

    /** Held against itself: only the chip's power is looked at. */
    private static List<BreakEven.Point> curve(Workload workload) {
        ChipCost cost = Costing.cost(workload, chip());
        DecisionWork work = new DecisionWork(
                List.of(new DecisionWork.TickRange(0, workload.ticks())),
                workload.clock().tickSeconds(),
                List.of());
        DecisionEstimate estimate = ChipEstimate.of(cost, work, ToyDevices.surroundings(1));
        return BreakEven.of(workload, cost, estimate, estimate, Boundary.MARGINAL, 3)
                .orElseThrow()
                .curve();
    }
}
