package ganglion.cochlea.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CoherenceTest {

    private final Coherence coherence = new Coherence(0.5);

    @Test
    void partsThatMoveAlikeHaveAllInCommon() {
        coherence.add(1, 3, 4);
        coherence.add(3, 3, 4);

        assertEquals(5, coherence.together(), 1e-12);
        assertEquals(5, coherence.alone(), 1e-12);
        assertEquals(2 * 5 / 5.5, coherence.share(), 1e-12, "half a unit counts as none");
    }

    @Test
    void partsThatMoveAgainstEachOtherHaveTheirWeightsDifferenceInCommon() {
        coherence.add(1, 2, 0);
        coherence.add(3, -2, 0);

        assertEquals(1, coherence.together(), 1e-12);
        assertEquals(2, coherence.alone(), 1e-12);
        assertEquals(2 * 1 / 2.5, coherence.share(), 1e-12);
    }

    @Test
    void withoutWeightNothingMoves() {
        coherence.add(1, 3, 4);
        coherence.clear();
        coherence.add(0, 3, 4);

        assertEquals(0, coherence.together());
        assertEquals(0, coherence.alone());
        assertEquals(0, coherence.share());
    }
}
