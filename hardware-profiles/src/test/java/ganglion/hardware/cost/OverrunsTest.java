package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverrunsTest {

    @Test
    void recordsOnlyWhatTakesLongerThanTheLimit() {
        Overruns.Log log = new Overruns.Log(1e-3);

        log.record(3, 0, 1e-3);
        log.record(4, 2, 1.1e-3);
        log.record(5, 1, 0);

        assertEquals(1, log.overruns().ticks());
        assertEquals(List.of(new Overruns.Overrun(4, 2, 1.1e-3)), log.overruns().first());
    }

    @Test
    void listsTheFirstAndCountsAll() {
        Overruns.Log log = new Overruns.Log(0);
        int all = Overruns.MOST_LISTED + 5;
        for (int tick = 0; tick < all; tick++) {
            log.record(tick, -1, 1);
        }

        assertEquals(all, log.overruns().ticks());
        assertEquals(Overruns.MOST_LISTED, log.overruns().first().size());
        assertEquals(
                Overruns.MOST_LISTED - 1L,
                log.overruns().first().get(Overruns.MOST_LISTED - 1).tick());
    }
}
