package ganglion.hardware.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.figure.Interval;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CascadeEnergyTest {

    private static final double CLOSE = 1e-12;

    /** A microwatt at rest and 2 uJ a decision beside 10 uW and 100 uJ; a window of a second. */
    private static final StagePower SMALL = stage("chip", 1e-6, 2e-6, 2);

    private static final StagePower LARGE = stage("processor", 10e-6, 100e-6, 1.5);
    private static final WakeRates RATES = new WakeRates(3600, 0.9, 0.02);

    private static StagePower stage(String device, double watts, double joules, double factor) {
        return new StagePower(
                device,
                watts,
                joules,
                0.01,
                new Reliability(Grade.B, 1, OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.of(factor)));
    }

    private static CascadeEnergy cascade(StagePower small, WakeRates rates, double handover) {
        return new CascadeEnergy(small, LARGE, rates, handover);
    }

    @Test
    void anHourIsThatOfTheDetectorOfRestAndOfWakes() {
        CascadeEnergy cascade = cascade(SMALL, RATES, 5e-6);
        double wakes = 60 * 0.9 + 3540 * 0.02;

        assertEquals(wakes, RATES.wakesPerHour(60), CLOSE);
        assertEquals(3600 * 3e-6 + 3600 * 10e-6 + wakes * 105e-6, cascade.perHour(60), CLOSE);
        assertEquals(3600 * 3e-6, cascade.smallAlonePerHour(), CLOSE);
        assertEquals(3600 * 110e-6, cascade.largeAlonePerHour(), CLOSE);
    }

    @Test
    void devicesAtRestAreWhatNoWakeChanges() {
        assertEquals(3600 * 11e-6, cascade(SMALL, RATES, 0).restPerHour(), CLOSE);
        StagePower beside = stage("processor", 10e-6, 2e-6, 2);
        assertEquals(3600 * 10e-6, cascade(beside, RATES, 0).restPerHour(), CLOSE);
    }

    @Test
    void oneDeviceMustDecideTwiceInAWindow() {
        StagePower busy = new StagePower("processor", 0, 0, 0.995, Reliability.unvalidated(Grade.D));

        assertFalse(cascade(busy, RATES, 0).keepsPace());
        assertTrue(cascade(busy, new WakeRates(3500, 0.9, 0.02), 0).keepsPace());
        assertTrue(new CascadeEnergy(SMALL, LARGE, RATES, 0).keepsPace());
        assertEquals(Grade.D, cascade(busy, RATES, 0).grade());
    }

    @Test
    void anEventInEachWindowIsPossibleWhateverTheRounding() {
        WakeRates rates = new WakeRates(3600 / 1.0000000000000002, 0.9, 0.02);

        assertTrue(WakeRates.isPossible(3600, rates.windowsPerHour()));
        assertEquals(0.9 * rates.windowsPerHour(), rates.wakesPerHour(3600), CLOSE);
        assertFalse(WakeRates.isPossible(3601, rates.windowsPerHour()));
        assertFalse(WakeRates.isPossible(0, rates.windowsPerHour()));
    }

    @Test
    void oneDeviceRestsAsTheNetworkThatNeedsMore() {
        StagePower onTwoChips = stage("processor", 20e-6, 2e-6, 1.5);
        CascadeEnergy cascade = cascade(onTwoChips, RATES, 0);

        assertEquals(3600 * 20e-6, cascade.restPerHour(), CLOSE);
        assertEquals(3600 * (20e-6 + 2e-6) + 3600 * 0.02 * 100e-6, cascade.perHour(0), CLOSE);
        BreakEvenRate.At even = (BreakEvenRate.At) cascade.breakEven();
        assertEquals(cascade.largeAlonePerHour(), cascade.perHour(even.eventsPerHour()), CLOSE);
    }

    @Test
    void oneDeviceRestsOnce() {
        CascadeEnergy cascade = cascade(stage("processor", 10e-6, 2e-6, 1.5), RATES, 0);

        assertEquals(3600 * 2e-6 + 3600 * 10e-6 + 72 * 100e-6, cascade.perHour(0), CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.02, 0", "0.9, 0.02, 40e-6", "0.7, 0.3, 40e-6", "1, 0, 30e-6", "0.1, 0.99, 0"})
    void atTheBreakEvenBothTakeTheSame(double recall, double falseWakes, double handover) {
        CascadeEnergy cascade =
                cascade(stage("chip", 1e-6, 20e-6, 2), new WakeRates(3600, recall, falseWakes), handover);
        BreakEvenRate.At found = (BreakEvenRate.At) cascade.breakEven();

        assertEquals(cascade.largeAlonePerHour(), cascade.perHour(found.eventsPerHour()), CLOSE);
        assertEquals(recall > falseWakes, found.savesBelow());
        double below = found.eventsPerHour() * 0.9;
        assertEquals(found.savesBelow(), cascade.perHour(below) < cascade.largeAlonePerHour());
    }

    @Test
    void theBreakEvenIsThatOfTheFormula() {
        CascadeEnergy cascade = cascade(stage("chip", 0, 50e-6, 2), new WakeRates(1000, 0.9, 0.1), 0);

        // 1000 x 100 uJ less 1000 x 50 uJ pays 500 wakes, of which 100 are false: 400 / 0.8.
        assertEquals(new BreakEvenRate.At(500, true), cascade.breakEven());
    }

    @Test
    void aDetectorThatWakesAlwaysSavesNever() {
        assertEquals(
                new BreakEvenRate.Never(),
                cascade(SMALL, new WakeRates(3600, 1, 1), 0).breakEven());
    }

    @Test
    void aDetectorThatWakesNeverSavesAlways() {
        assertEquals(
                new BreakEvenRate.Always(),
                cascade(SMALL, new WakeRates(3600, 0, 0), 0).breakEven());
    }

    @Test
    void aDetectorThatTakesMoreThanTheLargeNetworkSavesNever() {
        assertEquals(
                new BreakEvenRate.Never(),
                cascade(stage("chip", 1e-3, 0, 2), RATES, 0).breakEven());
    }

    @Test
    void errorsOfTwoDevicesAddInSquaresByTheirShares() {
        CascadeEnergy cascade = cascade(SMALL, RATES, 0);
        double joules = cascade.perHour(60);
        double small = 3600 * 3e-6 / joules;
        double spread = Math.exp(Math.hypot(small * Math.log(2), (1 - small) * Math.log(1.5)));
        Interval found = cascade.interval(60).orElseThrow();

        assertEquals(joules / spread, found.low(), CLOSE);
        assertEquals(joules * spread, found.high(), CLOSE);
        double ofSaving = Math.exp(small * Math.hypot(Math.log(2), Math.log(1.5)));
        assertEquals(
                cascade.saving(60) * ofSaving,
                cascade.savingInterval(60).orElseThrow().high(),
                1e-9);
    }

    @Test
    void onOneDeviceTheErrorCancelsInTheSaving() {
        CascadeEnergy cascade = cascade(stage("processor", 10e-6, 2e-6, 1.5), RATES, 0);

        assertEquals(
                cascade.saving(60), cascade.savingInterval(60).orElseThrow().low(), 1e-9);
        assertEquals(
                cascade.perHour(60) * 1.5, cascade.interval(60).orElseThrow().high(), CLOSE);
    }

    @Test
    void withoutAMeasurementThereIsNoInterval() {
        StagePower unvalidated = new StagePower("chip", 0, 1e-6, 0.01, Reliability.unvalidated(Grade.C));

        assertTrue(cascade(unvalidated, RATES, 0).interval(1).isEmpty());
        assertTrue(cascade(unvalidated, RATES, 0).savingInterval(1).isEmpty());
        assertFalse(cascade(SMALL, RATES, 0).savingInterval(1).isEmpty());
    }

    @Test
    void ratesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WakeRates(0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new WakeRates(3600, 1.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new WakeRates(3600, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> RATES.wakesPerHour(3601));
        assertThrows(IllegalArgumentException.class, () -> RATES.wakesPerHour(-1));
        assertThrows(IllegalArgumentException.class, () -> cascade(SMALL, RATES, -1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StagePower("chip", -1, 0, 0, Reliability.unvalidated(Grade.C)));
    }
}
