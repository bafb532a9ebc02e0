package ganglion.hardware.activity;

import static ganglion.hardware.cost.TestNetworks.dense;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs 0 to 59, a layer 60 to 199, an output 200 to 202: boundaries within words of bits, and a layer over four words. */
class PopulationTallyTest {

    private final long[] counts = new long[9];
    private final Network network = new Network(
            List.of(
                    new Population("in", 60, new SpikeSource(SpikeRaster.empty(60))),
                    new Population("layer", 140, new Lif(LifParameters.of(0.9, 1))),
                    new Population("out", 3, new Lif(LifParameters.of(0.9, 1)))),
            List.of(dense("in", "layer", 60, 140), dense("layer", "out", 140, 3), dense("out", "layer", 3, 140)));

    @Test
    void countsSpikesAndTheSynapsesThatTheyMeet() {
        PopulationTally tally = new PopulationTally(network);

        tally.count(new int[] {0, 59, 60, 199, 202}, 0, 5, null, counts, 0);

        assertEquals(2, counts[tally.spikes(0)]);
        assertEquals(2, counts[tally.spikes(1)]);
        assertEquals(1, counts[tally.spikes(2)]);
        assertEquals(0, counts[tally.synapses(0)]);
        assertEquals(2 * 140 + 140, counts[tally.synapses(1)]);
        assertEquals(2 * 3, counts[tally.synapses(2)]);
        assertEquals(0, counts[tally.active(1)]);
    }

    @Test
    void startsAnewWithEachTick() {
        PopulationTally tally = new PopulationTally(network);
        tally.count(new int[] {0}, 0, 1, new long[] {-1, -1, -1, -1}, counts, 0);

        tally.count(new int[] {200}, 0, 1, null, counts, 0);

        assertEquals(0, counts[tally.spikes(0)]);
        assertEquals(1, counts[tally.spikes(2)]);
        assertEquals(0, counts[tally.active(1)]);
    }
}
