package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.RandomWorkloads;
import ganglion.hardware.ToyProfiles;
import ganglion.hardware.profile.Mesh;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void foldsEverySynapseIntoItsCore(int neuronsPerCore) {
        for (long seed = 0; seed < 40; seed++) {
            Network network = RandomWorkloads.of(seed).network();
            Placement placement =
                    InOrderPlacement.place(network, new Mesh(4, 4, 4), ToyProfiles.limits(neuronsPerCore, 100_000));
            FanOut fanOut = new FanOut(network, placement);

            for (int neuron = 0; neuron < network.neuronCount(); neuron++) {
                Map<Integer, Integer> expected = synapsesByCore(network, placement, neuron);
                Map<Integer, Integer> found = new TreeMap<>();
                for (int i = 0; i < fanOut.cores(neuron); i++) {
                    assertTrue(i == 0 || fanOut.core(neuron, i - 1) < fanOut.core(neuron, i));
                    found.put(fanOut.core(neuron, i), fanOut.synapses(neuron, i));
                }
                assertEquals(expected, found, "seed " + seed + ", neuron " + neuron);
            }
        }
    }

    @Test
    void knowsChipAndTileOfACore() {
        Network network = RandomWorkloads.of(1).network();
        Mesh mesh = new Mesh(2, 1, 2);
        Placement placement = InOrderPlacement.place(network, mesh, ToyProfiles.limits(1, 100_000));

        assertTrue(placement.cores().size() > 8, "needs three chips for this test");
        assertEquals(0, placement.chip(3));
        assertEquals(1, placement.tile(3));
        assertEquals(1, placement.chip(4));
        assertEquals(0, placement.tile(4));
        assertEquals(0, placement.tile(5));
        assertEquals(2, placement.chip(8));
    }

    private static Map<Integer, Integer> synapsesByCore(Network network, Placement placement, int neuron) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Projection projection : network.projections()) {
            int source = neuron - network.firstNeuron(network.index(projection.source()));
            int firstTarget = network.firstNeuron(network.index(projection.target()));
            Synapses synapses = projection.synapses();
            if (source < 0 || source >= synapses.sourceSize()) {
                continue;
            }
            for (int i = 0; i < synapses.outDegree(source); i++) {
                counts.merge(placement.coreOfNeuron()[firstTarget + synapses.target(source, i)], 1, Integer::sum);
            }
        }
        return counts;
    }
}
