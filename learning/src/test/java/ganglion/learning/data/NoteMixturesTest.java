package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteMixturesTest {

    private static final int SAMPLES = 1600;
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final double[] HERTZ = {500, 1500, 4000};

    @TempDir
    private Path directory;

    private final List<SoundFile> sounds = new ArrayList<>();

    @BeforeEach
    void recordTones() throws IOException {
        for (int c = 0; c < 3; c++) {
            double[] samples = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                samples[i] = 0.1 * (c + 1) * Math.sin(2 * Math.PI * HERTZ[c] * i / 16_000);
            }
            Path file = directory.resolve(CLASSES.get(c) + ".wav");
            Files.write(file, WaveWriter.bytes(new AudioClip(samples, 16_000)));
            sounds.add(new SoundFile(file, CLASSES.get(c)));
        }
    }

    /** Amplitude of a tone in a sound, by correlation. */
    private static double amplitude(double[] samples, double hertz) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < samples.length; i++) {
            even += samples[i] * Math.cos(2 * Math.PI * hertz * i / 16_000) * 2 / samples.length;
            odd += samples[i] * Math.sin(2 * Math.PI * hertz * i / 16_000) * 2 / samples.length;
        }
        return Math.hypot(even, odd);
    }

    @Test
    void theClassesOfAMixtureAreThoseOfItsNotes() throws DataSetException {
        NoteMixtures mixtures = new NoteMixtures(sounds, CLASSES, 3, 6, 1);
        TreeSet<Integer> counts = new TreeSet<>();
        for (int k = 0; k < 30; k++) {
            NoteMixtures.Mixture mixture = mixtures.mixture(k);
            counts.add(Integer.bitCount(mixture.classes()));
            for (int c = 0; c < 3; c++) {
                boolean there = (mixture.classes() >> c & 1) == 1;
                assertEquals(there, amplitude(mixture.clip().samples(), HERTZ[c]) > 0.05, "mixture " + k);
            }
        }
        assertEquals(new TreeSet<>(List.of(1, 2, 3)), counts);
    }

    @Test
    void notesDifferByTheGainRangeAtMost() throws DataSetException {
        NoteMixtures mixtures = new NoteMixtures(sounds, CLASSES, 3, 6, 1);
        for (int k = 0; k < 30; k++) {
            NoteMixtures.Mixture mixture = mixtures.mixture(k);
            double loudest = 0;
            double softest = Double.POSITIVE_INFINITY;
            for (int c = 0; c < 3; c++) {
                if ((mixture.classes() >> c & 1) == 1) {
                    double amplitude = amplitude(mixture.clip().samples(), HERTZ[c]);
                    loudest = Math.max(loudest, amplitude);
                    softest = Math.min(softest, amplitude);
                }
            }
            assertTrue(loudest / softest < 2.01, "mixture " + k);
        }
    }

    @Test
    void nothingClipsAndTheSameNumberGivesTheSameMixture() throws DataSetException {
        NoteMixtures mixtures = new NoteMixtures(sounds, CLASSES, 3, 6, 1);
        NoteMixtures again = new NoteMixtures(sounds, CLASSES, 3, 6, 1);
        for (int k = 0; k < 10; k++) {
            double[] samples = mixtures.mixture(k).clip().samples();
            double peak = 0;
            for (double sample : samples) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertEquals(0.9, peak, 1e-9);
            assertArrayEquals(samples, again.mixture(k).clip().samples());
        }
    }

    @Test
    void refusesAClassWithoutSoundsAndTooManyNotes() {
        assertThrows(DataSetException.class, () -> new NoteMixtures(sounds.subList(0, 2), CLASSES, 2, 6, 1));
        assertThrows(IllegalArgumentException.class, () -> new NoteMixtures(sounds, CLASSES, 4, 6, 1));
    }
}
