package ganglion.learning.eventprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TimedSpikesTest {

    @Test
    void spikesCanBeAddedToAnyNumber() {
        for (int given : new int[] {0, 1, 16, 40}) {
            TimedSpikes spikes = TimedSpikes.of(new double[given], new int[given]);
            double[] times = new double[given + 20];
            int[] neurons = new int[given + 20];
            for (int k = given; k < times.length; k++) {
                times[k] = k + 0.5;
                neurons[k] = k % 3;
                spikes.add(times[k], neurons[k]);
            }
            assertArrayEquals(times, spikes.copyOfTimes(), given + " given");
            assertArrayEquals(neurons, spikes.copyOfNeurons(), given + " given");
        }
    }
}
