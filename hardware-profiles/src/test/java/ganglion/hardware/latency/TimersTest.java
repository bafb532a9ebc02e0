package ganglion.hardware.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.latency.TickTimer.QueueTimer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** All ways of timing a tick, on a row of three cores whose times can be added up by hand. */
class TimersTest {

    private static final double BARRIER = 5000 * TimedRow.NANOSECOND;

    private final TimedRow row = new TimedRow();
    private final Histogram latency = SpikeLatency.empty();

    private final Function<OperationTimes, TickTimer> phases = times -> CoreTimer.phases(row.placed, times, BARRIER);
    private final Function<OperationTimes, TickTimer> simple = times -> CoreTimer.simple(row.placed, times, BARRIER);
    private final Function<OperationTimes, TickTimer> detailed =
            times -> new DetailedTimer(row.placed, times, BARRIER, 16, latency);

    @Test
    void takeTheIdleTimeOfTheFullestCoreWhenNothingHappens() {
        for (Function<OperationTimes, TickTimer> timer : List.of(phases, simple, detailed)) {
            assertEquals(List.of(2 * 10 + 5000.0), row.nanoseconds(TimedRow.spikes(), 1, timer));
        }
    }

    @Test
    void phasesAddSlowestSenderLongestPathSlowestReceiverAndBarrier() {
        // Both neurons of core 0 fire: 2 updates of 100; path to core 2: 2 hops east; 2 x 2 operations on every core.
        double first = 2 * 100 + 2 * 1000 + 4 + 5000;
        double waiting = 2 * 10 + 5000;
        double arrival = 2 * 100 + 5000;

        assertEquals(List.of(first, waiting, arrival, waiting), row.nanoseconds(TimedRow.spikes(0, 1), 4, phases));
    }

    @Test
    void takeWestwardHopsTheOtherWay() {
        assertEquals(List.of(100 + 10 + 2 * 3000 + 2 + 5000.0), row.nanoseconds(TimedRow.spikes(5), 1, phases));
    }

    @Test
    void addTheHandlingOfSpikesAndMessagesWhereItIsKnown() {
        Map<Operation, Figure> times = TimedRow.times();
        times.put(Operation.SPIKE, TimedRow.nanoseconds(7));
        times.put(Operation.MESSAGE_OUT, TimedRow.nanoseconds(20));
        times.put(Operation.MESSAGE_IN, TimedRow.nanoseconds(300));

        double sender = 100 + 10 + 7 + 3 * 20;
        double receiver = 300 + 2;
        assertEquals(List.of(sender + 3000 + receiver + 5000), row.nanoseconds(TimedRow.spikes(2), 1, times, phases));
        assertEquals(List.of(receiver + 5000), row.nanoseconds(TimedRow.spikes(2), 1, times, simple));
        assertEquals(
                List.of(sender + receiver),
                row.nanoseconds(TimedRow.spikes(2), 1, times, all -> CoreTimer.busy(row.placed, all)));
    }

    @Test
    void simpleLetsTheSlowestCoreDecide() {
        assertEquals(
                List.of(200 + 5000.0, 20 + 5000.0, 200 + 5000.0), row.nanoseconds(TimedRow.spikes(0, 1), 3, simple));
    }

    @Test
    void detailedFollowsEachMessage() {
        // The last message leaves core 0 at 200 ns, takes 2 hops, finds core 2 free since 2102, and is processed for 2.
        assertEquals(List.of(2202 + 5000.0), row.nanoseconds(TimedRow.spikes(0, 1), 1, detailed));
        assertEquals(6, latency.getTotalCount());
        assertEquals(2_002_000, latency.getMaxValue(), 2000);
        assertEquals(2000, latency.getMinValue());
    }

    @Test
    void detailedHoldsMessagesBackWhenLinksAreFull() {
        Map<Operation, Figure> slow = TimedRow.times();
        slow.put(Operation.SYNAPTIC_OPERATION, TimedRow.nanoseconds(100_000));

        double roomy = row.nanoseconds(TimedRow.spikes(0, 1, 2, 3, 4, 5), 1, slow, detailed)
                .get(0);
        double processing = 6 * 2 * 100_000.0;

        assertTrue(roomy >= processing + 5000, "six messages of two synapses queue up at each core: " + roomy);
        assertTrue(roomy <= processing + 2 * 3000 + 100_000 * 6 + 5000, "no more than queues explain: " + roomy);
    }

    @Test
    void busyTakesTheTimeOfTheCoreThatWorksLongest() {
        CoreTimer timer = CoreTimer.busy(row.placed, row.operationTimes(TimedRow.times()));

        assertEquals(List.of(200 + 4.0), row.nanoseconds(TimedRow.spikes(4, 5), 1, times -> timer));
    }

    @Test
    void queuesOutliveTheTickThatFilledThem() {
        // Two spikes from core 0: core 2 is reached after 2000 and serves 2 x 2 until 2004; a tick is 1500.
        Map<Operation, Figure> times = TimedRow.times();
        times.put(Operation.SYNAPTIC_OPERATION, TimedRow.nanoseconds(1000));
        QueueTimer timer = new QueueTimer(row.placed, row.operationTimes(times), 1500 * TimedRow.NANOSECOND, latency);

        // Core 0 serves 2 + 2 synapses until 4000, core 1 from 1000 until 5000, core 2 from 2000 until 6000.
        assertEquals(List.of(6000.0, 0.0), row.nanoseconds(TimedRow.spikes(0, 1), 2, all -> timer));
        assertEquals(4500 * TimedRow.NANOSECOND, timer.backlog(), 1e-15);
        assertEquals(6, latency.getTotalCount());
        assertEquals(6_000_000, latency.getMaxValue(), 6000);
    }

    @Test
    void spikesTakeWayAndProcessingWhenNothingContends() {
        OperationTimes times = row.operationTimes(TimedRow.times());

        Histogram found = SpikeLatency.withoutContention(row.placed, times, new long[] {3, 0, 0, 0, 0, 0});

        assertEquals(9, found.getTotalCount());
        assertEquals(2000, found.getMinValue());
        assertEquals(2_002_000, found.getMaxValue(), 2000);
        assertEquals(1_002_000, found.getValueAtPercentile(50), 1000);
    }

    @Test
    void sayWhatTheyWouldNeed() {
        assertEquals(
                List.of(
                        Operation.SYNAPTIC_OPERATION,
                        Operation.NEURON_UPDATE_ACTIVE,
                        Operation.NEURON_UPDATE_IDLE,
                        Operation.HOP_EAST,
                        Operation.HOP_WEST),
                row.operationTimes(Map.of()).missing(false));
        assertEquals(List.of(), row.operationTimes(TimedRow.times()).missing(false));
        assertEquals(
                List.of(Operation.SYNAPTIC_OPERATION, Operation.HOP_EAST, Operation.HOP_WEST),
                row.operationTimes(Map.of()).missing(true));
    }
}
