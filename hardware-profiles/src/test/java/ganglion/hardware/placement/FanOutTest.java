package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.RandomWorkloads;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000})
    void foldsEverySynapseIntoItsCore(int neuronsPerCore) {
        for (long seed = 0; seed < 40; seed++) {
            Network network = RandomWorkloads.of(seed).network();
            PlacedNetwork placed =
                    ToyProfiles.place(network, new Mesh(4, 4, 4), ToyProfiles.limits(neuronsPerCore, 100_000));
            FanOut fanOut = placed.fanOut();

            for (int neuron = 0; neuron < network.neuronCount(); neuron++) {
                Map<List<Integer>, Integer> expected = synapsesByCell(network, placed.placement(), neuron);
                assertEquals(expected, groups(fanOut, neuron), "seed " + seed + ", neuron " + neuron);
            }
        }
    }

    @Test
    void knowsChipAndTileOfACore() {
        Network network = RandomWorkloads.of(1).network();
        Mesh mesh = new Mesh(2, 1, 2);
        Placement placement =
                ToyProfiles.place(network, mesh, ToyProfiles.limits(1, 100_000)).placement();

        assertTrue(placement.cores().size() > 8, "needs three chips for this test");
        assertEquals(0, placement.chip(3));
        assertEquals(1, placement.tile(3));
        assertEquals(1, placement.chip(4));
        assertEquals(0, placement.tile(4));
        assertEquals(0, placement.tile(5));
        assertEquals(2, placement.chip(8));
    }

    /** Synapses by core and population; checks the order of messages and their sums on the way. */
    private static Map<List<Integer>, Integer> groups(FanOut fanOut, int neuron) {
        Map<List<Integer>, Integer> found = new HashMap<>();
        for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
            assertTrue(message == fanOut.first(neuron) || fanOut.core(message - 1) < fanOut.core(message));
            int sum = 0;
            for (int group = fanOut.firstGroup(message); group < fanOut.firstGroup(message + 1); group++) {
                found.put(List.of(fanOut.core(message), fanOut.population(group)), fanOut.groupSynapses(group));
                sum += fanOut.groupSynapses(group);
            }
            assertEquals(sum, fanOut.synapses(message));
        }
        return found;
    }

    private static Map<List<Integer>, Integer> synapsesByCell(Network network, Placement placement, int neuron) {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (Projection projection : network.projections()) {
            int source = neuron - network.firstNeuron(network.index(projection.source()));
            int population = network.index(projection.target());
            Synapses synapses = projection.synapses();
            if (source < 0 || source >= synapses.sourceSize()) {
                continue;
            }
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int target = network.firstNeuron(population) + synapses.target(source, i);
                counts.merge(List.of(placement.coreOfNeuron()[target], population), 1, Integer::sum);
            }
        }
        return counts;
    }
}
