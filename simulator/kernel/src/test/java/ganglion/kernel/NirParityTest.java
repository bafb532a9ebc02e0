package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NirParityTest {

    private static final double TICK = 1e-4;
    private static final double TIME_CONSTANT = 2.5e-3;

    /** {@code v += dt/tau (r x - v)}: a leak of 1 - dt/tau, and a weight of r dt/tau for an input of one step. */
    @Test
    void followsThePublishedTraceOfASingleNeuron() throws IOException {
        double[][] rows = rows();
        SpikeRaster.Builder input = SpikeRaster.builder(1);
        for (int step = 0; step < rows.length; step++) {
            if (rows[step][0] > 0) {
                input.add(step, 0);
            }
        }
        double share = TICK / TIME_CONSTANT;
        Network network = new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(input.build())),
                        new Population(
                                "lif",
                                1,
                                new Lif(LifParameters.of(1 - share, 0.1).withStrictThreshold()))),
                List.of(new Projection("input", "lif", new DenseSynapses(1, 1, new double[] {share}, 1))));

        SimulationResult result =
                SequentialSimulation.run(network, Partition.whole(network), rows.length + 1, List.of("lif"));

        // The synapse makes everything one tick later than in the trace, which has none.
        SpikeRaster spikes = result.spikesOf("lif");
        long[] ticks = new long[spikes.size()];
        Arrays.setAll(ticks, i -> spikes.tick(i) - 1);
        assertArrayEquals(new long[] {460, 510, 710, 760}, ticks);
        for (int step = 0; step < rows.length; step++) {
            double potential = result.membranes().get(0).at(step + 1, 0);
            assertEquals(rows[step][1], potential, 5e-8, "step " + step);
        }
    }

    private static double[][] rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                NirParityTest.class.getResourceAsStream("nir/lif_norse.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }
}
