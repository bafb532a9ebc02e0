package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseMixTest {

    private static AudioClip tone(double amplitude) {
        double[] samples = new double[8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = amplitude * Math.sin(0.1 * i);
        }
        return new AudioClip(samples, 16_000);
    }

    private static AudioClip steps() {
        double[] samples = new double[1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 7 - 3;
        }
        return new AudioClip(samples, 16_000);
    }

    private static Augmentation with(NoiseMix noise) {
        return new Augmentation(0, 0, noise, 0, 5);
    }

    @Test
    void anExcerptOfAClipIsLaidOverAtTheRatioAskedFor() {
        AudioClip clean = tone(0.1);

        double[] noisy = with(new NoiseMix(List.of(steps()), 20, 20, 1))
                .apply(clean, 3, 0)
                .samples();

        double power = 0;
        for (int i = 0; i < noisy.length; i++) {
            double noise = noisy[i] - clean.samples()[i];
            power += noise * noise / noisy.length;
            double next = noisy[(i + 7) % noisy.length] - clean.samples()[(i + 7) % noisy.length];
            boolean inOnePass = i + 7 < noisy.length;
            assertTrue(!inOnePass || Math.abs(next - noise) < 0.1, "the noise is that of the clip");
        }
        assertEquals(0.005 / 100, power, 1e-6);
    }

    @Test
    void onlyAShareOfTheSoundsGetsNoise() {
        Augmentation half = with(new NoiseMix(List.of(), 0, 0, 0.5));
        AudioClip clean = tone(0.1);

        int noisy = 0;
        for (int sound = 0; sound < 200; sound++) {
            noisy += half.apply(clean, sound, 0).samples()[1] != clean.samples()[1] ? 1 : 0;
        }

        assertTrue(noisy > 70 && noisy < 130, noisy + " of 200");
    }

    @Test
    void aSumBeyondFullScaleIsScaledDown() {
        double[] noisy = with(NoiseMix.white(-10, -10)).apply(tone(0.9), 0, 0).samples();

        double peak = 0;
        for (double sample : noisy) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertEquals(0.99, peak, 1e-12);
    }

    @Test
    void silenceStaysSilent() {
        AudioClip silence = new AudioClip(new double[100], 16_000);

        assertArrayEquals(
                new double[100], with(NoiseMix.white(0, 0)).apply(silence, 0, 0).samples());
    }

    @Test
    void refusesRatiosOutOfOrderAndEmptyClips() {
        assertThrows(IllegalArgumentException.class, () -> NoiseMix.white(5, 3));
        assertThrows(IllegalArgumentException.class, () -> new NoiseMix(List.of(), 0, 0, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new NoiseMix(List.of(new AudioClip(new double[0], 16_000)), 0, 0, 1));
    }
}
