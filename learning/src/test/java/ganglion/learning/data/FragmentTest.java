package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FragmentTest {

    /** A second of numbers that tell where they stand, then a second of silence. */
    private static AudioClip rampAndSilence() {
        double[] samples = new double[2000];
        Arrays.setAll(samples, i -> i < 1000 ? 0.5 + i / 2000.0 : 0);
        return new AudioClip(samples, 1000);
    }

    @Test
    void isAPieceOfTheSound() {
        AudioClip clip = rampAndSilence();
        double[] piece = new Fragment(0.3).of(clip, new Random(1)).samples();

        assertEquals(300, piece.length);
        int from = (int) Math.round((piece[0] - 0.5) * 2000);
        assertArrayEquals(Arrays.copyOfRange(clip.samples(), from, from + 300), piece);
    }

    @Test
    void isNeverSilenceAndNotAlwaysTheSame() {
        Set<Double> starts = new HashSet<>();
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            double[] piece = new Fragment(0.3).of(rampAndSilence(), random).samples();
            assertTrue(Arrays.stream(piece).anyMatch(value -> value > 0));
            starts.add(piece[0]);
        }
        assertTrue(starts.size() > 100, starts.size() + " starts");
    }

    @Test
    void doesNotLengthenSounds() {
        AudioClip clip = rampAndSilence();

        assertSame(clip, new Fragment(2).of(clip, new Random(1)));
        assertSame(clip, Fragment.NONE.of(clip, new Random(1)));
        assertEquals(
                2000,
                new Fragment(0.3)
                                .of(new AudioClip(new double[2000], 1000), new Random(1))
                                .samples()
                                .length
                        + 1700);
    }
}
