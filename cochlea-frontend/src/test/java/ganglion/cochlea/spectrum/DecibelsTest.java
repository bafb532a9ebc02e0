package ganglion.cochlea.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DecibelsTest {

    @Test
    void tenTimesThePowerIsTenDecibelsMore() {
        Decibels decibels = new Decibels(0.5, 1e-10, 80);

        assertEquals(0, decibels.level(0.5), 1e-12);
        assertEquals(10, decibels.level(5), 1e-12);
        assertEquals(-10, decibels.level(0.05), 1e-12);
    }

    @Test
    void silenceIsTheSmallestPower() {
        assertEquals(-100, Decibels.LIBROSA.level(0), 1e-12);
    }

    @Test
    void raisesWhatLiesBelowTheRange() {
        double[] values = {1, 1e-3, 1e-7};

        new Decibels(1, 1e-10, 40).apply(values);

        assertArrayEquals(new double[] {0, -30, -40}, values, 1e-12);
    }

    @Test
    void anInfiniteRangeRaisesNothing() {
        double[] values = {1, 1e-9};

        new Decibels(1, 1e-10, Double.POSITIVE_INFINITY).apply(values);

        assertArrayEquals(new double[] {0, -90}, values, 1e-12);
    }

    /** 1e-14 is added, not a bound: it shows in half of a level beside a power as small. */
    @Test
    void addsTheSmallestPowerToPowersRelativeToFullScale() {
        double[] levels = Decibels.ofPowers(new double[] {1, 0, 1e-14, 1e-3});

        assertArrayEquals(new double[] {0, -140, -140 + 10 * Math.log10(2), -30}, levels, 1e-9);
    }

    @Test
    void refusesBoundsThemselvesWhereOnlyNumbersInsideMakeLevels() {
        assertEquals(0, new Decibels(1, Double.MIN_NORMAL, 80).level(1), 1e-12);
        for (double reference : new double[] {0, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Decibels(reference, 1e-10, 80));
        }
        for (double smallest : new double[] {Math.nextDown(Double.MIN_NORMAL), Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Decibels(1, smallest, 80));
        }
        assertThrows(IllegalArgumentException.class, () -> new Decibels(1, 1e-10, 0));
    }
}
