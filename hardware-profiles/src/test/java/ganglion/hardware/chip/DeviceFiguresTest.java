package ganglion.hardware.chip;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.EnergyFigure.Accounting;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.chip.OperatingPoint.Setting;
import ganglion.hardware.chip.PowerStates.State;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from the figures of a device. */
class DeviceFiguresTest {

    private static Optional<Figure> watts(double value) {
        return Optional.of(ToyProfiles.figure(value + " W", Dimension.POWER));
    }

    private static final Optional<Figure> NONE = Optional.empty();

    @Test
    void workAddsToIdlingOrElseToSleep() {
        assertEquals(OptionalDouble.of(7), new PowerStates(NONE, watts(1), watts(3), watts(10)).runAboveIdle());
        assertEquals(OptionalDouble.of(9), new PowerStates(NONE, watts(1), NONE, watts(10)).runAboveIdle());
        assertEquals(OptionalDouble.empty(), new PowerStates(watts(1), NONE, NONE, watts(10)).runAboveIdle());
        assertEquals(OptionalDouble.empty(), new PowerStates(NONE, watts(1), watts(3), NONE).runAboveIdle());
    }

    @Test
    void sleepIsDeeperThanIdlingAndOffKeepsNothing() {
        assertEquals(watts(1), new PowerStates(watts(0), watts(1), watts(3), NONE).between());
        assertEquals(watts(3), new PowerStates(watts(0), NONE, watts(3), NONE).between());
        assertEquals(NONE, new PowerStates(watts(0), NONE, NONE, watts(5)).between());
    }

    @Test
    void eachStateHasItsPower() {
        PowerStates powers = new PowerStates(watts(1), watts(2), watts(3), watts(4));
        for (State state : State.values()) {
            assertEquals(watts(1 + state.ordinal()), powers.of(state));
            assertEquals(NONE, PowerStates.UNKNOWN.of(state));
        }
        assertEquals("sleep", State.SLEEP.word());
    }

    @Test
    void aWordOfMemoryIsReadWhole() {
        MemoryLevel level = new MemoryLevel(
                "near", Optional.of(ToyProfiles.count(16)), ToyProfiles.figure("1 pJ", Dimension.ENERGY), 8);

        assertEquals(0, level.words(0));
        assertEquals(1, level.words(1));
        assertEquals(1, level.words(8));
        assertEquals(2, level.words(9));
        assertTrue(level.holds(16));
        assertFalse(level.holds(17));
        assertTrue(new MemoryLevel("last", NONE, level.access(), 1).holds(Long.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> new MemoryLevel("none", NONE, level.access(), 0));
    }

    @Test
    void anOperatingPointLiesInItsRange() {
        Figure clock = ToyProfiles.figure("75 MHz", Dimension.FREQUENCY);

        OperatingPoint point = new OperatingPoint(Optional.of(new Setting(clock, 75e6, 75e6)), Optional.empty(), 1);

        assertEquals(OptionalDouble.of(75e6), point.clockHertz());
        assertEquals(OptionalDouble.empty(), point.volts());
        assertEquals("75 MHz", point.text());
        assertEquals("", OperatingPoint.FIXED.text());
        assertDoesNotThrow(() -> new Setting(clock, 1, 1e9));
        assertThrows(IllegalArgumentException.class, () -> new Setting(clock, 76e6, 1e9));
        assertThrows(IllegalArgumentException.class, () -> new Setting(clock, 1, 74e6));
        assertThrows(IllegalArgumentException.class, () -> new Setting(clock, 0, 1e9));
    }

    @Test
    void aChipTakesNumbersIfWeightingThemHasAFigureOrIsWithinOne() {
        HardwareProfile toy = ToyProfiles.mesh();
        assertFalse(toy.takesNumbers());
        assertFalse(toy.isAllIn());
        Figure time = ToyProfiles.figure("1 ns", Dimension.TIME);
        EnergyFigure joule = ToyProfiles.energy("1 J");

        assertTrue(ToyProfiles.with(
                        toy, toy.figures().power(), Map.of(), Map.of(Operation.MULTIPLY_ACCUMULATE, time), List.of())
                .takesNumbers());
        assertTrue(ToyProfiles.with(
                        toy, toy.figures().power(), Map.of(Operation.MULTIPLY_ACCUMULATE, joule), Map.of(), List.of())
                .takesNumbers());
        EnergyFigure whole = new EnergyFigure(joule.figure(), Accounting.ALL_IN, Set.of(Operation.MULTIPLY_ACCUMULATE));
        HardwareProfile all = ToyProfiles.with(
                toy, toy.figures().power(), Map.of(Operation.NETWORK_STEP, whole), Map.of(), List.of());
        assertTrue(all.takesNumbers());
        assertTrue(all.isAllIn());
    }

    @Test
    void aProcessorComputesDenseLayersInTheFormatsThatItHasTimesOf() {
        Figure time = ToyProfiles.figure("1 ns", Dimension.TIME);
        Processor processor = new Processor(
                NONE,
                NONE,
                Map.of(
                        LayerKind.DENSE, Map.of(NumberFormat.FLOAT32, time, NumberFormat.INT8, time),
                        LayerKind.CONVOLUTION, Map.of(NumberFormat.INT32, time)),
                NONE,
                NONE,
                NONE,
                Map.of());

        assertEquals(List.of(NumberFormat.INT8, NumberFormat.FLOAT32), processor.formats());
        assertEquals(Optional.of(time), processor.multiplyAccumulate(LayerKind.CONVOLUTION, NumberFormat.INT32));
        assertEquals(NONE, processor.multiplyAccumulate(LayerKind.CONVOLUTION, NumberFormat.INT8));
    }

    @Test
    void limitsThatAreUnknownAreAbsent() {
        assertEquals(NONE, ChipLimits.UNKNOWN.of(Limit.CHIPS));
        assertEquals(NONE, ChipLimits.UNKNOWN.of(Limit.FAN_OUT));
    }

    @Test
    void timeModelsHaveNames() {
        assertEquals(
                List.of("barrier-ticks", "real-time-ticks", "deadline-ticks", "asynchronous-events", "serial-ticks"),
                List.of(
                                new BarrierTicks(List.of()),
                                new RealTimeTicks(NONE),
                                new DeadlineTicks(),
                                new AsynchronousEvents(true),
                                new SerialTicks())
                        .stream()
                        .map(TimeModel::name)
                        .toList());
    }

    @Test
    void bytesAreThoseOfTheFormat() {
        assertEquals(1, NumberFormat.INT8.bytes());
        assertEquals(2, NumberFormat.FLOAT16.bytes());
        assertEquals(4, NumberFormat.INT32.bytes());
        assertEquals(4, NumberFormat.FLOAT32.bytes());
    }
}
