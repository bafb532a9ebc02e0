package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.expression.Intonation;
import org.junit.jupiter.api.Test;

class SynthesiserTest {

    private static AudioClip note() {
        double[] samples = new double[32_000];
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * 500 * i / 16_000;
            samples[i] = 0.3 * Math.sin(angle) + 0.1 * Math.sin(2 * angle) + 0.05 * Math.sin(3 * angle);
        }
        return new AudioClip(samples, 16_000);
    }

    /** The largest fluctuation of the pitch of partials, each by itself, at 5 Hz, compressed. */
    private static double fluctuation(AudioClip clip) {
        double largest = 0;
        for (double[] row : new Intonation(16_000, 0.01).of(clip.samples(), 4)) {
            largest = Math.max(largest, row[4]);
        }
        return largest;
    }

    @Test
    void theSameSeedGivesTheSameNote() {
        AudioClip first = Synthesiser.given(note(), 7);

        assertArrayEquals(first.samples(), Synthesiser.given(note(), 7).samples());
        assertEquals(16_000, first.sampleRateHertz());
        assertEquals(32_000, first.samples().length);
    }

    @Test
    void someNotesFluctuateAndSomeStayAsTheyAre() {
        int fluctuating = 0;
        for (int seed = 0; seed < 40; seed++) {
            fluctuating += fluctuation(Synthesiser.given(note(), seed)) > 1 ? 1 : 0;
        }

        // No layers, no vibrato: 24 % of the notes.
        assertTrue(fluctuating >= 20 && fluctuating <= 38, fluctuating + " of 40");
    }

    @Test
    void aPlayersPitchMovesToo() {
        for (int seed = 0; seed < 5; seed++) {
            assertTrue(fluctuation(Breath.given(note(), seed)) > 1);
        }
        assertTrue(fluctuation(note()) < 0.1);
    }
}
