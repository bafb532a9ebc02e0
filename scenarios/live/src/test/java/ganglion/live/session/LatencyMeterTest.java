package ganglion.live.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Latencies and deadlines of sound that goes on and of sound that waits, with a tick of 10. */
class LatencyMeterTest {

    private static final long NOT_COME = Long.MAX_VALUE;

    private final LatencyMeter device = new LatencyMeter(10, false);
    private final LatencyMeter pipe = new LatencyMeter(10, true);

    @Test
    void aDecisionAfterTheNextTickMissesItsDeadline() {
        assertEquals(4, device.decided(100, NOT_COME, 90, 104));
        assertEquals(12, device.decided(110, 120, 105, 122));
        assertEquals(1, device.figures().missedDeadlines());
    }

    /** Four ticks come at 100; each takes 6 to decide. */
    @Test
    void ticksOfABunchAreDueOneAfterTheOther() {
        device.decided(100, 100, 60, 106);
        device.decided(100, 100, 106, 112);
        device.decided(100, 100, 112, 118);
        device.decided(100, NOT_COME, 118, 124);
        assertEquals(0, device.figures().missedDeadlines());
    }

    /** They take 14 each: of the ticks due at 100, 110, 120 and 130 all but the last, after which none came, are late. */
    @Test
    void whoTakesLongerThanATickForEachOfABunchMissesDeadlines() {
        device.decided(100, 100, 60, 114);
        device.decided(100, 100, 114, 128);
        device.decided(100, 100, 128, 142);
        device.decided(100, NOT_COME, 142, 156);
        assertEquals(3, device.figures().missedDeadlines());
    }

    /** A device whose clock is faster than this one's does not lend time. */
    @Test
    void deadlinesFollowTheClockOfTheDevice() {
        for (int tick = 0; tick < 100; tick++) {
            device.decided(tick * 8, tick * 8 + 8, tick * 8, tick * 8 + 9);
        }
        assertEquals(100, device.figures().missedDeadlines());
    }

    /** As of {@code cat file}: a long queue is there at once, and each tick takes 2. */
    @Test
    void soundThatWaitedCountsFromWhenItWasAskedFor() {
        for (int tick = 0; tick < 100; tick++) {
            assertEquals(2, pipe.decided(tick < 50 ? 0 : 2, 2, tick * 2L, tick * 2L + 2));
        }
        assertEquals(0, pipe.figures().missedDeadlines());
    }

    /** As of {@code arecord}: a network that stood still for 35 is late, also for the ticks that waited meanwhile. */
    @Test
    void soundInRealTimeThatHadToWaitCountsFromItsArrival() {
        assertEquals(2, pipe.decided(100, NOT_COME, 90, 102));
        assertEquals(35, pipe.decided(110, 120, 102, 145));
        assertEquals(27, pipe.decided(120, 130, 145, 147));
        assertEquals(2, pipe.figures().missedDeadlines());
    }

    @Test
    void soundAtFullSpeedHasNoDeadlines() {
        LatencyMeter meter = new LatencyMeter(0, true);

        assertEquals(3, meter.decided(0, 0, 50, 53));
        assertEquals(4, meter.decided(0, 0, 53, 57));
        assertEquals(0, meter.figures().missedDeadlines());
    }
}
