package ganglion.scenario.explore.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinalistsTest {

    private static TrialLosses of(double... losses) {
        return new TrialLosses(losses, 0);
    }

    private static final List<TrialLosses> FIVE = List.of(of(3, 3), of(1, 4), of(4, 1), of(1, 4), of(2, 5));

    @Test
    void theFrontComesFirstAndWhatIsBehindItFillsTheRest() {
        assertEquals(List.of(1, 2, 0, 4), Finalists.of(FIVE, 5));
    }

    @Test
    void noMoreAreChosenThanAreWanted() {
        assertEquals(List.of(1, 2), Finalists.of(FIVE, 2));
    }

    @Test
    void ofNoneNoneAreChosen() {
        assertEquals(List.of(), Finalists.of(List.of(), 3));
    }
}
