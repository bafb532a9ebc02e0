package ganglion.runtime.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.runtime.wire.HostWork;
import org.junit.jupiter.api.Test;

class HostClockTest {

    private static final long SECOND = 1_000_000_000;

    private long now = 5;
    private long events;
    private int counts;

    private final HostClock clock = new HostClock(() -> now, () -> {
        counts++;
        return events;
    });

    @Test
    void tellsWorkFromWaitingAndRest() {
        now += 100; // before the first leave it rests
        clock.works();
        now += 10;
        clock.waits();
        now += 3;
        clock.works();
        now += 20;
        clock.waits();
        now += 4;
        clock.rests();
        now += 1000;
        clock.works();
        clock.waits();

        assertEquals(new HostWork(0, 30, 7), clock.work());
    }

    @Test
    void countsFiveTimesASecondAtMost() {
        for (int round = 0; round < 1000; round++) {
            clock.works();
            events += 2;
            now += SECOND / 500;
            clock.waits();
        }

        assertEquals(10, counts);
        assertEquals(2000, clock.work().synapticEvents());
    }
}
