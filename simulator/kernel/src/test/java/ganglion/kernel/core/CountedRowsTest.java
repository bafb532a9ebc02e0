package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import ganglion.kernel.EveryTickOracle;
import ganglion.kernel.SequentialSimulation;
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

/** Rows are counted as bits or added one by one, depending on partition and tick: with the same outcome. */
class CountedRowsTest {

    private static final int TICKS = 60;

    /** A population of which the whole, and a half, are large enough to be counted. */
    private static final int LARGE = 700;

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

        EveryTickOracle.Outcome oracle = EveryTickOracle.run(network, TICKS);
        for (Partition partition :
                List.of(Partition.whole(network), Partition.spread(network, 7), Partition.ofActors(network, 41, 1))) {
            oracle.assertSame(network, SequentialSimulation.run(network, partition, TICKS, List.of("out")), "dense");
        }

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
