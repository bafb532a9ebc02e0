package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverrunLogTest {

    @Test
    void recordsOnlyWhatTakesLongerThanTheLimit() {
        OverrunLog log = new OverrunLog(1e-3);

        log.record(3, 0, 1e-3);
        log.record(4, 2, 1.1e-3);
        log.record(5, 1, 0);

        assertEquals(1, log.count());
        assertEquals(List.of(new Overrun(4, 2, 1.1e-3)), log.first());
    }

    @Test
    void listsTheFirstAndCountsAll() {
        OverrunLog log = new OverrunLog(0);
        int all = Overrun.MOST_LISTED + 5;
        for (int tick = 0; tick < all; tick++) {
            log.record(tick, -1, 1);
        }

        assertEquals(all, log.count());
        assertEquals(Overrun.MOST_LISTED, log.first().size());
        assertEquals(
                Overrun.MOST_LISTED - 1L,
                log.first().get(Overrun.MOST_LISTED - 1).tick());
    }
}
