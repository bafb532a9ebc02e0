package ganglion.live.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ticks wait in order, and what finds no room is refused. */
class TickQueueTest {

    private final TickQueue queue = new TickQueue(2, 1);
    private final double[] taken = new double[1];

    private boolean put(double sample, long arrival) throws InterruptedException {
        return queue.put(new double[] {sample}, arrival, false);
    }

    @Test
    void ticksComeInOrderWithTheirArrivals() throws Exception {
        put(1, 10);
        put(2, 20);

        assertTrue(queue.take(taken, 0));
        assertEquals(1, taken[0]);
        assertEquals(10, queue.arrival());
        assertEquals(20, queue.nextArrival());
        put(3, 30);
        assertEquals(10, queue.arrival(), "a later tick in the same place does not change it");
        queue.take(taken, 0);
        queue.take(taken, 0);
        assertEquals(3, taken[0]);
        assertEquals(Long.MAX_VALUE, queue.nextArrival());
    }

    @Test
    void aFullQueueTakesNoMore() throws Exception {
        assertTrue(put(1, 0));
        assertTrue(put(2, 0));
        assertFalse(put(3, 0));
    }

    @Test
    void itHasEndedOnceAllIsTaken() throws Exception {
        put(1, 0);
        queue.end("over", false);

        assertTrue(queue.ended().isEmpty());
        queue.take(taken, 0);
        assertEquals("over", queue.ended().orElseThrow().why());
        assertFalse(queue.take(taken, Long.MAX_VALUE));
    }

    @Test
    void nobodyWaitsForAClosedQueue() throws Exception {
        put(1, 0);
        put(2, 0);
        queue.close();

        assertFalse(queue.put(new double[] {3}, 0, true));
    }
}
