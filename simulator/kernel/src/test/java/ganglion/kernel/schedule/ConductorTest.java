package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conductor alone: the tests report what hosts would. */
class ConductorTest {

    private static final Pace PACE = new Pace(100, 50);

    /** A conductor of cores that have something to do at given ticks, each on its own host. */
    private static Conductor conductor(long from, long ticks, long... next) {
        long nextTick = Arrays.stream(next).min().orElse(Long.MAX_VALUE);
        Conductor conductor = new Conductor(next.length, PACE, nextTick, from, ticks);
        conductor.expect(next.length);
        return conductor;
    }

    private static Report report(int host, long completed, boolean waiting, long nextTick, CoreSpikes... spikes) {
        return new Report(host, completed, waiting, nextTick, new long[2], new long[2], List.of(spikes));
    }

    private static Optional<Leave> leave(long until, long quiet) {
        return Optional.of(new Leave(until, quiet));
    }

    @Test
    void startsAtTheFirstTickAtWhichAnythingHappens() {
        Conductor conductor = conductor(600, 1000, 800, 700);

        assertEquals(600, conductor.completedTicks());
        assertEquals(leave(800, 700), conductor.next());
        assertEquals(700, conductor.completedTicks());
        assertEquals(Optional.empty(), conductor.next());
    }

    @Test
    void extendsLeaveWhenAllHaveCompletedAStep() {
        Conductor conductor = conductor(0, 1000, 0, 0);
        assertEquals(leave(100, 0), conductor.next());

        conductor.report(report(0, 100, false, 100));
        assertEquals(Optional.empty(), conductor.next());
        conductor.report(report(1, 49, false, 49));
        assertEquals(Optional.empty(), conductor.next());
        conductor.report(report(1, 50, false, 50));

        assertEquals(50, conductor.completedTicks());
        assertEquals(leave(150, 0), conductor.next());
        assertEquals(Optional.empty(), conductor.next());
    }

    @Test
    void tellsAllWhenAllWaitForSomethingLater() {
        Conductor conductor = conductor(0, 1000, 0, 0);
        conductor.next();

        conductor.report(report(0, 3, true, 70));
        assertEquals(Optional.empty(), conductor.next());
        conductor.report(report(1, 5, true, 40));

        assertEquals(leave(140, 40), conductor.next());
        assertEquals(40, conductor.completedTicks());
        assertEquals(Optional.empty(), conductor.next());
    }

    /** Host 0 has sent a mail that host 1 has not taken in: what it says may change. */
    @Test
    void doesNotBelieveHostsThatWaitWhileMailIsOnItsWay() {
        Conductor conductor = conductor(0, 1000, 0, 0);
        conductor.next();

        conductor.report(new Report(0, 3, true, 70, new long[] {0, 1}, new long[2], List.of()));
        conductor.report(report(1, 5, true, Long.MAX_VALUE));
        assertEquals(Optional.empty(), conductor.next());
        assertEquals(3, conductor.completedTicks());
        conductor.report(new Report(1, 5, true, 20, new long[2], new long[] {1, 0}, List.of()));

        assertEquals(leave(120, 20), conductor.next());
    }

    /** Totals agree, but not those of each channel: one mail from 0 to 1 is on its way, and one from 1 to 0 was answered. */
    @Test
    void comparesTheMailOfEachTwoHosts() {
        Conductor conductor = conductor(0, 1000, 0, 0);
        conductor.next();

        conductor.report(new Report(0, 3, true, 70, new long[] {0, 1}, new long[] {0, 1}, List.of()));
        conductor.report(new Report(1, 3, true, 70, new long[] {0, 0}, new long[] {0, 0}, List.of()));

        assertEquals(Optional.empty(), conductor.next());
    }

    @Test
    void stopsWhereLeaveEnds() {
        Conductor conductor = conductor(0, 1000, 0, 0);
        conductor.next();
        conductor.report(report(0, 60, false, 60));
        conductor.stop();
        conductor.report(report(1, 60, false, 60));

        assertEquals(Optional.empty(), conductor.next());
        assertFalse(conductor.isAtRest());
        conductor.report(report(0, 100, true, 120));
        conductor.report(report(1, 100, false, 100));
        assertTrue(conductor.isAtRest());
        assertFalse(conductor.isAtEnd());
        assertEquals(Optional.empty(), conductor.next());
        conductor.proceed();
        assertFalse(conductor.isAtRest());
        assertEquals(leave(200, 0), conductor.next());
    }

    @Test
    void restsInTheMiddleOfIdleTimeWithoutAWord() {
        Conductor conductor = conductor(0, 1000, 500);
        conductor.proceedTo(123);

        assertEquals(Optional.empty(), conductor.next());
        assertTrue(conductor.isAtRest());
        assertEquals(123, conductor.completedTicks());
        conductor.proceedTo(124);
        assertEquals(Optional.empty(), conductor.next());
        assertEquals(124, conductor.completedTicks());
        conductor.proceed();
        assertEquals(leave(600, 500), conductor.next());
    }

    @Test
    void doesNotOverflowInARunOfAllTicks() {
        long last = Long.MAX_VALUE - 1;
        Conductor conductor = conductor(0, Long.MAX_VALUE, last);

        assertEquals(leave(Long.MAX_VALUE, last), conductor.next());
        assertEquals(last, conductor.completedTicks());
    }
}
