package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where a wheel turns, grows, or ends. */
class EventWheelEdgeTest {

    private static final int SLOTS = 64;

    private static int[] taken(EventWheel wheel) {
        IntList ids = new IntList();
        wheel.takeNext(ids);
        return ids.toArray();
    }

    @Test
    void keepsWhatWasPartlyTakenWhenItGrows() {
        EventWheel wheel = new EventWheel(SLOTS, 0, Integer.MAX_VALUE);
        wheel.add(1L << 30, 0, 0);
        wheel.add(100, 0, 1);
        wheel.add(101, 0, 2);
        assertArrayEquals(new int[] {1}, taken(wheel));

        wheel.add(1L << 36, 0, 3);

        assertEquals(101, wheel.nextTick());
        assertArrayEquals(new int[] {2}, taken(wheel));
        assertEquals(1L << 30, wheel.nextTick());
        assertArrayEquals(new int[] {0}, taken(wheel));
        assertEquals(1L << 36, wheel.nextTick());
    }

    @Test
    void handsOutAnIdAsOftenAsItWasAdded() {
        EventWheel wheel = new EventWheel(SLOTS, 0, Integer.MAX_VALUE);
        wheel.add(7, 0, 3);
        wheel.add(7, 0, 3);

        assertArrayEquals(new int[] {3, 3}, taken(wheel));
    }

    @Test
    void doesNotGoBackInTime() {
        EventWheel wheel = new EventWheel(SLOTS, 0, Integer.MAX_VALUE);
        wheel.advanceTo(100);
        wheel.advanceTo(50);
        wheel.add(100 + SLOTS - 1, 0, 1);
        wheel.add(100, 0, 2);

        assertEquals(100, wheel.nextTick());
        assertArrayEquals(new int[] {2}, taken(wheel));
        assertEquals(100 + SLOTS - 1, wheel.nextTick());
    }

    @Test
    void namesAllEventsThatHaveNotBeenTaken() {
        EventWheel wheel = new EventWheel(SLOTS, 0, Integer.MAX_VALUE);
        wheel.add(1L << 33, 0, 7);
        wheel.add(12, 0, 3);
        wheel.add(12, 0, 1);
        wheel.add(11, 0, 4);
        taken(wheel);

        TreeSet<String> named = new TreeSet<>();
        wheel.forEach((tick, id) -> named.add(tick + ":" + id));

        assertEquals(new TreeSet<>(List.of("12:1", "12:3", (1L << 33) + ":7")), named);
    }

    /** Slots get longer as long as a tick within one fits above order and id; then there are more of them. */
    @Test
    void keepsLargeOrdersApartHoweverFarEventsLieAhead() {
        int lastOrder = (1 << 24) - 1;
        EventWheel wheel = new EventWheel(SLOTS, lastOrder, Integer.MAX_VALUE);
        wheel.add(1L << 27, lastOrder, 1);
        wheel.add(1L << 27, lastOrder - 1, 2);
        wheel.add((1L << 27) + 1, 0, 3);

        assertArrayEquals(new int[] {2, 1}, taken(wheel));
        assertEquals((1L << 27) + 1, wheel.nextTick());
        assertArrayEquals(new int[] {3}, taken(wheel));
    }
}
