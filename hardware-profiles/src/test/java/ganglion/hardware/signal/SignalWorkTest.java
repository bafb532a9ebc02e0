package ganglion.hardware.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.hardware.signal.FrontEndWork.SignalStage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalWorkTest {

    private static final SignalWork FILTER =
            new SignalWork(Map.of(SignalOperation.MULTIPLY_ADD, 30L, SignalOperation.COMPARISON, 2L));
    private static final SignalWork LEVEL =
            new SignalWork(Map.of(SignalOperation.MULTIPLY_ADD, 2L, SignalOperation.LOGARITHM, 1L));

    @Test
    void addsKindByKind() {
        assertEquals(
                Map.of(
                        SignalOperation.MULTIPLY_ADD, 32L,
                        SignalOperation.COMPARISON, 2L,
                        SignalOperation.LOGARITHM, 1L),
                FILTER.plus(LEVEL).counts());
        assertEquals(FILTER, FILTER.plus(SignalWork.NONE));
    }

    @Test
    void multipliesToTheNearestWholeNumber() {
        assertEquals(
                Map.of(SignalOperation.MULTIPLY_ADD, 37L, SignalOperation.COMPARISON, 3L),
                FILTER.times(1.24)
                        .plus(new SignalWork(Map.of(SignalOperation.COMPARISON, 1L)))
                        .counts());
        assertEquals(SignalWork.NONE, FILTER.times(0));
    }

    @Test
    void kindsThatDoNotOccurMakeNoDifference() {
        assertEquals(SignalWork.NONE, new SignalWork(Map.of(SignalOperation.DIVISION, 0L)));
        assertEquals(0, FILTER.count(SignalOperation.DIVISION));
    }

    @Test
    void refusesNegativeCounts() {
        assertThrows(IllegalArgumentException.class, () -> new SignalWork(Map.of(SignalOperation.DIVISION, -1L)));
    }

    @Test
    void keysAreWordsOfDocuments() {
        assertEquals("multiply-add", SignalOperation.MULTIPLY_ADD.word());
        assertEquals("One square root.", SignalOperation.SQUARE_ROOT.meaning());
        assertEquals(30, FILTER.count(SignalOperation.MULTIPLY_ADD));
    }

    @Test
    void frontEndGivesItsWorkInASecondOfSound() {
        FrontEndWork work = new FrontEndWork(
                "ear",
                1000,
                2.0,
                List.of(new SignalStage("bands", FILTER.times(1000)), new SignalStage("gain", LEVEL)));

        assertEquals(FILTER.times(1000).plus(LEVEL), work.total());
        assertEquals(FILTER.times(500), work.perSecond().get(0).work());
        assertEquals(LEVEL, work.without("bands").total());
        assertThrows(IllegalArgumentException.class, () -> new FrontEndWork("ear", 0, 0, List.of()));
    }
}
