package ganglion.scenario.explore.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NonDominatedOrderTest {

    private static TrialLosses losses(double... values) {
        return new TrialLosses(values, 0);
    }

    @Test
    void betterInSomethingAndNowhereWorseDominates() {
        assertTrue(losses(1, 2).dominates(losses(1, 3)));
        assertFalse(losses(1, 2).dominates(losses(1, 2)));
        assertFalse(losses(1, 4).dominates(losses(2, 3)));
    }

    @Test
    void whatKeepsItsLimitsDominatesWhatDoesNot() {
        TrialLosses good = new TrialLosses(new double[] {1, 1}, 0.5);

        assertTrue(losses(9, 9).dominates(good));
        assertFalse(good.dominates(losses(9, 9)));
        assertTrue(new TrialLosses(new double[] {9, 9}, 0.1).dominates(good));
    }

    @Test
    void frontsAreTakenAwayOneAfterTheOther() {
        NonDominatedOrder order =
                new NonDominatedOrder(List.of(losses(3, 3), losses(1, 4), losses(2, 2), losses(4, 1), losses(4, 4)));

        assertEquals(
                List.of(1, 0, 0, 0, 2),
                List.of(0, 1, 2, 3, 4).stream().map(order::rank).toList());
        assertEquals(List.of(1, 3, 2, 0, 4), order.order());
    }

    @Test
    void withinAFrontTheEndsComeFirstAndThenWhatHasMostRoom() {
        NonDominatedOrder order =
                new NonDominatedOrder(List.of(losses(0, 10), losses(1, 9), losses(5, 4), losses(10, 0)));

        assertEquals(Double.POSITIVE_INFINITY, order.room(0));
        assertEquals(0.5 + 0.6, order.room(1), 1e-12);
        assertEquals(0.9 + 0.9, order.room(2), 1e-12);
        assertEquals(List.of(0, 3, 2, 1), order.order());
    }

    @Test
    void ofEqualOnesAllButTheFirstComeLastInTheirFront() {
        NonDominatedOrder order = new NonDominatedOrder(
                List.of(losses(0, 10), losses(0, 10), losses(5, 4), losses(10, 0), losses(10, 0), losses(11, 11)));

        assertEquals(List.of(0, 3, 2, 1, 4, 5), order.order());
        assertTrue(order.isRepeated(1));
        assertFalse(order.isRepeated(0));
    }

    @Test
    void anUnknownObjectiveGivesNoRoom() {
        double unknown = Double.POSITIVE_INFINITY;
        NonDominatedOrder order = new NonDominatedOrder(
                List.of(losses(0, 10, unknown), losses(5, 4, unknown), losses(7, 3, unknown), losses(10, 0, unknown)));

        assertEquals(0.7 + 0.7, order.room(1), 1e-12);
        assertEquals(0.5 + 0.4, order.room(2), 1e-12);
    }

    @Test
    void theFirstAreThoseOfTheFrontAndThenThoseBehindItWithoutRepetitions() {
        NonDominatedOrder order =
                new NonDominatedOrder(List.of(losses(3, 3), losses(1, 4), losses(4, 1), losses(1, 4), losses(2, 5)));

        assertEquals(List.of(1, 2, 0, 4), order.first(5));
        assertEquals(List.of(1, 2), order.first(2));
        assertEquals(List.of(), new NonDominatedOrder(List.of()).first(3));
    }
}
