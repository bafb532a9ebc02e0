package ganglion.study.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ticks to seconds, worked out by hand. */
class TempoMapTest {

    private static TempoMap beats(int ticksABeat, Map<Long, Long> tempi) {
        return TempoMap.ofBeats(ticksABeat, new TreeMap<>(tempi));
    }

    @Test
    void withoutATempoThereAre120BeatsAMinute() {
        TempoMap map = beats(480, Map.of());

        assertEquals(0, map.seconds(0));
        assertEquals(0.5, map.seconds(480), 1e-12);
        assertEquals(30, map.seconds(60 * 480), 1e-9);
    }

    @Test
    void eachTempoHoldsFromItsTickOn() {
        TempoMap map = beats(100, Map.of(200L, 1_000_000L, 500L, 250_000L));

        assertEquals(1, map.seconds(200), 1e-12, "2 beats of half a second");
        assertEquals(1.5, map.seconds(250), 1e-12, "and half of one of a second");
        assertEquals(4, map.seconds(500), 1e-12, "3 of a second");
        assertEquals(4.25, map.seconds(600), 1e-12, "and one of a quarter");
    }

    @Test
    void aTempoAtTheStartReplacesTheUsualOne() {
        assertEquals(3, beats(10, Map.of(0L, 3_000_000L)).seconds(10), 1e-12);
    }

    @Test
    void evenTicksKnowNoBeats() {
        assertEquals(0.04, TempoMap.even(1000).seconds(40), 1e-15);
    }
}
