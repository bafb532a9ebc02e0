package ganglion.cochlea.gain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.Gains.FixedGain;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CausalGainTest {

    private static final double HOP_SECONDS = 0.01;

    static List<CausalGain> gains() {
        return List.of(new FixedGain(3), DecibelDrive.DEFAULT, RunningMaximum.DEFAULT, PerChannelEnergy.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("gains")
    void silenceDrivesNothing(CausalGain gain) {
        double[] silence = new double[40];

        gain.apply(silence, 4, HOP_SECONDS);

        assertArrayEquals(new double[40], silence);
    }

    @ParameterizedTest
    @MethodSource("gains")
    void louderNeverDrivesLess(CausalGain gain) {
        double before = 0;
        for (double power = 1e-9; power < 2; power *= 3) {
            double[] values = {power};
            gain.apply(values, 1, HOP_SECONDS);
            assertTrue(values[0] >= before, power + " drives with " + values[0] + " after " + before);
            before = values[0];
        }
    }

    /** EXPERIMENTS.md of the founding study, section 2: the drives of its amplitudes on the dB scale. */
    @ParameterizedTest
    @CsvSource({"1, 1", "0.1, 0.75", "0.0004, 0.15051", "0.0001, 0", "0.00001, 0", "10, 1.25"})
    void decibelDrivesAreThoseOfTheStudy(double amplitude, double drive) {
        assertEquals(drive, DecibelDrive.DEFAULT.drive(amplitude * amplitude), 1e-5);
    }

    @Test
    void theRunningMaximumFallsAtItsRate() {
        double[] values = new double[101];
        values[0] = 1;
        values[100] = 0.01;

        // 20 dB per second over a second: a hundredth of the power is the maximum again.
        new RunningMaximum(1e-6, 20).apply(values, 1, HOP_SECONDS);

        assertEquals(1, values[0]);
        assertEquals(1, values[100], 1e-12);
    }

    /** Half of the maximum that is left drives half: a maximum that falls too fast would show. */
    @Test
    void theRunningMaximumDoesNotFallFasterThanItsRate() {
        double[] values = new double[51];
        values[0] = 1;
        values[50] = 0.05;

        new RunningMaximum(1e-6, 20).apply(values, 1, HOP_SECONDS);

        assertEquals(0.5, values[50], 1e-12);
    }

    @Test
    void withoutDecayTheRunningMaximumEndsLikeTheClips() {
        double[] running = randomPowers();
        double[] whole = running.clone();
        double loudest = Arrays.stream(running).max().orElseThrow();
        int frameOfTheLoudest = 0;
        for (int i = 0; i < running.length; i++) {
            frameOfTheLoudest = running[i] == loudest ? i / 4 : frameOfTheLoudest;
        }

        new RunningMaximum(1e-6, 0).apply(running, 4, HOP_SECONDS);
        new NormalisedPower(1e-6).apply(whole, 4, HOP_SECONDS);

        for (int i = 4 * frameOfTheLoudest; i < whole.length; i++) {
            assertEquals(whole[i], running[i]);
        }
    }

    @Test
    void belowTheMinimumRangeFaintStaysFaint() {
        double[] values = {1e-9, 2e-9};

        new RunningMaximum(1e-6, 20).apply(values, 1, HOP_SECONDS);

        assertEquals(1e-3, values[0], 1e-15);
        assertEquals(2e-3, values[1], 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNumbersThatAreNotPositive(double number) {
        assertThrows(IllegalArgumentException.class, () -> new DecibelDrive(number, 1));
        assertThrows(IllegalArgumentException.class, () -> new DecibelDrive(80, number));
        assertThrows(IllegalArgumentException.class, () -> new RunningMaximum(number, 20));
        assertThrows(IllegalArgumentException.class, () -> new RunningMaximum(1, number == 0 ? -0.1 : number));
    }

    private static double[] randomPowers() {
        SplittableRandom random = new SplittableRandom(21);
        double[] powers = new double[400];
        Arrays.setAll(powers, i -> Math.exp(-10 * random.nextDouble()));
        return powers;
    }
}
