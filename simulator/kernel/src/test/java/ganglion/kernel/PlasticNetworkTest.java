package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.StdpOracle;
import ganglion.kernel.schedule.Partition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlasticNetworkTest {

    private static final int TICKS = 1000;
    private static final int SOURCES = 20;
    private static final int TARGETS = 15;
    private static final PairStdp RULE = new PairStdp(0.03, 1.1, 0.4, 1, 0.5, 20, 30);

    /** Plastic synapses from outside and among the neurons; with few delays, held once a group, or with many. */
    private static Network network(boolean plastic, int delays) {
        Optional<PairStdp> rule = plastic ? Optional.of(RULE) : Optional.empty();
        return new Network(
                List.of(
                        new Population("input", SOURCES, new SpikeSource(input())),
                        new Population("out", TARGETS, new Lif(LifParameters.of(0.9, 1)))),
                List.of(
                        new Projection("input", "out", synapses(SOURCES, delays, 400), rule),
                        new Projection("out", "out", synapses(TARGETS, delays, 60), rule)));
    }

    private static SpikeRaster input() {
        Random random = new Random(4);
        SpikeRaster.Builder spikes = SpikeRaster.builder(SOURCES);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < SOURCES; neuron++) {
                // Neuron 0 falls silent early: what waits for it must not pile up.
                if (random.nextDouble() < 0.03 && (neuron > 0 || tick < 100)) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return spikes.build();
    }

    private static Synapses synapses(int sources, int delays, int count) {
        Random random = new Random(5);
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, TARGETS);
        for (int i = 0; i < count; i++) {
            builder.add(
                    random.nextInt(sources),
                    random.nextInt(TARGETS),
                    0.3 * random.nextDouble(),
                    3 + random.nextInt(delays));
        }
        return builder.build();
    }

    private static SimulationResult run(Network network, int neuronsPerCore) {
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, neuronsPerCore), TICKS, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void endsWithTheWeightsThatAllPairsOfSpikesImply(int delays) {
        Network network = network(true, delays);

        SimulationResult result = run(network, 100);

        assertEquals(2, result.weights().size());
        for (PlasticWeights weights : result.weights()) {
            Projection projection = network.projection(weights.projection());
            Synapses synapses = projection.synapses();
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    double expected = byAllPairs(
                            result.spikesOf(projection.source()),
                            source,
                            result.spikesOf("out"),
                            synapses.target(source, i),
                            synapses.weight(source, i),
                            synapses.delayTicks(source, i));
                    assertEquals(expected, weights.byPosition()[synapses.firstPosition(source) + i], 1e-12);
                }
            }
        }
    }

    /** The rule, spelled out: walks over all ticks and sums over all earlier spikes. */
    private static double byAllPairs(
            SpikeRaster before, int source, SpikeRaster after, int target, double initialWeight, int delay) {
        boolean[] sourceFired = fired(before, source);
        boolean[] targetFired = fired(after, target);
        double weight = initialWeight;
        for (int tick = 0; tick < TICKS - delay; tick++) {
            if (tick >= delay && targetFired[tick - delay]) {
                double trace = trace(sourceFired, tick, RULE.potentiationTicks());
                weight = StdpOracle.potentiate(RULE, weight, trace);
            }
            if (sourceFired[tick]) {
                double trace = trace(targetFired, tick - delay, RULE.depressionTicks());
                weight = StdpOracle.depress(RULE, weight, trace);
            }
        }
        return weight;
    }

    private static boolean[] fired(SpikeRaster spikes, int neuron) {
        boolean[] fired = new boolean[TICKS];
        for (int i = 0; i < spikes.size(); i++) {
            fired[(int) spikes.tick(i)] |= spikes.neuron(i) == neuron;
        }
        return fired;
    }

    private static double trace(boolean[] fired, int before, double timeConstantTicks) {
        return StdpOracle.trace(tick -> fired[(int) tick], before, timeConstantTicks);
    }

    @Test
    void transmitsTheWeightsAsTheyAreAtThatTime() {
        SimulationResult plastic = run(network(true, 1), 100);
        SimulationResult still = run(network(false, 1), 100);

        assertNotEquals(still.spikesOf("out"), plastic.spikesOf("out"));
        // Enough spikes to be caught up with and forgotten several times.
        assertTrue(plastic.spikesOf("out").size() > 2000, plastic.toString());
        assertEquals(List.of(), still.weights());
        assertTrue(Arrays.stream(plastic.weights().get(0).byPosition())
                .allMatch(weight -> weight >= 0 && weight <= RULE.largestWeight()));
    }
}
