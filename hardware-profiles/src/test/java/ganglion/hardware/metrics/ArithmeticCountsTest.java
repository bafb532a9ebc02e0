package ganglion.hardware.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two inputs, three hidden neurons, one output; four ticks; worked by hand. */
class ArithmeticCountsTest {

    private final Network network = HandNetwork.network();

    @Test
    void countAnArtificialNetworkByItsLayers() {
        // 2 x 3 + 3 x 1 products; the same additions and one bias for each of 3 + 1 outputs.
        assertEquals(new ArithmeticCounts(9 + 4, 9), ArithmeticCounts.artificial(network, List.of(), 1));
        assertEquals(new ArithmeticCounts(5 * 13, 45), ArithmeticCounts.artificial(network, List.of(), 5));
    }

    @Test
    void countASpikingNetworkByItsSpikes() {
        List<SpikeRaster> spikes = HandNetwork.spikes();

        // Layers: 3 spikes x 3 + 3 x 4 ticks, and 2 spikes x 1 + 1 x 4. Neurons: 4 neurons x 4 ticks.
        long additions = 9 + 12 + 2 + 4 + 16;
        // All 16 updates but those with a spike: 2 of hidden, 1 of out.
        assertEquals(new ArithmeticCounts(additions, 16 - 3), ArithmeticCounts.spiking(network, spikes, List.of(), 4));
    }

    @Test
    void countAnInputOfNumbersAsAnArtificialLayer() {
        // In each pass 4 x 3 products more, and one bias for each of 3 neurons.
        assertEquals(
                new ArithmeticCounts(2 * (13 + 12 + 3), 2 * (9 + 12)),
                ArithmeticCounts.artificial(network, HandNetwork.numbers(), 2));
        // The same in each of two frames; the rest of the four ticks as without numbers.
        assertEquals(
                new ArithmeticCounts(9 + 12 + 2 + 4 + 16 + 2 * (12 + 3), 16 - 3 + 2 * 12),
                ArithmeticCounts.spiking(network, HandNetwork.spikes(), HandNetwork.numbers(), 4));
    }

    @Test
    void leaveOutSpikesPastTheEnd() {
        // Until tick 2: input spikes 2, hidden spikes 1, output 0.
        assertEquals(
                new ArithmeticCounts(6 + 6 + 1 + 2 + 8, 8 - 1),
                ArithmeticCounts.spiking(network, HandNetwork.spikes(), List.of(), 2));
    }
}
