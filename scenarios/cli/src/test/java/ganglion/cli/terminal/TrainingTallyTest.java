package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTallyTest {

    @Test
    void whatWasNotBegunCountsAndIsNamed() {
        TrainingTally tally = new TrainingTally(List.of("a", "b", "c", "d", "d"));
        tally.add("a", ExitCode.FINE);
        tally.add("b", ExitCode.EXPECTATION_FAILED);
        tally.add("c", ExitCode.INTERRUPTED);

        assertEquals(
                List.of("2 of 5 experiments trained", "an expectation missed: b", "cut short: c", "not begun: d, d"),
                tally.lines());
        tally.add("d", ExitCode.BAD_INPUT);
        assertEquals("not begun: d", tally.lines().get(4));
    }

    @Test
    void aWholeSeriesHasNothingLeft() {
        TrainingTally tally = new TrainingTally(List.of("a", "b"));
        tally.add("a", ExitCode.FINE);
        tally.add("b", ExitCode.FINE);

        assertEquals(List.of("2 of 2 experiments trained"), tally.lines());
        assertEquals(ExitCode.FINE, tally.code());
        assertTrue(tally.several());
        assertFalse(new TrainingTally(List.of("a")).several());
    }
}
