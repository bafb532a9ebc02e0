package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.quantity.Dimension;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.sanafe.FittedLoihi;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureSweepTest {

    @Test
    void spacesValuesEvenlyInTheLogarithm() {
        FigureSweep sweep = FigureSweep.parse("/energy/spike=1 pJ..100 pJ", 3);

        assertEquals(Dimension.ENERGY, sweep.dimension());
        assertEquals(3, sweep.values().size());
        assertEquals(1e-12, sweep.values().get(0), 1e-24);
        assertEquals(1e-11, sweep.values().get(1), 1e-23);
        assertEquals(1e-10, sweep.values().get(2), 1e-22);
    }

    @Test
    void spacesValuesEvenlyFromZero() {
        assertEquals(
                List.of(0.0, 0.5, 1.0),
                FigureSweep.parse("/power/idle = 0 W..1 W", 3).values());
    }

    @Test
    void takesOneValueWithoutDotsAndTwoAtLeastWithThem() {
        assertEquals(List.of(2e-9), FigureSweep.parse("/time/spike=2 ns", 7).values());
        assertEquals(2, FigureSweep.parse("/time/spike=2 ns..4 ns", 1).values().size());
    }

    @Test
    void takesAsManyValuesAndAsLargeOnesAsItSays() {
        FigureSweep sweep = FigureSweep.parse("/energy/spike=0 J..1e18 J", FigureSweep.MOST_VALUES);

        assertEquals(FigureSweep.MOST_VALUES, sweep.values().size());
        assertEquals(1e18, sweep.values().get(FigureSweep.MOST_VALUES - 1));
        assertEquals(1e16, sweep.values().get(1), 1);
        assertEquals(0.5, FigureSweep.parse("/power/idle=0 W..2 W", 5).values().get(1));
    }

    /** A figure is set in one place: all others, those of units too, stay as they are. */
    @Test
    void leavesEveryOtherFigure() throws Exception {
        HardwareProfile loihi = FittedLoihi.profile();
        Operation changed = Operation.NEURON_UPDATE_ACTIVE;

        HardwareProfile energy =
                FigureSweep.parse("/energy/" + changed.key() + "=5 pJ", 1).set(loihi, 5e-12);
        HardwareProfile time =
                FigureSweep.parse("/time/" + changed.key() + "=5 ns", 1).set(loihi, 5e-9);

        for (Operation other : Operation.values()) {
            if (other != changed) {
                assertEquals(
                        loihi.figures().energy().get(other),
                        energy.figures().energy().get(other),
                        other.key());
                assertEquals(
                        loihi.figures().time().get(other), time.figures().time().get(other), other.key());
            }
        }
        assertEquals(loihi.figures().units().size(), time.figures().units().size());
        for (int i = 0; i < loihi.figures().units().size(); i++) {
            PipelineUnit unit = loihi.figures().units().get(i);
            assertEquals(unit.energy(), time.figures().units().get(i).energy());
            assertEquals(unit.time(), energy.figures().units().get(i).time());
            assertFalse(time.figures().units().get(i).time().containsKey(changed));
            unit.time().forEach((operation, figure) -> {
                if (operation != changed) {
                    assertEquals(
                            figure,
                            time.figures()
                                    .units()
                                    .get(loihi.figures().units().indexOf(unit))
                                    .time()
                                    .get(operation));
                }
            });
            unit.energy().forEach((operation, figure) -> {
                if (operation != changed) {
                    assertEquals(
                            figure,
                            energy.figures()
                                    .units()
                                    .get(loihi.figures().units().indexOf(unit))
                                    .energy()
                                    .get(operation));
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /energy/spike | expected /energy/OPERATION=LOW..HIGH
            /power=1 W | found "/power", expected /energy/OPERATION=LOW..HIGH
            /power/nap=1 W | found the state "nap", expected one of off, sleep, idle, run
            /static=1 W | found "/static", expected /energy/OPERATION=LOW..HIGH
            /energy/spikes=1 pJ | found the operation "spikes", expected one of synaptic-operation
            /energy/spike=2 pJ..1 pJ | expected the lower end first
            /energy/spike=-1 pJ | expected 0 or more
            /energy/spike=1e300 J | expected 0 or more, and at most 1e18 J
            /energy/spike=1 ns | expected an energy
            """)
    void refusesWhatIsNoSweep(String text, String expected) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> FigureSweep.parse(text, 5));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void refusesTooManyStepsBeforeItMakesThem() {
        assertThrows(
                IllegalArgumentException.class, () -> FigureSweep.parse("/energy/spike=1 pJ..2 pJ", Integer.MAX_VALUE));
    }

    @Test
    void refusesNoValuesTooManyOrAForeignDimension() {
        List<Double> many = Collections.nCopies(FigureSweep.MOST_VALUES + 1, 1.0);
        List<Double> one = List.of(1.0);
        List<Double> none = List.of();

        assertThrows(IllegalArgumentException.class, () -> new FigureSweep("/power/idle", Dimension.POWER, many));
        assertThrows(IllegalArgumentException.class, () -> new FigureSweep("/power/idle", Dimension.POWER, none));
        assertThrows(IllegalArgumentException.class, () -> new FigureSweep("/power/idle", Dimension.ENERGY, one));
    }

    @Test
    void setsTheFigureOfTheChipAndTakesItFromItsUnits() throws Exception {
        HardwareProfile loihi = FittedLoihi.profile();
        FigureSweep sweep = FigureSweep.parse("/energy/synaptic-operation=5 pJ", 1);

        HardwareProfile changed = sweep.set(loihi, 5e-12);

        assertEquals(
                5e-12,
                changed.figures()
                        .energy()
                        .get(Operation.SYNAPTIC_OPERATION)
                        .figure()
                        .value());
        changed.figures()
                .units()
                .forEach(unit -> assertFalse(unit.energy().containsKey(Operation.SYNAPTIC_OPERATION), unit.name()));
        assertEquals(loihi.figures().time(), changed.figures().time());
        assertEquals(loihi.cores().mesh(), changed.cores().mesh());
        assertEquals(loihi.figures().units().size(), changed.figures().units().size());
    }

    @Test
    void setsPowersAndTimes() throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi");

        HardwareProfile power = FigureSweep.parse("/power/idle=1 W", 1).set(loihi, 1);
        HardwareProfile time = FigureSweep.parse("/time/spike=3 ns", 1).set(loihi, 3e-9);

        assertEquals(1, power.staticPower().orElseThrow().value());
        assertEquals(Optional.empty(), power.figures().power().sleep());
        assertEquals(
                1e-3,
                FigureSweep.parse("/power/sleep=1 mW", 1)
                        .set(loihi, 1e-3)
                        .figures()
                        .power()
                        .sleep()
                        .orElseThrow()
                        .value());
        assertEquals(loihi.figures().energy(), power.figures().energy());
        assertEquals(3e-9, time.figures().time().get(Operation.SPIKE).value());
        assertEquals(loihi.staticPower(), time.staticPower());
    }

    @Test
    void refusesPowersThatDoNotAscend() throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi");
        FigureSweep sweep = FigureSweep.parse("/power/sleep=1 W", 1);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> sweep.set(loihi, 1));

        assertEquals(
                "found 1 W for /power/sleep of loihi, expected powers that ascend from off over sleep and idle to run",
                refused.getMessage());
    }

    @Test
    void refusesThePowerAtWorkOfAChipWhoseOperationsArePriced() throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi");
        FigureSweep sweep = FigureSweep.parse("/power/run=1 W", 1);

        assertThrows(IllegalArgumentException.class, () -> sweep.set(loihi, 1));
    }
}
