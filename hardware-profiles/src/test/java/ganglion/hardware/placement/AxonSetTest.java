package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.placement.CoreFilling.AxonSet;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxonSetTest {

    private static final int SOURCES = 150;
    private static final int TARGETS = 40;

    /** Two projections from the same sources, which count once, and a dense one from others. */
    private static Network network(SplittableRandom random, int inDegree) {
        return new Network(
                List.of(
                        new Population("before", 10, new SpikeSource(SpikeRaster.empty(10))),
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("out", TARGETS, new Lif(LifParameters.of(0.5, 1)))),
                List.of(
                        new Projection("in", "out", sparse(random, inDegree)),
                        new Projection("in", "out", sparse(random, inDegree)),
                        new Projection("before", "out", new DenseSynapses(10, TARGETS, new double[10 * TARGETS], 1))));
    }

    private static Synapses sparse(SplittableRandom random, int inDegree) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        for (int target = 0; target < TARGETS; target++) {
            for (int i = 0; i < inDegree; i++) {
                builder.add(random.nextInt(SOURCES), target, 1, 1);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 60})
    void countsEachSourceOnceAndForgetsWhatDoesNotFit(int inDegree) {
        Network network = network(new SplittableRandom(inDegree), inDegree);
        IncomingSynapses incoming = new IncomingSynapses(network);
        AxonSet axons = new AxonSet();
        Set<Integer> expected = new HashSet<>();
        int refused = 0;

        for (int neuron = 0; neuron < TARGETS; neuron++) {
            Set<Integer> more = new HashSet<>(expected);
            more.addAll(sources(network, neuron));
            boolean fits = more.size() <= 100;

            assertEquals(fits, axons.add(incoming.into(2), neuron, 100), "neuron " + neuron);

            expected = fits ? more : expected;
            refused += fits ? 0 : 1;
        }
        assertTrue(refused > 0, "nothing was refused");
        assertTrue(refused < TARGETS, "nothing was added");
    }

    private static Set<Integer> sources(Network network, int neuron) {
        Set<Integer> sources = new HashSet<>();
        for (Projection projection : network.projections()) {
            int first = network.firstNeuron(network.index(projection.source()));
            for (int source = 0; source < projection.synapses().sourceSize(); source++) {
                for (int i = 0; i < projection.synapses().outDegree(source); i++) {
                    if (projection.synapses().target(source, i) == neuron) {
                        sources.add(first + source);
                    }
                }
            }
        }
        return sources;
    }
}
