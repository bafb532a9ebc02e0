package ganglion.hardware.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand under NeuroBench's definitions. */
class NeuroBenchMetricsTest {

    private final NeuroBenchMetrics found =
            NeuroBenchMetrics.of(HandNetwork.network(), HandNetwork.spikes(), List.of(), 4, 1, 4);

    @Test
    void footprintIsAllWeightsAndTheParametersOfNeurons() {
        // 6 + 3 weights; hidden: one decay and three thresholds; out: one of each.
        assertEquals((9 + 4 + 2) * 4, found.footprintBytes());
    }

    @Test
    void connectionSparsityCountsWhatIsZeroOrNotThere() {
        // Of 6: one. Of 3: neuron 0 sums to zero, neuron 1 has no synapse. 3 / 9, rounded to four digits.
        assertEquals(0.3333, found.connectionSparsity());
    }

    @Test
    void activationSparsityLooksAtNeuronsAndNotAtInputs() {
        assertEquals(1 - 3.0 / 16, found.activationSparsity(), 1e-15);
    }

    @Test
    void effectiveOperationsLeaveZeroWeightsAndSilentInputsOut() {
        // Input 0 twice: 2 weights that are not zero; input 1 once: 3. Hidden 2 once: 1; hidden 0: 0.
        assertEquals(2 * 2 + 3 + 1, found.effectiveAccumulates());
    }

    @Test
    void denseOperationsTakeEveryWeightInEveryTick() {
        assertEquals(4 * 9, found.denseOperations());
    }

    @Test
    void operationsAreDividedBySamples() {
        NeuroBenchMetrics two = NeuroBenchMetrics.of(HandNetwork.network(), HandNetwork.spikes(), List.of(), 4, 2, 1);

        assertEquals(4, two.effectiveAccumulates());
        assertEquals(18, two.denseOperations());
        assertEquals(15, two.footprintBytes());
        assertThrows(
                IllegalArgumentException.class,
                () -> NeuroBenchMetrics.of(HandNetwork.network(), HandNetwork.spikes(), List.of(), 4, 0, 4));
    }

    @Test
    void numbersAreMultiplied() {
        NeuroBenchMetrics numbers =
                NeuroBenchMetrics.of(HandNetwork.network(), HandNetwork.spikes(), HandNetwork.numbers(), 4, 2, 4);

        assertEquals(6.5, numbers.effectiveMultiplyAccumulates());
        assertEquals(4, numbers.effectiveAccumulates(), "spikes are added as before");
        assertEquals((4 * 9 + 2 * 12) / 2.0, numbers.denseOperations());
        assertEquals((9 + 12 + 4 + 2) * 4, numbers.footprintBytes());
        // Three of nine weights are zero, and two of twelve.
        assertEquals(0.2381, numbers.connectionSparsity());
        assertEquals(found.activationSparsity(), numbers.activationSparsity());
        assertEquals(0, found.effectiveMultiplyAccumulates());
    }

    @Test
    void aNetworkWithoutConnectionsOrSpikesHasNone() {
        Network network = new Network(List.of(new Population("out", 2, new LeakyIntegrator(0.9))), List.of());

        assertEquals(
                new NeuroBenchMetrics(0, 0, 1, 0, 0, 0),
                NeuroBenchMetrics.of(network, List.of(SpikeRaster.empty(2)), List.of(), 3, 1, 4));
    }
}
