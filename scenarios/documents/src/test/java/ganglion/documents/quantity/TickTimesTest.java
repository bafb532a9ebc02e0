package ganglion.documents.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickTimesTest {

    private static final TickTimes TIMES = new TickTimes(new Clock(0.002));

    @ParameterizedTest
    @CsvSource({"2 ms, 1", "0 s, 0", "1 tick, 1", "7 ticks, 7", "1 s, 500", "2000us, 1", "0.3 s, 150", " 4  ms , 2"})
    void countsWholeTicks(String text, long ticks) {
        assertEquals(ticks, TIMES.wholeTicks(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 ms      | found "3 ms", expected a multiple of the tick of 2 ms
            -2 ms     | found "-2 ms", expected a time of at least 0 s
            1e20 s    | found "1e20 s", expected at most 1e15 ticks
            2 mV      | found "2 mV", expected a time such as 3.5 ns (s, ms, us, ns, ps)
            2         | found "2", expected a time such as 3.5 ns (s, ms, us, ns, ps)
            1.5 ticks | found "1.5 ticks", expected a time such as 3.5 ns (s, ms, us, ns, ps)
            """)
    void refusesWhatIsNoWholeNumberOfTicks(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> TIMES.wholeTicks(text))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"2.9 ms, 1", "3.1 ms, 2", "0.01, 5", "12 ms, 6", "3 ticks, 3", "1e-3, 1"})
    void findsTheNearestTick(String text, long tick) {
        assertEquals(tick, TIMES.nearestTick(text));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1 tick, 1", "4 ms, 2"})
    void takesPlainDelaysForTicks(String text, int ticks) {
        assertEquals(ticks, TIMES.delayTicks(text));
    }

    @ParameterizedTest
    @CsvSource({"0", "0 ms", "0 ticks", "3000000000"})
    void refusesDelaysThatAreNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> TIMES.delayTicks(text));
    }

    @Test
    void leavesFractionsOfTicksButNotRoundingErrors() {
        assertEquals(1.5, TIMES.ticks("3 ms"), 1e-12);
        assertEquals(150, TIMES.ticks("0.3 s"));
        assertEquals(3, TIMES.ticks("3 ticks"));
        assertEquals(0.35, TIMES.ticks("0.35 ticks"));
        assertEquals(new TickTimes(new Clock(0.1)).ticks("0.3 s"), 3);
    }

    @Test
    void writesTheTickForPeople() {
        assertEquals("2 ms", TIMES.tick());
        assertEquals("1 ns", new TickTimes(new Clock(1e-9)).tick());
    }
}
