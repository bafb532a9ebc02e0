package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStretchTest {

    private static final double RATE = 8000;
    private static final double TONE_HERTZ = 437;

    /** One second: a tone that lasts half of it, between silences. */
    private static AudioClip note() {
        double[] samples = new double[8000];
        for (int i = 2000; i < 6000; i++) {
            samples[i] = 0.5 * Math.sin(2 * Math.PI * TONE_HERTZ * i / RATE);
        }
        return new AudioClip(samples, RATE);
    }

    private static double frequency(double[] samples, int from, int until) {
        int crossings = 0;
        for (int i = from + 1; i < until; i++) {
            crossings += samples[i - 1] < 0 && samples[i] >= 0 ? 1 : 0;
        }
        return crossings * RATE / (until - from);
    }

    private static double loudness(double[] samples, int from, int until) {
        double power = 0;
        for (int i = from; i < until; i++) {
            power += samples[i] * samples[i];
        }
        return Math.sqrt(power / (until - from));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 0.85, 0.97, 1.1, 1.5, 2})
    void aStretchedNoteLastsLongerAtTheSamePitchAndLoudness(double factor) {
        double[] stretched = TimeStretch.apply(note(), factor).samples();

        assertEquals(Math.round(8000 * factor), stretched.length);
        int start = (int) (2300 * factor);
        int end = (int) (5700 * factor);
        assertEquals(TONE_HERTZ, frequency(stretched, start, end), 0.015 * TONE_HERTZ);
        assertEquals(0.5 / Math.sqrt(2), loudness(stretched, start, end), 0.01);
        assertTrue(loudness(stretched, 0, (int) (1600 * factor)) < 1e-3, "silence before");
        assertTrue(loudness(stretched, (int) (6400 * factor), stretched.length) < 1e-3, "silence after");
    }

    @Test
    void aFactorOfOneLeavesTheSoundAlone() {
        AudioClip note = note();

        assertSame(note, TimeStretch.apply(note, 1));
    }

    @Test
    void aSoundStretchedByNextToNothingIsNextToTheSame() {
        double[] same = note().samples();

        double[] stretched = TimeStretch.apply(note(), 1 + 1e-9).samples();

        assertEquals(same.length, stretched.length);
        assertArrayEquals(same, stretched, 1e-9, "overlapping windows add up to one");
    }

    @Test
    void veryShortSoundsAreNoTrouble() {
        assertEquals(
                0, TimeStretch.apply(new AudioClip(new double[0], RATE), 1.5).samples().length);
        assertEquals(
                5,
                TimeStretch.apply(new AudioClip(new double[] {1, 2, 3}, RATE), 1.5)
                        .samples()
                        .length);
        assertEquals(
                2,
                TimeStretch.apply(new AudioClip(new double[] {1, 2, 3, 4}, 3), 0.5)
                        .samples()
                        .length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 4.1, Double.NaN, -1})
    void refusesFactorsOutOfRange(double factor) {
        assertThrows(IllegalArgumentException.class, () -> TimeStretch.apply(note(), factor));
    }

    private static final Augmentation STRETCH = Augmentation.NONE.withStretch(0.2);

    @Test
    void lengthsAreDrawnFromTheWholeRange() {
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int epoch = 0; epoch < 30; epoch++) {
            int length = STRETCH.apply(note(), 0, epoch).samples().length;
            shortest = Math.min(shortest, length);
            longest = Math.max(longest, length);
        }

        assertTrue(shortest >= 6400 && shortest < 6800, "shortest " + shortest);
        assertTrue(longest <= 9600 && longest > 9200, "longest " + longest);
    }
}
