package ganglion.learning.eventprop.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.eventprop.TimedSpikes;
import ganglion.learning.eventprop.Winners;
import java.util.List;
import org.junit.jupiter.api.Test;

class WinnersTest {

    private static final List<EventSample> SAMPLES =
            List.of(new EventSample(TimedSpikes.of(new double[] {0}, new int[] {0}), 60, 0));

    @Test
    void theHighestScoreWins() {
        assertEquals(1, Winners.of(new double[] {-2, 3, 1}));
        assertEquals(2, Winners.of(new double[] {0, 0, 1}));
        assertEquals(0, Winners.of(new double[] {1, 0, 0}));
    }

    @Test
    void equalsDecideNothing() {
        assertEquals(Winners.UNDECIDED, Winners.of(new double[] {0, 0, 0}));
        assertEquals(Winners.UNDECIDED, Winners.of(new double[] {0, 1, 1}));
        assertEquals(0, Winners.of(new double[] {2, 1, 1}));
    }
}
