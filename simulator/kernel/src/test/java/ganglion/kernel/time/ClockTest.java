package ganglion.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    @Test
    void countsWholeTicksInSpiteOfDecimalRounding() {
        assertEquals(3, new Clock(0.1).wholeTicks(0.3));
        assertEquals(1_000_000_000L, new Clock(1e-9).wholeTicks(1));
        assertEquals(86, new Clock(512 / 44100.0).wholeTicks(86 * 512 / 44100.0));
    }

    @Test
    void refusesDurationsBetweenTicks() {
        assertThrows(IllegalArgumentException.class, () -> new Clock(0.002).wholeTicks(0.003));
        assertThrows(IllegalArgumentException.class, () -> new Clock(0.002).wholeTicks(Double.NaN));
    }

    @Test
    void convertsBothWays() {
        Clock clock = new Clock(0.002);

        assertEquals(0.5, clock.seconds(250));
        assertEquals(250, clock.nearestTick(0.5007));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1})
    void takesTheEndsOfItsRange(double tickSeconds) {
        assertEquals(tickSeconds, new Clock(tickSeconds).seconds(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.9e-9, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesTicksOutsideItsRange(double tickSeconds) {
        assertThrows(IllegalArgumentException.class, () -> new Clock(tickSeconds));
    }
}
