package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentSpikesTest {

    @Test
    void keepsTheOrderWhileItGrowsAndTurns() {
        Random random = new Random(3);
        RecentSpikes spikes = new RecentSpikes();
        ArrayDeque<long[]> expected = new ArrayDeque<>();
        for (long tick = 0; tick < 2000; tick++) {
            for (int i = random.nextInt(tick < 1000 ? 4 : 2); i > 0; i--) {
                int neuron = random.nextInt(100);
                spikes.add(neuron, tick);
                expected.add(new long[] {neuron, tick});
            }
            if (random.nextInt(5) == 0) {
                long before = tick - random.nextInt(60);
                spikes.dropBefore(before);
                while (!expected.isEmpty() && expected.peek()[1] < before) {
                    expected.remove();
                }
            }
            assertEquals(expected.size(), spikes.size());
            int index = 0;
            for (long[] spike : expected) {
                assertEquals(spike[0], spikes.neuron(index++));
            }
        }
    }
}
