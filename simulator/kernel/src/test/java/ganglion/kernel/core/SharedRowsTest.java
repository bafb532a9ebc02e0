package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All actors of a core have one table of rows, as large as if they were one. */
class SharedRowsTest {

    private static final int SIZE = 40;

    /** Two populations that reach each other and themselves, all to all, and one that they reach. */
    private static Network network() {
        Lif lif = new Lif(LifParameters.of(0.9, 1));
        return new Network(
                List.of(
                        new Population("a", SIZE, lif),
                        new Population("b", SIZE, lif),
                        new Population("out", SIZE, lif)),
                List.of(
                        projection("a", "a", 1),
                        projection("a", "b", 2),
                        projection("b", "a", 3),
                        projection("a", "out", 4)));
    }

    private static Projection projection(String source, String target, int delay) {
        double[] weights = new Random(delay).doubles(SIZE * SIZE).toArray();
        return new Projection(source, target, new DenseSynapses(SIZE, SIZE, weights, delay));
    }

    private static int rowGroups(Network network, Partition partition) {
        return partition.cores().stream()
                .mapToInt(hosted -> IncomingRowsBuilder.build(network, hosted, TestNetworks.groups(network, hosted))
                        .count())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void areNotCutForActors(int neuronsPerActor) {
        Network network = network();
        int cores = 2;

        assertEquals(4 * SIZE * cores, rowGroups(network, Partition.ofActors(network, neuronsPerActor, cores)));
        assertEquals(4 * SIZE, rowGroups(network, Partition.ofActors(network, neuronsPerActor, 1)));
    }
}
