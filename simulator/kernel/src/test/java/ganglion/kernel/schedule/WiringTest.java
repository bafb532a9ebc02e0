package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WiringTest {

    /** Populations of two neurons, joined all to all as in {@code "a-b 3"}: from a to b, with a delay of 3 ticks. */
    private static Network network(String names, String... edges) {
        List<Population> populations = new ArrayList<>();
        for (String name : names.split("")) {
            populations.add(new Population(name, 2, new Lif(LifParameters.of(0.5, 1))));
        }
        List<Projection> projections = new ArrayList<>();
        for (String edge : edges) {
            int delayTicks = Integer.parseInt(edge.substring(4));
            projections.add(new Projection(
                    edge.substring(0, 1),
                    edge.substring(2, 3),
                    new DenseSynapses(2, 2, new double[] {1, 1, 1, 1}, delayTicks)));
        }
        return new Network(populations, projections);
    }

    private static List<Wiring.Stage> stages(Network network, Partition partition) {
        PartitionedNetwork run = new PartitionedNetwork(network, partition, 1, List.of());
        return Wiring.of(network, partition, run.cores()).stages();
    }

    private static int[][] cores(List<Wiring.Stage> stages) {
        return stages.stream().map(Wiring.Stage::cores).toArray(int[][]::new);
    }

    @Test
    void runsAllCoresOfALayerAtTheSameTime() {
        Network network = network("abc", "a-b 1", "b-c 1");

        List<Wiring.Stage> stages = stages(network, Partition.ofCoreSize(network, 1));

        assertArrayEquals(new int[][] {{0, 1}, {2, 3}, {4, 5}}, cores(stages));
        stages.forEach(stage -> assertEquals(Long.MAX_VALUE, stage.lookaheadTicks()));
    }

    @Test
    void runsWhatSpikesReachByALongerWayLater() {
        Network network = network("abc", "a-b 1", "b-c 1", "a-c 1");

        assertArrayEquals(new int[][] {{0}, {1}, {2}}, cores(stages(network, Partition.ofCoreSize(network, 2))));
    }

    @Test
    void keepsCoresOfACycleToTheShortestDelayAndLetsOthersRunAhead() {
        Network network = network("abcd", "a-b 1", "b-c 7", "c-b 5", "a-d 1");

        List<Wiring.Stage> stages = stages(network, Partition.ofCoreSize(network, 2));

        assertArrayEquals(new int[][] {{0}, {3}, {1, 2}}, cores(stages));
        assertEquals(Long.MAX_VALUE, stages.get(1).lookaheadTicks());
        assertEquals(5, stages.get(2).lookaheadTicks());
    }

    @Test
    void keepsIndependentCyclesToTheShorterWindow() {
        Network network = network("abcd", "a-b 9", "b-a 4", "c-d 3", "d-c 8");

        List<Wiring.Stage> stages = stages(network, Partition.ofCoreSize(network, 2));

        assertArrayEquals(new int[][] {{0, 1, 2, 3}}, cores(stages));
        assertEquals(3, stages.get(0).lookaheadTicks());
    }

    @Test
    void letsACoreThatOnlyReachesItselfRunAhead() {
        Network network = network("a", "a-a 2");

        List<Wiring.Stage> stages = stages(network, Partition.whole(network));

        assertEquals(1, stages.size());
        assertEquals(Long.MAX_VALUE, stages.get(0).lookaheadTicks());
    }

    @Test
    void putsEveryCoreInOneStage() {
        Network network = network("abcde", "a-b 1", "b-a 1", "b-c 2", "c-c 1", "d-e 1", "c-e 3");

        int[] all = Arrays.stream(cores(stages(network, Partition.ofCoreSize(network, 1))))
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();

        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, all);
    }

    @Test
    void namesAllCoresThatACoreReachesOnceInAscendingOrder() {
        Network network = network("abcdefgh", "a-h 1", "a-b 3", "a-c 3", "a-d 3", "a-e 3", "a-f 3", "a-b 2", "b-b 9");
        Partition partition = Partition.ofCoreSize(network, 2);
        PartitionedNetwork run = new PartitionedNetwork(network, partition, 1, List.of());

        Wiring wiring = Wiring.of(network, partition, run.cores());

        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 7}, wiring.targets()[0]);
        assertArrayEquals(new int[0], wiring.targets()[1]);
        assertEquals(1, wiring.smallestDelayTicks());
    }

    @Test
    void hasADelayOfOneTickWithoutSynapses() {
        Network network = network("a");
        PartitionedNetwork run = new PartitionedNetwork(network, Partition.whole(network), 1, List.of());

        assertEquals(
                1, Wiring.of(network, Partition.whole(network), run.cores()).smallestDelayTicks());
    }
}
