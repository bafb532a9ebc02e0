package ganglion.learning.eventprop.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.eventprop.DelayedSynapses;
import ganglion.learning.eventprop.EventNetwork;
import ganglion.learning.eventprop.EventNetwork.EventLayer;
import ganglion.learning.eventprop.ExponentialDynamics;
import ganglion.learning.eventprop.RandomEventNetworks;
import ganglion.learning.eventprop.RandomEventNetworks.Kind;
import ganglion.learning.eventprop.TimedSpikes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickRunTest {

    private static final int STEPS = (int) RandomEventNetworks.DURATION;

    /** The plain loop and the simulator fire the same spikes, and read out the same. */
    @ParameterizedTest
    @CsvSource({"false, true, 1", "true, true, 10", "true, true, 4", "true, false, 10"})
    void theSimulatorDoesTheSame(boolean recurrent, boolean readOut, int ticksPerStep) {
        int spikes = 0;
        for (int seed = 0; seed < 15; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            EventNetwork network = RandomEventNetworks.network(new Kind(8, 4, recurrent, readOut), random);
            TickRun found = TickRun.of(network, ticksPerStep, RandomEventNetworks.input(random), STEPS);

            SimulationResult expected = simulate(new GridNetwork(network, ticksPerStep), found, network.inputs());

            for (int l = 0; l < found.layers().size(); l++) {
                assertEquals(
                        expected.spikesOf(GridNetwork.population(l)),
                        found.layers().get(l),
                        "network " + seed);
                spikes += found.layers().get(l).size();
            }
            if (readOut) {
                assertArrayEquals(means(expected.membranes().get(0)), found.scores(), 1e-12);
                assertEquals(0, expected.spikesOf(GridNetwork.READ_OUT).size(), "integrators never fire");
            }
        }
        assertTrue(spikes > 50, "spikes: " + spikes);
    }

    private static SimulationResult simulate(GridNetwork grid, TickRun run, int inputs) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(GridNetwork.INPUT, inputs, new SpikeSource(run.input())));
        populations.addAll(grid.populations());
        Network network = new Network(populations, grid.projections());
        boolean reads = populations.stream().anyMatch(one -> one.name().equals(GridNetwork.READ_OUT));
        return SequentialSimulation.run(
                network, Partition.whole(network), run.ticks(), reads ? List.of(GridNetwork.READ_OUT) : List.of());
    }

    private static double[] means(MembraneTrace trace) {
        return IntStream.range(0, trace.neuronCount())
                .mapToDouble(neuron -> IntStream.range(0, trace.ticks())
                                .mapToDouble(tick -> trace.at(tick, neuron))
                                .sum()
                        / trace.ticks())
                .toArray();
    }

    /** A neuron per input and class: the one whose input comes first fires first. */
    private static EventNetwork relay(double delay) {
        DelayedSynapses synapses = new DelayedSynapses(2, 2, new double[] {20, 0, 0, 20}, delay);
        return new EventNetwork(
                List.of(new EventLayer(new ExponentialDynamics(20, 10), 1, synapses, Optional.empty())),
                Optional.empty());
    }

    @Test
    void theScoreOfAFirstSpikeIsHowManyTicksAreLeft() {
        TimedSpikes input = TimedSpikes.of(new double[] {3, 7}, new int[] {1, 0});
        TickRun run = TickRun.of(relay(1), 10, input, 20);

        assertEquals(200, run.ticks());
        double[] scores = run.scores();
        assertEquals(200 - run.layers().get(0).tick(0), scores[1], "neuron 1 fires first");
        assertTrue(scores[1] > scores[0] && scores[0] > 0, scores[0] + ", " + scores[1]);
        assertEquals(40, scores[1] - scores[0], "by as much as its input is earlier, 4 steps");
    }

    @Test
    void aNeuronThatDoesNotFireHasNoScoreAndSpikesBehindTheEndAreLost() {
        TimedSpikes input = TimedSpikes.of(new double[] {3, 7}, new int[] {1, 0});
        TickRun late = TickRun.of(relay(15), 10, input, 20);

        assertEquals(0, late.scores()[0]);
        assertTrue(late.scores()[1] > 0);
        assertArrayEquals(new double[2], TickRun.of(relay(1e12), 10, input, 20).scores());
    }
}
