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
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "3, 2", "7, 2", "7, 5", "64, 2", "2147483647, 3"})
    void hostsEveryNeuronOnceInActorsOfTheSize(int neuronsPerActor, int shares) {
        for (int seed = 0; seed < 30; seed++) {
            Network network = RandomNetworks.create(seed, 1);

            Partition partition = Partition.ofActors(network, neuronsPerActor, shares);

            assertEveryNeuronHostedOnce(network, partition);
            for (List<HostedNeurons> core : partition.cores()) {
                for (HostedNeurons run : core) {
                    int share = Partition.shareOf(run, network, neuronsPerActor, shares);
                    assertEquals(Math.min(run.size(), neuronsPerActor), run.perActor());
                    assertTrue(neuronsPerActor == Integer.MAX_VALUE || run.first() % neuronsPerActor == 0);
                    assertEquals(share, Partition.shareOf(core.get(0), network, neuronsPerActor, shares));
                    assertTrue(share >= 0 && share < shares, "share " + share);
                }
            }
        }
    }

    /** Three actors cannot be halved: of every other population the first core has two. */
    @Test
    void givesWhatIsLeftOverToDifferentCores() {
        Lif lif = new Lif(LifParameters.of(0.9, 1));
        Network network = new Network(
                IntStream.range(0, 4)
                        .mapToObj(p -> new Population("p" + p, 30, lif))
                        .toList(),
                List.of());

        List<String> runs = Partition.ofActors(network, 10, 2).cores().stream()
                .map(core -> core.get(0).population() + " from " + core.get(0).first())
                .sorted()
                .toList();

        assertEquals(
                List.of(
                        "0 from 0",
                        "0 from 10",
                        "1 from 0",
                        "1 from 20",
                        "2 from 0",
                        "2 from 10",
                        "3 from 0",
                        "3 from 20"),
                runs);
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

    /** In a chain of many small populations and a large one, only the large one has cores of its own. */
    @Test
    void gathersManySmallSetsInTheOrderInWhichSpikesTravel() {
        List<Population> populations = new ArrayList<>();
        List<Projection> projections = new ArrayList<>();
        int large = 40;
        for (int p = 0; p < 100; p++) {
            int size = p == large ? 120_000 : 4;
            populations.add(new Population("p" + p, size, new Lif(LifParameters.of(0.9, 1))));
        }
        for (int p = 1; p < 100; p++) {
            if (p != large && p != large + 1) {
                projections.add(projection("p" + (p - 1), "p" + p));
            }
        }
        projections.add(new Projection(
                "p39", "p40", SparseSynapses.builder(4, 120_000).add(0, 0, 1, 1).build()));
        projections.add(new Projection(
                "p40", "p41", SparseSynapses.builder(120_000, 4).add(0, 0, 1, 1).build()));
        Network network = new Network(populations, projections);

        List<List<HostedNeurons>> cores = Partition.spread(network, 2).cores();

        assertEquals(
                List.of(
                        IntStream.range(0, large).boxed().toList(),
                        List.of(large),
                        List.of(large),
                        IntStream.range(large + 1, 100).boxed().toList()),
                cores.stream()
                        .map(core ->
                                core.stream().map(HostedNeurons::population).toList())
                        .toList());
        assertEquals(new HostedNeurons(large, 60_000, 60_000), cores.get(2).get(0));
        assertEveryNeuronHostedOnce(network, new Partition(cores));
    }

    /** What is gathered has at most a hundred thousand neurons and synapses, so that large networks still fill threads. */
    @Test
    void gathersNoMoreThanIsWorthACore() {
        List<Population> populations = new ArrayList<>();
        for (int p = 0; p < 100; p++) {
            populations.add(new Population("p" + p, 30_000, new Lif(LifParameters.of(0.9, 1))));
        }
        Network network = new Network(populations, List.of());

        List<List<HostedNeurons>> cores = Partition.spread(network, 2).cores();

        assertEquals(34, cores.size());
        cores.forEach(core -> assertTrue(core.size() <= 3, core.size() + " populations on a core"));
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
        assertThrows(IllegalArgumentException.class, () -> Partition.ofActors(network, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Partition.ofActors(network, 1, 0));
    }
}
