package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {

    private static List<Population> populations(String names) {
        return Arrays.stream(names.split(""))
                .map(name -> new Population(name, 2, new Lif(LifParameters.of(0.5, 1))))
                .toList();
    }

    /** Populations of two neurons, joined all to all as in {@code "a-b 3"}: from a to b, with a delay of 3 ticks. */
    private static Network network(String names, String... edges) {
        List<Projection> projections = new ArrayList<>();
        for (String edge : edges) {
            int delayTicks = Integer.parseInt(edge.substring(4));
            projections.add(new Projection(
                    edge.substring(0, 1),
                    edge.substring(2, 3),
                    new DenseSynapses(2, 2, new double[] {1, 1, 1, 1}, delayTicks)));
        }
        return new Network(populations(names), projections);
    }

    private static Wiring wiring(Network network, Partition partition) {
        PartitionedNetwork run = new PartitionedNetwork(network, partition, 1, List.of());
        return Wiring.of(CoreInputs.of(network, partition, run.cores()));
    }

    @Test
    void namesAllCoresThatACoreReachesOnceInAscendingOrder() {
        Network network = network("abcdefgh", "a-h 1", "a-b 3", "a-c 3", "a-d 3", "a-e 3", "a-f 3", "a-b 2", "b-b 9");

        Wiring wiring = wiring(network, Partition.ofCoreSize(network, 2));

        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 7}, wiring.targets()[0]);
        assertArrayEquals(new int[] {2, 3, 3, 3, 3, 1}, wiring.delays()[0]);
        assertArrayEquals(new int[0], wiring.targets()[1]);
        assertArrayEquals(new int[0], wiring.sources()[0]);
        assertArrayEquals(new int[] {0}, wiring.sources()[1]);
        assertArrayEquals(new int[] {2}, wiring.lookaheads()[1]);
    }

    /** Neuron 0 reaches neuron 2 after 9 ticks, neuron 1 after 4: the two cores of the source have different look-aheads. */
    @Test
    void findsTheSmallestDelayOfEachPairOfCores() {
        Network network = new Network(
                populations("ab"),
                List.of(new Projection(
                        "a",
                        "b",
                        SparseSynapses.builder(2, 2)
                                .add(0, 0, 1, 9)
                                .add(1, 0, 1, 4)
                                .add(1, 1, 1, 6)
                                .build())));

        Wiring wiring = wiring(network, Partition.ofCoreSize(network, 1));

        assertArrayEquals(new int[] {0, 1}, wiring.sources()[2]);
        assertArrayEquals(new int[] {9, 4}, wiring.lookaheads()[2]);
        assertArrayEquals(new int[] {1}, wiring.sources()[3]);
        assertArrayEquals(new int[] {6}, wiring.lookaheads()[3]);
        assertArrayEquals(new int[] {2, 3}, wiring.targets()[1]);
        assertArrayEquals(new int[] {4, 6}, wiring.delays()[1]);
    }

    /** What is added up in a ring has to be known when the first of it is taken up, whatever the delays from a core. */
    @Test
    void countsTheSmallestDelayOfARingForAllThatReachIt() {
        SparseSynapses.Builder many = SparseSynapses.builder(40, 400);
        for (int source = 0; source < 40; source++) {
            for (int i = 0; i < 400; i++) {
                many.add(source, i, 1.0 / (1 + i), source < 20 ? 5 + i % 40 : 50 + i % 40);
            }
        }
        Network network = new Network(
                List.of(
                        new Population("a", 40, new Lif(LifParameters.of(0.5, 1))),
                        new Population("b", 400, new Lif(LifParameters.of(0.5, 1)))),
                List.of(new Projection("a", "b", many.build())));

        Wiring wiring = wiring(network, Partition.ofCoreSize(network, 20));

        assertArrayEquals(new int[] {0, 1}, wiring.sources()[2]);
        assertArrayEquals(new int[] {5, 5}, wiring.lookaheads()[2]);
    }

    @Test
    void putsCoresBehindThoseThatReachThem() {
        Network network = network("abcd", "d-a 1", "a-c 1", "c-b 1");

        Wiring wiring = wiring(network, Partition.ofCoreSize(network, 2));

        assertArrayEquals(new int[] {3, 0, 2, 1}, wiring.order());
    }
}
