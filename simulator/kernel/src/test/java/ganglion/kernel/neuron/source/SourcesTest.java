package ganglion.kernel.neuron.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final CounterRandom RANDOM = CounterRandom.of(17, 4);

    private static SimulationResult run(NeuronModel model, int size, long ticks, int neuronsPerCore) {
        Network network = new Network(List.of(new Population("source", size, model)), List.of());
        Partition partition = Partition.ofCoreSize(network, neuronsPerCore);
        return SequentialSimulation.run(network, partition, ticks, List.of());
    }

    private static SpikeRaster spikes(NeuronModel model, int size, long ticks) {
        return run(model, size, ticks, size).spikesOf("source");
    }

    @Test
    void spacesPoissonSpikesGeometrically() {
        SpikeRaster spikes = spikes(PoissonSource.homogeneous(NeuronValues.of(0.1), RANDOM), 1, 200_000);

        int[] counts = new int[4];
        for (int i = 1; i < spikes.size(); i++) {
            long gap = spikes.tick(i) - spikes.tick(i - 1);
            if (gap <= counts.length) {
                counts[(int) gap - 1]++;
            }
        }
        for (int gap = 1; gap <= counts.length; gap++) {
            double share = (1 - Math.exp(-0.1)) * Math.exp(-0.1 * (gap - 1));
            double expected = share * (spikes.size() - 1);
            assertEquals(expected, counts[gap - 1], 4 * Math.sqrt(expected), "gap " + gap);
        }
    }

    @Test
    void costsNothingWhileSilent() {
        SimulationResult result =
                run(PoissonSource.homogeneous(NeuronValues.of(1e-15), RANDOM), 1_000, 1L << 45, 1_000);

        assertTrue(result.activity().spikes() > 0 && result.activity().spikes() < 100);
        assertEquals(0, result.activity().neuronUpdates());
        assertEquals(
                0,
                spikes(PoissonSource.homogeneous(NeuronValues.of(0), RANDOM), 5, 1L << 60)
                        .size());
    }

    @Test
    void refusesWhatIsNoSource() {
        NeuronValues one = NeuronValues.of(1);

        assertThrows(IllegalArgumentException.class, () -> new RegularSource(NeuronValues.of(0.5), one));
        assertThrows(IllegalArgumentException.class, () -> new RegularSource(one, NeuronValues.of(-1)));
        assertThrows(IllegalArgumentException.class, () -> PoissonSource.homogeneous(NeuronValues.of(-0.1), RANDOM));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PoissonSource(
                        List.of(new PoissonSource.Rate(3, one), new PoissonSource.Rate(3, one)), RANDOM));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Population("p", 3, new RegularSource(NeuronValues.each(1, 2), one)));
    }
}
