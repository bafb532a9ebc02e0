package ganglion.equations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.PartitionedNetwork;
import ganglion.kernel.RunState;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointException;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.kernel.schedule.Partition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** Runs of plastic synapses. */
final class SynapseRuns {

    /** Milliseconds of the runs of one synapse. */
    static final double TICK = 0.01;

    /** Length of the runs of networks. */
    static final int TICKS = 1000;

    private SynapseRuns() {}

    static SpikeRaster raster(double[] milliseconds, int ticksEarlier) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(1);
        for (double time : milliseconds) {
            spikes.add(Math.round(time / TICK) - ticksEarlier, 0);
        }
        return spikes.build();
    }

    static double[] times(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static SimulationResult pair(SynapseRule rule, double weight, double[] pre, double[] post) {
        return pair(rule, weight, pre, post, new double[0]);
    }

    /**
     * One synapse with a delay of a tick, whose ends and third factor fire at given times; the target's spikes reach it at these, too.
     */
    static SimulationResult pair(SynapseRule rule, double weight, double[] pre, double[] post, double[] third) {
        SparseSynapses synapse =
                SparseSynapses.builder(1, 1).add(0, 0, weight, 1).build();
        SparseSynapses driver = SparseSynapses.builder(1, 1).add(0, 0, 1e9, 1).build();
        Network network = new Network(
                List.of(
                        new Population("pre", 1, new SpikeSource(raster(pre, 0))),
                        new Population("reward", 1, new SpikeSource(raster(third, 0))),
                        new Population("driver", 1, new SpikeSource(raster(post, 2))),
                        new Population("post", 1, new Lif(LifParameters.of(0, 1e8)))),
                List.of(
                        new Projection("pre", "post", synapse, Optional.of(rule)),
                        new Projection("driver", "post", driver)));
        long ticks = Math.round(DoubleStream.concat(DoubleStream.of(pre), DoubleStream.of(post))
                                .max()
                                .orElseThrow()
                        / TICK)
                + 1000;
        return SequentialSimulation.run(network, Partition.whole(network), ticks, List.of("post"));
    }

    static SpikeRaster poisson(Random random, int neurons, int every, int ticks) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(neurons);
        for (int tick = 0; tick < ticks; tick++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                if (random.nextInt(every) == 0) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return spikes.build();
    }

    static SparseSynapses synapses(Random random, int sources, int count, int delays) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, 15);
        for (int i = 0; i < count; i++) {
            builder.add(
                    random.nextInt(sources), random.nextInt(15), 0.5 * random.nextDouble(), 1 + random.nextInt(delays));
        }
        return builder.build();
    }

    static SimulationResult run(Network network, int neuronsPerCore) {
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, neuronsPerCore), TICKS, List.of("out"));
    }

    /** A run on one core; others, on more of them and resumed after some ticks, must have the same bits. */
    static SimulationResult runEveryWay(Network network, int stop) {
        SimulationResult expected = run(network, 40);
        for (int size : new int[] {1, 4, 11, 15}) {
            assertSame(expected, run(network, size));
        }
        assertSame(expected, resumed(network, stop));
        return expected;
    }

    /** A run that stops on two cores, and goes on from the bytes of its checkpoint on four. */
    private static SimulationResult resumed(Network network, int stop) {
        PartitionedNetwork begun =
                new PartitionedNetwork(network, Partition.ofCoreSize(network, 11), stop, List.of("out"));
        SequentialSimulation.run(begun);
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try {
            new CheckpointFormat(network).write(begun.state(), new DataOutputStream(saved));
            RunState state = new CheckpointFormat(network)
                    .read(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
            return SequentialSimulation.run(PartitionedNetwork.resumed(
                    network, Partition.ofCoreSize(network, 4), TICKS, List.of("out"), TaskRunner.SEQUENTIAL, state));
        } catch (IOException | CheckpointException e) {
            throw new IllegalStateException(e);
        }
    }

    static void assertSame(SimulationResult expected, SimulationResult found) {
        assertEquals(expected.spikes(), found.spikes());
        assertArrayEquals(
                expected.membranes().get(0).potentials(),
                found.membranes().get(0).potentials());
        for (int k = 0; k < expected.weights().size(); k++) {
            assertArrayEquals(
                    expected.weights().get(k).byPosition(),
                    found.weights().get(k).byPosition());
        }
    }
}
