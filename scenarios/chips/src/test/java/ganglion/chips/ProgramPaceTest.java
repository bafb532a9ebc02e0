package ganglion.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramPaceTest {

    @ParameterizedTest
    @CsvSource({"1234567, 0.001", "20000000, 0.001", "1300000, 0.0001", "75000000, 0.0033", "1000, 0.0175"})
    void theFirstCycleOfATickIsItsOwn(double hertz, double tickSeconds) {
        ProgramPace pace = new ProgramPace(1, tickSeconds, hertz);

        for (long tick = 1; tick < 20_000; tick++) {
            long first = pace.cycle(tick);
            assertEquals(tick, pace.tick(first));
            assertEquals(tick - 1, pace.tick(first - 1));
            assertTrue(first >= tick * pace.cyclesPerTick() * (1 - 1e-15) && first < tick * pace.cyclesPerTick() + 1);
        }
    }
}
