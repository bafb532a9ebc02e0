package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequentialSimulationTest {

    @Test
    void skipsIdleTimeHoweverLong() {
        long day = 86_400_000_000_000L;
        SpikeRaster input = SpikeRaster.builder(1).add(3, 0).add(day, 0).build();
        Network network = relay(input, 5);

        SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), day + 10, List.of());

        assertEquals(SpikeRaster.builder(1).add(8, 0).add(day + 5, 0).build(), result.spikesOf("relay"));
        assertEquals(2, result.activity().neuronUpdates());
    }

    @Test
    void losesSpikesThatArriveAtTheEndOrLater() {
        SpikeRaster input = SpikeRaster.builder(1).add(4, 0).add(5, 0).build();
        Network network = relay(input, 5);

        SimulationResult result = TestRuns.whole(network, 10);

        assertEquals(SpikeRaster.builder(1).add(9, 0).build(), result.spikesOf("relay"));
        assertEquals(1, result.activity().synapticEvents());
    }

    @Test
    void carriesDelaysFarBeyondAnyWindow() {
        SpikeRaster input = SpikeRaster.builder(1).add(0, 0).add(1, 0).build();
        Network network = relay(input, 5_000_000);

        SimulationResult result =
                SequentialSimulation.run(network, Partition.ofCoreSize(network, 1), 6_000_000, List.of());

        assertEquals(SpikeRaster.builder(1).add(5_000_000, 0).add(5_000_001, 0).build(), result.spikesOf("relay"));
    }

    private static Network relay(SpikeRaster input, int delayTicks) {
        return new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(input)),
                        new Population("relay", 1, new Lif(LifParameters.of(0.5, 1)))),
                List.of(new Projection("input", "relay", new DenseSynapses(1, 1, new double[] {1}, delayTicks))));
    }

    @Test
    void keepsAPopulationInItsInitialStateUntilItStarts() {
        LifParameters biased = LifParameters.of(NeuronValues.of(0.5), NeuronValues.of(1))
                .withBias(NeuronValues.of(0.4))
                .withInitialPotential(NeuronValues.of(0.125));
        SpikeRaster input = SpikeRaster.builder(1).add(0, 0).add(1, 0).add(2, 0).build();
        Network network = new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(input)),
                        new Population("late", 1, new Lif(biased), 3)),
                List.of(new Projection("input", "late", new DenseSynapses(1, 1, new double[] {0.25}, 1))));

        SimulationResult result =
                SequentialSimulation.run(network, Partition.ofCoreSize(network, 1), 5, List.of("late"));

        MembraneTrace trace = result.membranes().get(0);
        assertEquals(0.125, trace.at(0, 0));
        assertEquals(0.125, trace.at(2, 0));
        assertEquals(0.5 * 0.125 + 0.4 + 0.25, trace.at(3, 0));
        assertEquals(0.5 * trace.at(3, 0) + 0.4, trace.at(4, 0));
        assertEquals(3, result.activity().synapticEvents());
    }
}
