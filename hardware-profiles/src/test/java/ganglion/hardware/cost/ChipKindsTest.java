package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Interval;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.sanafe.FittedLoihi;
import ganglion.kernel.time.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example on chips of every kind: 3 spikes, 1 of an input, 4 messages in, 2 cores to 4 neurons, 10 synapses. */
class ChipKindsTest {

    private final Workload workload = WorkedExample.of(WorkedExample.MILLISECOND);

    private static HardwareProfile shipped(String name) throws ProfileException {
        return ToyProfiles.taking(ProfileLibrary.find(name));
    }

    @Test
    void aCrossbarVisitsItsWholeRowForEachMessage() throws ProfileException {
        ChipCost odin = Costing.cost(workload, shipped("odin"));

        // One core holds all six neurons: three spikes make three messages of 256 visits, and each tick visits all for
        // their leak.
        assertEquals(3 * 256, odin.work().operations().get(Operation.CROSSBAR_OPERATION));
        assertEquals(10, odin.work().operations().get(Operation.SYNAPTIC_OPERATION));
        assertEquals(
                (3 + 4) * 256 * 8.43e-12 + 160.8e-6 * 4e-3,
                odin.energy().totalJoules().orElseThrow(),
                1e-16);
        double visit = 256 * 2 / 75e6;
        assertArrayEquals(
                new double[] {2 * visit, 2 * visit, 2 * visit, visit},
                odin.timing().tickSeconds(),
                1e-12);
        assertEquals(3, odin.timing().spikeLatency().getTotalCount());
        assertEquals(2 * visit * 1e12, odin.timing().spikeLatency().getMaxValue(), 1e4);
    }

    @Test
    void whatRunsAboveRestIsToldApartFromRest() throws ProfileException {
        ChipCost chip = Costing.cost(workload, shipped("tesla-k40c"));
        PowerStates power = chip.profile().figures().power();
        double idle = power.idle().orElseThrow().value();
        double run = power.run().orElseThrow().value();
        double work = Arrays.stream(chip.timing().tickSeconds()).sum();

        assertEquals(
                (run - idle) * work,
                ToyProfiles.component(chip, "running").joules().orElseThrow(),
                1e-9);
        assertEquals(
                (run - idle) * work + idle * 4e-3, chip.energy().totalJoules().orElseThrow(), 1e-9);
    }

    @Test
    void continuousNeuronsHaveNoUpdates() throws ProfileException {
        ChipCost chip = Costing.cost(workload, shipped("dynap-se"));

        assertEquals(List.of("energy of static power", "time of synaptic operations"), chip.unknowns());
        assertEquals(
                10 * 324e-12 + 2 * 1766e-12 + 2 * 360e-12 + 3 * 6.84e-9,
                chip.energy().knownJoules(),
                1e-15);
    }

    @Test
    void whatNobodyPublishedIsCountedAndNotPriced() throws ProfileException {
        ChipCost chip = Costing.cost(workload, shipped("akida"));

        assertTrue(chip.energy().totalJoules().isEmpty());
        assertEquals(0, chip.energy().knownJoules());
        assertEquals(10, chip.work().operations().get(Operation.SYNAPTIC_OPERATION));
        assertTrue(chip.unknowns().contains("energy of synaptic operations"));
    }

    @Test
    void anAllInEnergyIsATotalOfItsOwn(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("busy.yaml"), """
            profile: busy
            title: A processor at full load
            description: The power at full load, divided by the rate of products.
            execution: dense
            boundary: {includes: the processor, excludes: the rest}
            sources: {us: this test}
            energy:
              multiply-accumulate: {value: 8.6 nJ, kind: assumed, source: us, note: for the test, accounting: all-in}
            """);
        ChipCost cpu = Costing.cost(workload, ProfileLibrary.read(file));

