package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetListsTest {

    private static Network network(Synapses synapses) {
        return new Network(
                List.of(
                        new Population("in", 6, new SpikeSource(SpikeRaster.empty(6))),
                        new Population("out", 200, new Lif(LifParameters.of(0.5, 1)))),
                List.of(new Projection("in", "out", synapses)));
    }

    /** How often each target is reached after each delay: target times 100 plus delay. */
    private static Map<Integer, Integer> reached(Network network, int source) {
        Map<Integer, Integer> reached = new TreeMap<>();
        new TargetLists(network, network.projection(0)).visit(source, (delay, targets, count) -> {
            for (int i = 0; i < count; i++) {
                reached.merge(targets[i] * 100 + delay, 1, Integer::sum);
            }
        });
        return reached;
    }

    /** Rows in one piece, and rows that are divided by target. */
    @Test
    void holdEverySynapseOnce() {
        SplittableRandom random = new SplittableRandom(5);
        SparseSynapses.Builder whole = SparseSynapses.builder(6, 200);
        SparseSynapses.Builder before = SparseSynapses.builder(6, 200, new TargetSlice(0, 97));
        SparseSynapses.Builder after = SparseSynapses.builder(6, 200, new TargetSlice(97, 200));
        for (int i = 0; i < 900; i++) {
            int target = i / 6 + i % 6;
            int delay = 1 + random.nextInt(2);
            for (SparseSynapses.Builder builder : List.of(whole, before, after)) {
                builder.add(i % 6, target, 1, delay);
            }
        }
        Synapses synapses = whole.build();
        Network undivided = network(synapses);
        Network divided = network(DividedSynapses.of(List.of(before.build(), after.build())));

        for (int source = 0; source < 6; source++) {
            Map<Integer, Integer> expected = new TreeMap<>();
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int key = (6 + synapses.target(source, i)) * 100 + synapses.delayTicks(source, i);
                expected.merge(key, 1, Integer::sum);
            }
            assertEquals(expected, reached(undivided, source), "source " + source);
            assertEquals(expected, reached(divided, source), "source " + source);
        }
        IncomingSynapses incoming = new IncomingSynapses(divided);
        assertEquals(900, incoming.into(1).get(0).sources().length);
        for (int neuron = 0; neuron < 200; neuron++) {
            assertEquals(new IncomingSynapses(undivided).fanIn(1, neuron), incoming.fanIn(1, neuron));
        }
    }
}
