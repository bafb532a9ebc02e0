package ganglion.live.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.run.TickDecider.HeldDecision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Decisions change at once from nothing, and late from a class. */
class HeldDecisionTest {

    private static int[] decide(long hold, double... confidenceOfClass) {
        HeldDecision held = new HeldDecision(0.9, hold);
        int[] winners = new int[confidenceOfClass.length];
        for (int tick = 0; tick < winners.length; tick++) {
            // The whole part is the class, the rest its confidence.
            int leader = (int) Math.floor(confidenceOfClass[tick]);
            winners[tick] = held.decide(tick, leader, confidenceOfClass[tick] - leader);
        }
        return winners;
    }

    @Test
    void nothingGivesWayAtOnceToWhatIsCertain() {
        assertArrayEquals(new int[] {-1, -1, 3, 3}, decide(2, 3.2, 3.89, 3.95, 3.95));
    }

    @Test
    void aClassStaysForTheHoldAfterItWasCertainLast() {
        assertArrayEquals(new int[] {1, 1, 1, -1, -1}, decide(2, 1.95, 1.5, 1.5, 1.5, 1.5));
        assertArrayEquals(new int[] {1, -1}, decide(0, 1.95, 1.5));
    }

    @Test
    void anotherClassHasToWaitForTheHold() {
        assertArrayEquals(new int[] {1, 1, 1, 2, 2}, decide(2, 1.95, 2.95, 2.95, 2.95, 2.95));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1}, decide(2, 1.95, 2.95, 1.95, 2.95, 1.95));
    }

    @Test
    void withoutALeaderThereIsNothing() {
        HeldDecision held = new HeldDecision(0, 0);

        assertEquals(-1, held.decide(0, -1, 0));
        assertEquals(0, held.decide(1, 0, 0));
    }

    @Test
    void flickerBelowTheHoldIsNotSeen() {
        double[] flicker = new double[100];
        Arrays.setAll(flicker, i -> i % 3 == 0 ? 1.95 : 2.95);

        assertEquals(1, Arrays.stream(decide(3, flicker)).distinct().count());
    }
}
