package ganglion.kernel.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisitTest {

    @Test
    void keepsAnyNumberOfSpikesAndRequests() {
        Visit visit = new Visit();
        for (int i = 0; i < 100; i++) {
            visit.fire(99 - i);
            visit.revisit(i, 1000L + i);
        }

        assertEquals(100, visit.firedCount());
        assertEquals(99, visit.fired(0));
        assertEquals(100, visit.revisitCount());
        assertEquals(63, visit.revisitNeuron(63));
        assertEquals(1063, visit.revisitTick(63));

        visit.sortFired();
        assertEquals(0, visit.fired(0));
        assertEquals(99, visit.fired(99));
    }

    @Test
    void dropsLaterRequestsAndForgetsAll() {
        Visit visit = new Visit();
        visit.fire(5);
        visit.revisit(1, 10);
        visit.revisit(2, 20);
        visit.dropRevisits(1);
        visit.revisit(3, 30);

        assertEquals(2, visit.revisitCount());
        assertEquals(3, visit.revisitNeuron(1));
        visit.clear();
        assertEquals(0, visit.firedCount());
        assertEquals(0, visit.revisitCount());
    }

    /** Only what has fired in this visit is sorted, not what is left of larger visits before. */
    @Test
    void sortsOnlyWhatHasFired() {
        Visit visit = new Visit();
        visit.fire(1);
        visit.fire(2);
        visit.clear();
        visit.fire(9);
        visit.sortFired();

        assertEquals(9, visit.fired(0));
    }
}
