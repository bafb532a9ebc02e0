package ganglion.learning.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpikePenaltyTest {

    @Test
    void isActiveIfAnythingHasAPrice() {
        assertFalse(SpikePenalty.NONE.active());
        assertFalse(new SpikePenalty(0, 0, 0.5).active(), "a free rate alone costs nothing");
        assertTrue(new SpikePenalty(0.1, 0, 0).active());
        assertTrue(new SpikePenalty(0, 0.1, 0).active());
    }

    @Test
    void chargesSpikesAndTheSquareOfTheExcess() {
        SpikePenalty penalty = new SpikePenalty(0.5, 2, 0.1);

        assertEquals(0.5 * 4 + 2 * 0.3 * 0.3, penalty.value(4, 10), 1e-12);
        assertEquals(0.5 + 2 * 2 * 0.3 / 10, penalty.derivative(4, 10), 1e-12);
        assertEquals(0.5, penalty.value(1, 10), 1e-12);
        assertEquals(0.5, penalty.derivative(1, 10), 1e-12);
    }
}
