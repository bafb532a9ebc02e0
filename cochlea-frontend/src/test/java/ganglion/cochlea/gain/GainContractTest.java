package ganglion.cochlea.gain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.Gains.FixedGain;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every gain control promises, whatever its formula. */
class GainContractTest {

    private static final int BANDS = 4;
    private static final double HOP_SECONDS = 0.002;

    static List<GainControl> gains() {
        return List.of(
                new FixedGain(3),
                DecibelDrive.DEFAULT,
                NormalisedPower.DEFAULT,
                RunningMaximum.DEFAULT,
                PerChannelEnergy.DEFAULT);
    }

    static List<CausalGain> causalGains() {
        return gains().stream()
                .filter(CausalGain.class::isInstance)
                .map(CausalGain.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("gains")
    void drivesAreFiniteAndNotNegative(GainControl gain) {
        double[] values = {0, 1e-300, 1e-12, 1e-6, 0.1, 1, 100, 1e24, 0, 0, 0, 0};

        gain.apply(values, BANDS, HOP_SECONDS);

        for (double value : values) {
            assertTrue(value >= 0 && value < Double.POSITIVE_INFINITY, "drive " + value);
        }
    }

    @ParameterizedTest
    @MethodSource("gains")
    void anEmptyClipIsNoTrouble(GainControl gain) {
        double[] values = {};

        gain.apply(values, BANDS, HOP_SECONDS);

        assertEquals(0, values.length);
    }

    @ParameterizedTest
    @MethodSource("causalGains")
    void whereAFrameLiesDoesNotMatter(CausalGain gain) {
        double[] whole = powers();
        double[] frames = powers();

        gain.apply(whole, BANDS, HOP_SECONDS);

        GainStage stage = gain.start(BANDS, HOP_SECONDS);
        double[] frame = new double[BANDS + 3];
        for (int offset = 0; offset < frames.length; offset += BANDS) {
            Arrays.fill(frame, 9);
            System.arraycopy(frames, offset, frame, 2, BANDS);
            stage.apply(frame, 2);
            assertEquals(9, frame[1]);
            assertEquals(9, frame[BANDS + 2]);
            System.arraycopy(frame, 2, frames, offset, BANDS);
        }
        assertArrayEquals(whole, frames);
    }

    private static double[] powers() {
        SplittableRandom random = new SplittableRandom(17);
        double[] powers = new double[200];
        Arrays.setAll(powers, i -> Math.exp(-15 * random.nextDouble()));
        return powers;
    }
}
