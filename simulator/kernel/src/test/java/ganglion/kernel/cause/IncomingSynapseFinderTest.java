package ganglion.kernel.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.cause.IncomingSynapseFinder.IncomingSynapse;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A neuron's synapses are found however they are stored. */
class IncomingSynapseFinderTest {

    private static final int SOURCES = 9;
    private static final int TARGETS = 13;
    private static final int CUT = 5;

    private final Random random = new Random(4);

    private static Network network(Synapses first, Synapses second) {
        return new Network(
                List.of(
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("out", TARGETS, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("in", "out", first), new Projection("in", "out", second)));
    }

    /** Looks at each synapse of the network. */
    private static List<IncomingSynapse> expected(Network network, int neuron) {
        List<IncomingSynapse> found = new ArrayList<>();
        for (int projection = 0; projection < 2; projection++) {
            Synapses synapses = network.projection(projection).synapses();
            for (int source = 0; source < SOURCES; source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    if (synapses.target(source, i) == neuron) {
                        found.add(new IncomingSynapse(
                                projection, source, synapses.weight(source, i), synapses.delayTicks(source, i)));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(IncomingSynapse::projection)
                .thenComparingInt(IncomingSynapse::source)
                .thenComparingInt(IncomingSynapse::delayTicks));
        return found;
    }

    private void check(Synapses first, Synapses second) {
        Network network = network(first, second);
        IncomingSynapseFinder incoming = new IncomingSynapseFinder(network);
        int count = 0;
        for (int neuron = TARGETS - 1; neuron >= 0; neuron--) {
            List<IncomingSynapse> found = incoming.of(1, neuron);
            assertEquals(expected(network, neuron), found);
            count += found.size();
        }
        assertEquals(first.count() + second.count(), count);
        assertTrue(incoming.of(0, 0).isEmpty());
    }

    private SparseSynapses sparse(int from, int until) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS, new TargetSlice(from, until));
        for (int i = 0; i < 60; i++) {
            builder.add(
                    random.nextInt(SOURCES),
                    from + random.nextInt(until - from),
                    random.nextGaussian(),
                    1 + random.nextInt(6));
        }
        return builder.build();
    }

    @Test
    void findsThoseOfRowsAndOfAMatrix() {
        double[] weights = random.doubles(SOURCES * TARGETS).toArray();

        check(sparse(0, TARGETS), new DenseSynapses(SOURCES, TARGETS, weights, 3));
    }

    @Test
    void findsThoseOfDividedRows() {
        Synapses divided = DividedSynapses.of(List.of(sparse(0, CUT), sparse(CUT, TARGETS)));

        check(divided, sparse(0, TARGETS));
    }
}