        assertEquals(4 * 30 * 8.6e-9, cpu.energy().totalJoules().orElseThrow(), 1e-15);
        assertEquals(1, cpu.energy().components().size());
        assertTrue(cpu.energy().staticWatts().isEmpty());
        assertTrue(cpu.notes()
                .contains("Static power is within the energy of an operation, which holds at full load only."));
    }

    @Test
    void theIdealProcessMovesItsWeightsInEveryTick() throws ProfileException {
        ChipCost ideal = Costing.cost(workload, shipped("ideal-45nm"));

        // 30 products; 96 bytes of weights in 12 words; (14 + 12) x 4 bytes of activations in 13 words.
        assertEquals(
                4 * (30 * 4.6e-12 + 12 * 10e-12 + 13 * 10e-12),
                ideal.energy().totalJoules().orElseThrow(),
                1e-20);
        assertEquals(
                List.of("multiply-accumulate", "weight-traffic", "activation-traffic"),
                ideal.energy().components().stream().map(EnergyComponent::name).toList());
    }

    @Test
    void unitsGiveTheirOwnComponents() throws ProfileException {
        CostOptions options = new CostOptions(
                CostOptions.DEFAULT.placement(),
                Optional.of(TimingForm.SIMPLE),
                Map.of("out", List.of("sparse-synapse")),
                false);

        ChipCost chip = Costing.cost(workload, FittedLoihi.profile(), options);

        // Two synapses onto out (spike of hidden), eight onto hidden.
        assertEquals(
                8 * 35.5e-12,
                ToyProfiles.component(chip, "synaptic-operation/dense-synapse")
                        .joules()
                        .orElseThrow(),
                1e-20);
        assertEquals(
                2 * 33.6e-12,
                ToyProfiles.component(chip, "synaptic-operation/sparse-synapse")
                        .joules()
                        .orElseThrow(),
                1e-20);
        assertEquals(
                24 * 51.2e-12,
                ToyProfiles.component(chip, "neuron-access").joules().orElseThrow(),
                1e-20);
        assertEquals(
                10 * 21.6e-12,
                ToyProfiles.component(chip, "neuron-update").joules().orElseThrow(),
                1e-20);
        assertEquals(List.of("energy of static power"), chip.unknowns());
        // All on core 0 of one tile: six accesses and two updates, a spike of 30 ns and a message.
        assertEquals(
                6 * 6e-9 + 2 * 3.7e-9 + 30e-9 + 5.1e-9 + 0.6e-6, chip.timing().tickSeconds()[2], 1e-15);
    }

    private static Map<Operation, Figure> times(String synapse, String idle, String active) {
        Map<Operation, Figure> times =
                new EnumMap<>(ToyProfiles.mesh().figures().time());
        times.put(Operation.SYNAPTIC_OPERATION, ToyProfiles.figure(synapse, Dimension.TIME));
        times.put(Operation.NEURON_UPDATE_IDLE, ToyProfiles.figure(idle, Dimension.TIME));
        times.put(Operation.NEURON_UPDATE_ACTIVE, ToyProfiles.figure(active, Dimension.TIME));
        return times;
    }

    @Test
    void missedDeadlinesAreCounted() {
        HardwareProfile chip = ToyProfiles.profile(
                new DeadlineTicks(), ToyProfiles.mesh().figures().energy(), times("300 us", "10 us", "100 us"));

        ChipCost cost = Costing.cost(workload, chip);

        // Tick 0: cores 0 and 1 receive two synapses. Tick 1: core 2 receives two, core 1 has two active neurons.
        double[] busy = {20e-6 + 600e-6, 20e-6 + 600e-6, 20e-6 + 600e-6, 200e-6};
        assertArrayEquals(busy, cost.timing().tickSeconds(), 1e-12);
        assertEquals(0, cost.timing().overrunTicks());

        ChipCost fast = Costing.cost(WorkedExample.of(new Clock(0.5e-3)), chip);
        assertEquals(3, fast.timing().overrunTicks());
        assertEquals(3 * 620e-6 + 500e-6, fast.timing().modelledSeconds(), 1e-12);
    }

    @Test
    void aClockedChipWaitsForTheCoreThatIsTooSlow() {
        HardwareProfile chip = ToyProfiles.profile(
                new RealTimeTicks(Optional.empty()),
                ToyProfiles.mesh().figures().energy(),
                times("1 us", "1 us", "600 us"));

        ChipCost cost = Costing.cost(workload, chip);

        assertArrayEquals(
                new double[] {1e-3, 1.2e-3, 1.202e-3, 1.2e-3}, cost.timing().tickSeconds(), 1e-5);
        assertEquals(3, cost.timing().overrunTicks());
    }

    @Test
    void asynchronousQueuesOutliveATick() {
        HardwareProfile chip = ToyProfiles.profile(
                new AsynchronousEvents(true), ToyProfiles.mesh().figures().energy(), times("700 us", "0 ns", "0 ns"));

        ChipCost cost = Costing.cost(workload, chip);

        // Tick 0: cores 0 and 1 serve 2 synapses. Tick 2: the same cores are free again. Hops take 1 us each. The work
        // of ticks 1
        // and 2 is done at 1402 us, of which the first 401 and 402 belong to the tick before.
        assertArrayEquals(
                new double[] {1401e-6, 1001e-6, 1000e-6, 0}, cost.timing().tickSeconds(), 1e-9);
        assertEquals(1402e-6, cost.timing().tickLatency().getMaxValue() * 1e-9, 1e-6);
        assertEquals(3, cost.timing().overrunTicks());
        assertEquals(4.402e-3, cost.timing().modelledSeconds(), 1e-9);
        assertEquals(5, cost.timing().spikeLatency().getTotalCount());
    }

    @Test
    void intervalsOfFiguresBecomeThatOfTheTotal() throws ProfileException {
        ChipCost speck = Costing.cost(workload, shipped("speck"));

        // Two spikes on the chip; the resting power has no interval.
        Interval interval = speck.energy().totalInterval().orElseThrow();
        double rest = 0.42e-3 * 4e-3;
        assertEquals(rest + 2 * 4.90e-9, speck.energy().totalJoules().orElseThrow(), 1e-15);
        assertEquals(rest + 2 * 2.9e-9, interval.low(), 1e-15);
        assertEquals(rest + 2 * 7.6e-9, interval.high(), 1e-15);
        EnergyComponent spikes = ToyProfiles.component(speck, "spike");
        assertEquals(2 * 2.9e-9, spikes.interval().orElseThrow().low(), 1e-18);
        assertEquals(2 * 7.6e-9, spikes.interval().orElseThrow().high(), 1e-18);
    }

    @Test
    void assumedFiguresAreTakenToBeRightWithinAFactorOfTwo() {
        ChipCost cost = Costing.cost(workload, ToyProfiles.mesh());

        double total = cost.energy().totalJoules().orElseThrow();
        Interval interval = cost.energy().totalInterval().orElseThrow();
        assertTrue(cost.energy().components().stream().allMatch(component -> component.kind() == FigureKind.ASSUMED));
        assertEquals(total / 2, interval.low(), 1e-12 * total);
        assertEquals(total * 2, interval.high(), 1e-12 * total);
    }

    @Test
    void inputsAreEncodedInEveryTick() {
        assertEquals(
                8,
                Costing.cost(workload, ToyProfiles.mesh()).work().operations().get(Operation.ENCODER_UPDATE),
                "two inputs, four ticks");
    }

    @Test
    void formsOfTimingCanBeChosen() {
        CostOptions simple = CostOptions.DEFAULT.with(TimingForm.SIMPLE);
        CostOptions detailed = CostOptions.DEFAULT.with(TimingForm.DETAILED);

        ChipCost fast = Costing.cost(workload, ToyProfiles.mesh(), simple);
        ChipCost unknown = Costing.cost(workload, ToyProfiles.mesh(), detailed);

        assertEquals(200e-9 + 30e-6, fast.timing().tickSeconds()[1], 1e-15);
        assertEquals(List.of("room for messages in a link of the mesh"), unknown.unknowns());
        assertFalse(unknown.timing().isKnown());
        assertTrue(fast.notes().stream().anyMatch(note -> note.contains("the network is left out")));
    }

    @Test
    void spikesTakeTheirWayAndTheirSynapses() {
        ChipCost cost = Costing.cost(workload, ToyProfiles.mesh());

        // Hops of 1 us and synapses of 1 ns: input to cores 0 (0 hops) and 1 (1), hidden (2), out to cores 0 (1) and 1
        // (2).
        assertEquals(5, cost.timing().spikeLatency().getTotalCount());
        assertEquals(2000, cost.timing().spikeLatency().getMinValue());
        assertEquals(2_002_000, cost.timing().spikeLatency().getMaxValue(), 2000);
        assertEquals(1_002_000, cost.timing().spikeLatency().getValueAtPercentile(50), 1000);
    }

    @Test
    void allEnergiesOfAMarginalChipAddUpToItsTicks() throws ProfileException {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            ChipCost cost = Costing.cost(RandomWorkloads.of(5), profile);
            if (!cost.placement().fits()) {
                continue;
            }
            double dynamic = cost.energy().components().stream()
                    .filter(component -> !component.name().equals(EnergyComponent.STATIC))
                    .mapToDouble(component -> component.joules().orElse(0))
                    .sum();
            assertEquals(dynamic, Arrays.stream(cost.energy().tickJoules()).sum(), 1e-9 * dynamic, profile.name());
        }
    }
}
