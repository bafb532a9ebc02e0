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

    @Test
    void refusesParametersThatMakeNoLevels() {
        assertThrows(IllegalArgumentException.class, () -> new Decibels(0, 1e-10, 80));
        assertThrows(IllegalArgumentException.class, () -> new Decibels(1, 0, 80));
        assertThrows(IllegalArgumentException.class, () -> new Decibels(1, 1e-10, Double.NaN));
    }
}
