package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeHistoryTest {

    private static final PairStdp RULE = new PairStdp(0.1, 1, 0, 0, 1, 20, 30);

    @Test
    void addsUpTracesAndFindsSpikesBackwards() {
        SpikeHistory history = new SpikeHistory(2, RULE.changes());
        history.add(1, 10);
        history.add(0, 12);
        history.add(1, 25);

        int newest = latest(history, 1, 100);

        assertEquals(25, history.ticks()[newest]);
        assertEquals(10, history.ticks()[history.previous(newest)]);
        assertEquals(SpikeHistory.NONE, history.previous(history.previous(newest)));
        assertEquals(Math.exp(-35 / 30.0) + Math.exp(-20 / 30.0), traceAt(history, newest, 45), 1e-15);
        assertEquals(Math.exp(-15 / 30.0), traceAt(history, newest, 25), 1e-15);
        assertEquals(0, traceAt(history, SpikeHistory.NONE, 45));
    }

    @Test
    void forgetsOldSpikesButNotTheirTraces() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            SpikeHistory forgetful = new SpikeHistory(5, RULE.changes());
            SpikeHistory complete = new SpikeHistory(5, RULE.changes());
            for (long tick = 0; tick < 500; tick++) {
                for (int neuron = 0; neuron < 5; neuron++) {
                    if (random.nextDouble() < 0.02 * neuron) {
                        forgetful.add(neuron, tick);
                        complete.add(neuron, tick);
                    }
                }
                if (random.nextInt(40) == 0) {
                    forgetful.forgetUntil(tick - 20);
                }
            }
            forgetful.forgetUntil(480);

            assertTrue(forgetful.size() < complete.size() / 2);
            for (int neuron = 0; neuron < 5; neuron++) {
                assertEquals(since(complete, neuron, 481), since(forgetful, neuron, 481));
            }
        }
    }

    private static int latest(SpikeHistory history, int neuron, long tick) {
        int[] spikes = new int[1];
        history.findLatest(new int[] {neuron}, 1, tick, spikes);
        return spikes[0];
    }

    /** Ticks of a neuron's spikes from a tick on, latest first, and the trace at that tick of those before. */
    private static List<Number> since(SpikeHistory history, int neuron, long tick) {
        List<Number> found = new ArrayList<>();
        int spike = latest(history, neuron, Long.MAX_VALUE / 2);
        for (; spike != SpikeHistory.NONE && history.ticks()[spike] >= tick; spike = history.previous(spike)) {
            found.add(history.ticks()[spike]);
        }
        found.add(traceAt(history, spike, tick));
        return found;
    }

    /** The trace of a spike and those before it, at a later tick; the spike itself counts only if it is earlier. */
    private static double traceAt(SpikeHistory history, int spike, long tick) {
        double[] trace = {history.before()[spike]};
        if (spike != SpikeHistory.NONE && tick > history.ticks()[spike]) {
            RULE.changes().passTarget(trace, 0, tick - history.ticks()[spike]);
        }
        return trace[0];
    }
}
