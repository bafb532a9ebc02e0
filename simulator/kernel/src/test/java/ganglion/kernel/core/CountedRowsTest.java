package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ganglion.kernel.EveryTickOracle;
import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.TestRuns;
import ganglion.kernel.UniformNetworks;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are counted as bits or added one by one, depending on size, density, partition and tick: with the same outcome. */
class CountedRowsTest {

    private static final int TICKS = 60;

    /** Populations of which whole ones, and halves, are large enough to be counted. */
    private static final int LARGE = 700;

    private static List<Partition> partitions(Network network) {
        return List.of(
                Partition.whole(network),
                Partition.spread(network, 2),
                Partition.spread(network, 7),
                Partition.ofCoreSize(network, 300),
                Partition.ofCoreSize(network, 41),
                Partition.ofActors(network, 41, 1),
                Partition.ofActors(network, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void givesTheBitsOfTheOracleInLargePopulations(int seed) {
        compare(UniformNetworks.create(seed, LARGE, TICKS), "seed " + seed);
    }

    @Test
    void givesTheBitsOfTheOracleInSmallPopulations() {
        for (int seed = 100; seed < 130; seed++) {
            Network network = UniformNetworks.create(seed, 40, TICKS);
            compare(network, "seed " + seed);
            assertEquals(
                    TestRuns.whole(network, TICKS).spikes(),
                    SequentialSimulation.run(network, Partition.ofCoreSize(network, 1), TICKS, List.of())
                            .spikes());
        }
    }

    private static void compare(Network network, String message) {
        EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, TICKS);
        for (Partition partition : partitions(network)) {
            List<String> traced = RandomNetworks.withInput(network);
            oracle.assertSame(network, SequentialSimulation.run(network, partition, TICKS, traced), message);
        }
    }

    @Test
    void goesOnFromAnyTickWithAnyPartition() {
        Random random = new Random(4);
        for (int seed = 0; seed < 4; seed++) {
            Network network = UniformNetworks.create(seed, LARGE, TICKS);
            List<Partition> partitions = partitions(network);
            SimulationResult whole = SequentialSimulation.run(network, partitions.get(0), TICKS, List.of());
            long tick = 1 + random.nextInt(TICKS - 1);
            RunState state =
                    TestRuns.stateAt(network, partitions.get(random.nextInt(partitions.size())), tick, List.of());

            Partition after = partitions.get(random.nextInt(partitions.size()));
            SimulationResult result =
                    TestRuns.resumed(network, after, TICKS, List.of(), state).result();

            TestRuns.assertSame(whole, result, "seed " + seed + " saved at " + tick);
        }
    }

    /** Many dense rows at almost every tick, of two weights whose sums are rounded. */
    @Test
    void givesTheBitsOfTheOracleWhereAlmostAllRowsAreCounted() {
        Random random = new Random(11);
        SpikeRaster.Builder spikes = SpikeRaster.builder(LARGE);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < LARGE; neuron++) {
                if (random.nextInt(20) == 0) {
                    spikes.add(tick, neuron);
                }
            }
        }
        Network network = new Network(
                List.of(
                        new Population("in", LARGE, new SpikeSource(spikes.build())),
                        new Population("out", LARGE, new Lif(LifParameters.of(0.9, 1)))),
                List.of(
                        new Projection("in", "out", dense(random, LARGE, 0.1, 1)),
                        new Projection("out", "out", dense(random, LARGE, -0.07, 2))));

        compare(network, "all");

        List<HostedNeurons> hosted = TestNetworks.whole(network, 1);
        assertNotNull(IncomingRowsBuilder.build(network, hosted, TestNetworks.groups(network, hosted))
                .bitInput(0));
    }

    private static SparseSynapses dense(Random random, int size, double weight, int delayTicks) {
        SparseSynapses.Builder builder = SparseSynapses.builder(size, size);
        for (int i = 0; i < size * size / 5; i++) {
            builder.add(random.nextInt(size), random.nextInt(size), weight, delayTicks);
        }
        return builder.build();
    }
}
