package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.dense.DenseLayers;
import ganglion.hardware.dense.DenseWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.metrics.HandNetwork;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a device, and what it can compute. */
class DecisionWorkTest {

    private static FrontEndWork ear(double soundSeconds, SignalOperation operation, long count) {
        SignalStage stage = new SignalStage("stage", new SignalWork(Map.of(operation, count)));
        return new FrontEndWork("ear", 1, soundSeconds, List.of(stage));
    }

    @Test
    void aFrontEndThatListensAllTheTimeWorksInProportionToThePeriod() {
        DecisionWork work = new DecisionWork(
                List.of(new TickRange(0, 4), new TickRange(10, 12)),
                0.5,
                List.of(
                        ear(3, SignalOperation.MULTIPLY_ADD, 600),
                        ear(6, SignalOperation.MULTIPLY_ADD, 600),
                        ear(1, SignalOperation.BUTTERFLY, 7)));

        // Decisions of 2 s and 1 s: 200 and 100 multiply-adds and 7 butterflies a second, for 1.5 s.
        assertEquals(3, work.ticksPerDecision());
        assertEquals(1.5, work.periodSeconds());
        assertEquals(
                Map.of(SignalOperation.MULTIPLY_ADD, 450L, SignalOperation.BUTTERFLY, 11L),
                work.frontEndPerDecision().counts());
    }

    @Test
    void aDecisionHasATickAndATickTakesTime() {
        assertThrows(IllegalArgumentException.class, () -> new TickRange(5, 5));
        assertEquals(6, new TickRange(5, 6).until());
        List<TickRange> one = List.of(new TickRange(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new DecisionWork(one, 0, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new DecisionWork(one, Double.NaN, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new DecisionWork(List.of(), 1, List.of()));
    }

    @Test
    void aBatteryHoldsSomethingAndFeedsNoDeviceOfUnknownEnergyForAKnownTime() {
        assertThrows(IllegalArgumentException.class, () -> new Battery(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new Battery(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Battery(Double.NaN, 3));
        assertEquals(3600, new Battery(0.5, 2).joules());
        assertEquals(OptionalDouble.empty(), new Battery(0.5, 2).days(OptionalDouble.empty()));
    }

    @Test
    void energiesAreComparedByTheirQuotient() {
        BoundaryEnergy one = new BoundaryEnergy(Boundary.ACTIVE, Map.of(Part.NETWORK, PartEnergy.of(8)));
        BoundaryEnergy other = new BoundaryEnergy(
                Boundary.ACTIVE, Map.of(Part.NETWORK, PartEnergy.of(3), Part.STATIC, PartEnergy.of(1)));
        BoundaryEnergy unknown =
                new BoundaryEnergy(Boundary.ACTIVE, Map.of(Part.STATIC, PartEnergy.unknown(List.of("power"))));

        assertEquals(OptionalDouble.of(2), one.over(other));
        assertEquals(OptionalDouble.empty(), one.over(unknown));
        assertEquals(OptionalDouble.empty(), unknown.over(one));
    }

    @Test
    void aDenseTickIsTheWholeNetworkWithItsStateOnceForEachTick() {
        DenseTask ticks = DenseTask.inEveryTick(HandNetwork.network(), HandNetwork.numbers(), NumberFormat.INT8, 1000);

        assertEquals(Computation.DENSE_TICKS, ticks.computation());
        assertEquals(1000, ticks.passes());
        assertEquals(DenseWork.ofTick(HandNetwork.network(), HandNetwork.numbers()), ticks.pass());
        assertEquals(DenseLayers.ofTick(HandNetwork.network(), HandNetwork.numbers()), ticks.layers());
    }

    @ParameterizedTest
    @CsvSource({
        "loihi, SPIKES",
        "ideal-45nm, ARTIFICIAL DENSE_TICKS",
        "stm32l4r5, ARTIFICIAL DENSE_TICKS",
    })
    void aDeviceComputesWhatItsProfileHasFiguresFor(String profile, String expected) throws Exception {
        List<Computation> found = Computation.on(ProfileLibrary.find(profile));

        assertEquals(
                List.of(expected.split(" ")), found.stream().map(Enum::name).toList());
    }

    @Test
    void aProcessorWithoutAnyTimeComputesNothing() {
        assertEquals(
                List.of(),
                Computation.on(ToyDevices.device(
                        "none", Execution.DENSE, PowerStates.UNKNOWN, Map.of(), Optional.empty(), Optional.empty())));
    }

    @Test
    void wordsAndLabelsOfReports() {
        assertEquals("input-output", Part.INPUT_OUTPUT.word());
        assertEquals("input/output", Part.INPUT_OUTPUT.label());
        assertEquals("front end", Part.FRONT_END.label());
        assertEquals("dense-ticks", Computation.DENSE_TICKS.word());
        assertEquals("spiking network", Computation.SPIKES.label());
        assertEquals("powered and ready all the time", Boundary.ALWAYS_ON.meaning());
    }
}
