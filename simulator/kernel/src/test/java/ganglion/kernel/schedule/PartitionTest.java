package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, Integer.MAX_VALUE})
    void hostsEveryNeuronOnceWithinTheCoreSize(int size) {
        for (int seed = 0; seed < 30; seed++) {
            Network network = RandomNetworks.create(seed, 1);

            Partition partition = Partition.ofCoreSize(network, size);

            assertEveryNeuronHostedOnce(network, partition);
            for (List<HostedNeurons> core : partition.cores()) {
                assertEquals(1, core.size());
                assertTrue(core.get(0).size() <= size);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void hostsEveryNeuronOnceWhenSpread(int shares) {
        for (int seed = 0; seed < 30; seed++) {
            Network network = RandomNetworks.create(seed, 1);

            assertEveryNeuronHostedOnce(network, Partition.spread(network, shares));
        }
    }

    private static void assertEveryNeuronHostedOnce(Network network, Partition partition) {
        int[] hosts = new int[network.neuronCount()];
        for (List<HostedNeurons> core : partition.cores()) {
            for (HostedNeurons run : core) {
                assertTrue(run.size() > 0, "a core without neurons of population " + run.population());
                for (int i = 0; i < run.size(); i++) {
                    hosts[network.firstNeuron(run.population()) + run.first() + i]++;
                }
            }
        }
        int[] once = new int[hosts.length];
        Arrays.fill(once, 1);
        assertArrayEquals(once, hosts);
    }

    @Test
    void keepsACycleTogetherAndFeedForwardPopulationsApart() {
        Network network = new Network(
                List.of(
                        new Population("input", 4, new SpikeSource(SpikeRaster.empty(4))),
                        population("there"),
                        population("back"),
                        population("out")),
                List.of(
                        projection("input", "there"),
                        projection("there", "back"),
                        projection("back", "there"),
                        projection("back", "out")));

        Partition partition = Partition.spread(network, 2);

        assertEquals(
                List.of(
                        List.of(new HostedNeurons(0, 0, 2)),
                        List.of(new HostedNeurons(0, 2, 2)),
                        List.of(new HostedNeurons(1, 0, 2), new HostedNeurons(2, 0, 2)),
                        List.of(new HostedNeurons(1, 2, 2), new HostedNeurons(2, 2, 2)),
                        List.of(new HostedNeurons(3, 0, 2)),
                        List.of(new HostedNeurons(3, 2, 2))),
                partition.cores());
    }

    private static Population population(String name) {
        return new Population(name, 4, new Lif(LifParameters.of(0.9, 1)));
    }

    private static Projection projection(String source, String target) {
        return new Projection(source, target, new DenseSynapses(4, 4, new double[16], 3));
    }

    @Test
    void refusesCoresWithoutNeurons() {
        Network network = RandomNetworks.create(1, 1);

        assertThrows(IllegalArgumentException.class, () -> Partition.ofCoreSize(network, 0));
        assertThrows(IllegalArgumentException.class, () -> Partition.spread(network, 0));
    }
}
