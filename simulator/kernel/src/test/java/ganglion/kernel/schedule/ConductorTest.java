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
