package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.TickTimer.BusyTimer;
import ganglion.hardware.latency.TickTimer.PhaseTimer;
import ganglion.hardware.latency.TickTimer.QueueTimer;
import ganglion.hardware.latency.TickTimer.SimpleTimer;
import ganglion.hardware.placement.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the cores of a row do, as the timers report it, in whole nanoseconds that can be added up by hand. */
class CoreTraceTest {

    private static final double BARRIER = 5000 * TimedRow.NANOSECOND;

    private final TimedRow row = new TimedRow();
    private final Noted noted = new Noted();

    /** One line for each report. */
    private static final class Noted implements CoreTrace {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void numbers(double seconds) {
            lines.add("numbers " + nanoseconds(seconds));
        }

        @Override
        public void works(int core, double from, double until) {
            lines.add(name(core) + " works " + nanoseconds(from) + " to " + nanoseconds(until));
        }

        @Override
        public void waits(int core, double from, double until) {
            lines.add(name(core) + " waits " + nanoseconds(from) + " to " + nanoseconds(until));
        }

        @Override
        public void receives(int core, int messages, double from, double until) {
            lines.add(name(core) + " receives " + messages + ": " + nanoseconds(from) + " to " + nanoseconds(until));
        }

        @Override
        public void message(int message, double leaves, double left, double begins, double ends) {
            lines.add("message " + message + ": " + nanoseconds(leaves) + " to " + nanoseconds(left) + ", "
                    + nanoseconds(begins) + " to " + nanoseconds(ends));
        }

        private static String name(int core) {
            return core == Placement.OUTSIDE ? "inputs" : "core " + core;
        }

        private static long nanoseconds(double seconds) {
            return Math.round(seconds / TimedRow.NANOSECOND);
        }
    }

    private List<String> lines(BiFunction<OperationTimes, CoreTrace, TickTimer> timer, int... spikes) {
        Map<Operation, Figure> times = TimedRow.times();
        times.put(Operation.MESSAGE_OUT, TimedRow.nanoseconds(20));
        row.nanoseconds(TimedRow.spikes(spikes), 1, times, all -> timer.apply(all, noted));
        return noted.lines;
    }

    @Test
    void phasesSendAllAndThenReceiveAll() {
        // Neuron 0 fires: 100 + 10 for the neurons of its core, 3 messages of 20; the way to core 2 takes 2000.
        assertEquals(
                List.of(
                        "core 0 works 0 to 170",
                        "core 1 works 0 to 20",
                        "core 2 works 0 to 20",
                        "message 0: 110 to 130, 2170 to 2172",
                        "message 1: 130 to 150, 2170 to 2172",
                        "message 2: 150 to 170, 2170 to 2172"),
                lines((times, trace) -> new PhaseTimer(row.placed, times, BARRIER, trace), 0));
    }

    @Test
    void simpleSendsAndReceivesAtTheSameTime() {
        assertEquals(
                List.of(
                        "core 0 works 0 to 320",
                        "core 0 receives 2: 0 to 4",
                        "core 1 works 0 to 20",
                        "core 1 receives 2: 0 to 4",
                        "core 2 works 0 to 20",
                        "core 2 receives 2: 0 to 4"),
                lines((times, trace) -> new SimpleTimer(row.placed, times, BARRIER, trace), 0, 1));
    }

    @Test
    void busyCoresReceiveOnceTheyHaveSent() {
        assertEquals(
                List.of(
                        "core 0 works 0 to 20",
                        "core 0 receives 1: 20 to 22",
                        "core 1 works 0 to 20",
                        "core 1 receives 1: 20 to 22",
                        "core 2 works 0 to 170",
                        "core 2 receives 1: 170 to 172"),
                lines((times, trace) -> new BusyTimer(row.placed, times, trace), 5));
    }

    @Test
    void detailedReportsEachStepOfASender() {
        assertEquals(
                List.of(
                        "core 1 works 0 to 20",
                        "core 2 works 0 to 20",
                        "core 0 works 0 to 120",
                        "message 0: 100 to 120, 120 to 122",
                        "core 0 works 120 to 140",
                        "message 1: 120 to 140, 1140 to 1142",
                        "core 0 works 140 to 160",
                        "message 2: 140 to 160, 2160 to 2162",
                        "core 0 works 160 to 170"),
                lines(
                        (times, trace) ->
                                new DetailedTimer(row.placed, times, BARRIER, 16, SpikeLatency.empty(), trace),
                        0));
    }

    @Test
    void detailedReportsHowLongASenderWaitsForFullLinks() {
        lines((times, trace) -> new DetailedTimer(row.placed, times, BARRIER, 0, SpikeLatency.empty(), trace), 0, 1);

        // With no room in links, later messages wait for earlier ones that are on the same links.
        assertEquals(
                List.of("core 0 waits"),
                noted.lines.stream()
                        .filter(line -> line.contains("waits"))
                        .map(line -> line.substring(0, "core 0 waits".length()))
                        .distinct()
                        .toList());
    }

    @Test
    void queuesServeOneMessageAfterTheOther() {
        assertEquals(
                List.of(
                        "message 0: 20 to 20, 20 to 22",
                        "message 1: 40 to 40, 1040 to 1042",
                        "message 2: 60 to 60, 2060 to 2062",
                        "message 3: 20 to 20, 22 to 24",
                        "message 4: 40 to 40, 1042 to 1044",
                        "message 5: 60 to 60, 2062 to 2064"),
                lines((times, trace) -> new QueueTimer(row.placed, times, 1e-3, SpikeLatency.empty(), trace), 0, 1));
    }

    @Test
    void quietTicksAreNotReported() {
        assertEquals(List.of(), lines((times, trace) -> new PhaseTimer(row.placed, times, BARRIER, trace)));
    }
}
