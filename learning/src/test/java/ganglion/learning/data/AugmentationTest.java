package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.audio.AudioClip;
import ganglion.learning.data.Breath.SlowNoise;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of sounds from epoch to epoch: a function of seed, sound and epoch. */
class AugmentationTest {

    private static final int RATE_HERTZ = 8000;

    private static AudioClip clip() {
        return new AudioClip(new Random(1).doubles(RATE_HERTZ / 2, -0.5, 0.5).toArray(), RATE_HERTZ);
    }

    private static double power(double[] samples) {
        return Arrays.stream(samples).map(x -> x * x).sum() / samples.length;
    }

    static Stream<Augmentation> changes() {
        Augmentation gain = new Augmentation(-6, 6, NoiseMix.NONE, 0, 5);
        return Stream.of(
                gain,
                new Augmentation(0, 0, NoiseMix.white(5, 20), 0, 5),
                new Augmentation(0, 0, NoiseMix.NONE, 0.05, 5),
                Augmentation.NONE.withStretch(0.2),
                Augmentation.NONE.withFragment(new Fragment(0.2)),
                gain.withStretch(0.1).withFragment(new Fragment(0.1)).withNoise(NoiseMix.white(0, 10)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsAFunctionOfSoundAndEpoch(Augmentation change) {
        double[] samples = change.apply(clip(), 3, 7).samples();

        assertTrue(change.active() && change.changesSounds());
        assertArrayEquals(samples, change.apply(clip(), 3, 7).samples());
        assertFalse(Arrays.equals(samples, change.apply(clip(), 4, 7).samples()));
        assertFalse(Arrays.equals(samples, change.apply(clip(), 3, 8).samples()));
    }

    @Test
    void noChangeGivesTheSameClip() {
        AudioClip clip = clip();

        assertSame(clip, Augmentation.NONE.apply(clip, 0, 0));
        assertFalse(Augmentation.NONE.active());
        assertEquals(0, Augmentation.NONE.version(9));
    }

    @Test
    void gainsLieBetweenTheirBoundsAndReachNearBoth() {
        Augmentation change = new Augmentation(-6, 3, NoiseMix.NONE, 0, 5);
        double[] decibels = new double[200];
        for (int epoch = 0; epoch < decibels.length; epoch++) {
            double[] samples = change.apply(clip(), 0, epoch).samples();
            decibels[epoch] = 10 * Math.log10(power(samples) / power(clip().samples()));
        }

        double lowest = Arrays.stream(decibels).min().orElse(0);
        double highest = Arrays.stream(decibels).max().orElse(0);
        assertTrue(lowest > -6.0001 && lowest < -5.7, "lowest gain " + lowest);
        assertTrue(highest < 3.0001 && highest > 2.7, "highest gain " + highest);
    }

    @Test
    void aShiftMovesTheSoundAndFillsUpWithSilence() {
        Augmentation change = new Augmentation(0, 0, NoiseMix.NONE, 0.05, 5);
        double[] before = clip().samples();
        boolean left = false;
        boolean right = false;
        for (int epoch = 0; epoch < 20; epoch++) {
            double[] after = change.apply(clip(), 0, epoch).samples();
            int shift = shift(before, after);
            assertTrue(Math.abs(shift) <= 0.05 * RATE_HERTZ, "shift of " + shift + " samples");
            left |= shift < -10;
            right |= shift > 10;
        }
        assertTrue(left && right);
    }

    /** The shift that makes one of the other; fails if there is none. */
    private static int shift(double[] before, double[] after) {
        for (int shift = -RATE_HERTZ / 10; shift <= RATE_HERTZ / 10; shift++) {
            boolean same = true;
            for (int i = 0; same && i < after.length; i++) {
                int from = i - shift;
                same = after[i] == (from < 0 || from >= before.length ? 0 : before[from]);
            }
            if (same) {
                return shift;
            }
        }
        throw new AssertionError("not a shift of the sound");
    }

    @Test
    void aFragmentDoesNotChangeTheOtherChoices() {
        Augmentation gain = new Augmentation(-6, 6, NoiseMix.NONE, 0, 5);
        double whole = gain.apply(clip(), 0, 1).samples()[0] / clip().samples()[0];
        double[] piece =
                gain.withFragment(new Fragment(0.1)).apply(clip(), 0, 1).samples();

        assertEquals(800, piece.length);
        double[] samples = clip().samples();
        boolean found = Arrays.stream(samples).anyMatch(x -> Math.abs(x * whole - piece[0]) < 1e-12);
        assertTrue(found, "the piece has the gain of the whole sound");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 7, 7", "3, 0, 0", "3, 2, 2", "3, 3, 0", "3, 7, 1"})
    void versionsTakeTurnsOrAreNewInEachEpoch(int versions, int epoch, int expected) {
        Augmentation change = new Augmentation(-1, 1, NoiseMix.NONE, 0, 5).withSpectrum(SpectrumChange.NONE, versions);

        assertEquals(expected, change.version(epoch));
    }

    @Test
    void aChangeOfSpectraAloneLeavesSoundsAlone() {
        Augmentation change = Augmentation.NONE.withSpectrum(new SpectrumChange(1, 0, 0, 0, 0, 0, 0), 0);

        assertTrue(change.active());
        assertFalse(change.changesSounds());
        double[] levels = new Random(2).doubles(40, -60, 0).toArray();
        assertArrayEquals(change.applyToLevels(levels, 8, 1, 2), change.applyToLevels(levels, 8, 1, 2));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(1, 0, NoiseMix.NONE, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(Double.NaN, 0, NoiseMix.NONE, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0, NoiseMix.NONE, -0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withStretch(0.51));
        assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withStretch(-0.01));
        assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withSpectrum(SpectrumChange.NONE, -1));
        assertThrows(NullPointerException.class, () -> Augmentation.NONE.withNoise(null));
    }

    @Test
    void slowNoiseHasADeviationOfOneAndNoFastParts() {
        double sumOfSquares = 0;
        double largestStep = 0;
        for (long seed = 0; seed < 20; seed++) {
            double[] noise = new SlowNoise(new Random(seed), RATE_HERTZ, 4 * RATE_HERTZ, 0.5, 8).values();
            assertEquals(4 * RATE_HERTZ, noise.length);
            sumOfSquares += power(noise) / 20;
            for (int i = 1; i < noise.length; i++) {
                largestStep = Math.max(largestStep, Math.abs(noise[i] - noise[i - 1]));
            }
        }

        assertEquals(1, sumOfSquares, 0.25);
        assertTrue(largestStep < 0.05, "largest step " + largestStep);
    }
}
