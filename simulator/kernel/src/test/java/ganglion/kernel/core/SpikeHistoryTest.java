package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeHistoryTest {

    private static final double TIME_CONSTANT = 30;

    @Test
    void addsUpTracesAndFindsSpikesBackwards() {
        SpikeHistory history = new SpikeHistory(2, new DecayTable(TIME_CONSTANT));
        history.add(1, 10);
        history.add(0, 12);
        history.add(1, 25);

        int newest = latest(history, 1, 100);

        assertEquals(25, history.tick(newest));
        assertEquals(10, history.tick(history.previous(newest)));
        assertEquals(SpikeHistory.NONE, history.previous(history.previous(newest)));
        assertEquals(Math.exp(-35 / 30.0) + Math.exp(-20 / 30.0), history.traceAt(newest, 45), 1e-15);
        assertEquals(Math.exp(-15 / 30.0), history.traceAt(newest, 25), 1e-15);
        assertEquals(0, history.traceAt(SpikeHistory.NONE, 45));
    }

    @Test
    void forgetsOldSpikesButNotTheirTraces() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            SpikeHistory forgetful = new SpikeHistory(5, new DecayTable(TIME_CONSTANT));
            SpikeHistory complete = new SpikeHistory(5, new DecayTable(TIME_CONSTANT));
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
        for (; spike != SpikeHistory.NONE && history.tick(spike) >= tick; spike = history.previous(spike)) {
            found.add(history.tick(spike));
        }
        found.add(history.traceAt(spike, tick));
        return found;
    }
}
