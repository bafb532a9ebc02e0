package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BreathTest {

    private static final double RATE_HERTZ = 16_000;

    private static AudioClip tone() {
        double[] samples = new double[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 0.3 * Math.sin(2 * Math.PI * 440 * i / RATE_HERTZ);
        }
        return new AudioClip(samples, RATE_HERTZ);
    }

    /** Standard deviation of the level in decibels, in stretches of 50 ms. */
    private static double deviation(AudioClip clip) {
        int stretch = 800;
        double[] levels = new double[clip.samples().length / stretch];
        for (int k = 0; k < levels.length; k++) {
            double power = 0;
            for (int i = 0; i < stretch; i++) {
                power += Math.pow(clip.samples()[k * stretch + i], 2);
            }
            levels[k] = 10 * Math.log10(power);
        }
        double mean = Arrays.stream(levels).average().orElseThrow();
        return Math.sqrt(Arrays.stream(levels)
                .map(level -> (level - mean) * (level - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void aSteadyToneGetsTheLevelDriftOfAPlayer() {
        assertTrue(deviation(tone()) < 0.05);
        for (long seed = 0; seed < 10; seed++) {
            double deviation = deviation(Breath.given(tone(), seed));
            assertTrue(deviation > 0.3 && deviation < 3, "seed " + seed + ": " + deviation + " dB");
        }
    }

    @Test
    void theSameSeedGivesTheSameBreath() {
        double[] first = Breath.given(tone(), 4).samples();

        assertArrayEquals(first, Breath.given(tone(), 4).samples());
        assertFalse(Arrays.equals(first, Breath.given(tone(), 5).samples()));
    }

    @Test
    void silenceStaysSilent() {
        double[] silence =
                Breath.given(new AudioClip(new double[16_000], RATE_HERTZ), 1).samples();

        assertEquals(0, Arrays.stream(silence).map(Math::abs).max().orElseThrow());
    }
}
