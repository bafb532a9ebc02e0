package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    /** A step is no shorter than any look-ahead, so that no window is cut, and leave reaches two steps ahead. */
    @ParameterizedTest
    @CsvSource({"1, 3, 512", "1, 512, 512", "513, 7, 513", "9, 100000, 100000"})
    void aStepIsAsLongAsTheLargestLookahead(int first, int second, long step) {
        Wiring wiring = Wiring.of(new int[][] {{1}, {0}}, new int[][] {{first}, {second}});

        assertEquals(new Pace(2 * step, step), Pace.of(wiring));
    }

    @Test
    void coresThatReachNoOtherComeToStepsAsWell() {
        assertEquals(new Pace(1024, 512), Pace.of(Wiring.of(new int[][] {{}}, new int[][] {{}})));
    }
}
