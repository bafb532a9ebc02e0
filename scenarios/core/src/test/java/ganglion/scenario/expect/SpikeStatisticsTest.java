package ganglion.scenario.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.ActivityCounts;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Subject;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of many spikes against what theory says of clocks and of chance. */
class SpikeStatisticsTest {

    private static final int TICKS = 20_000;
    private static final Subject ALL = new Subject("out", OptionalInt.empty(), Window.ALL);

    private static double value(Measure measure, SpikeRaster spikes) {
        Population out = new Population("out", spikes.neuronCount(), new Lif(LifParameters.of(0.5, 1)));
        SimulationResult result = new SimulationResult(
                new Network(List.of(out), List.of()), TICKS, List.of(spikes), new ActivityCounts(0, 0, 0), List.of());
        Evidence evidence = EvidenceFixture.of(result, List.of(), List.of());
        Bounds any = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true);
        String found = evidence.check(new Expectation.Figure("", measure, any)).found();
        return Double.parseDouble(found);
    }

    /** Each neuron fires in each tick with the same chance: a Poisson process as far as a grid of ticks can be one. */
    private static SpikeRaster chance(int neurons, double probability) {
        Random random = new Random(17);
        SpikeRaster.Builder spikes = SpikeRaster.builder(neurons);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                if (random.nextDouble() < probability) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return spikes.build();
    }

    private static SpikeRaster clock(int neurons, int period) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(neurons);
        for (int tick = 0; tick < TICKS; tick += period) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                spikes.add(tick, neuron);
            }
        }
        return spikes.build();
    }

    /** Intervals of such a process are geometric: their variation is the root of 1 - p. */
    @Test
    void variesByOneForChance() {
        double probability = 0.02;

        assertEquals(
                Math.sqrt(1 - probability),
                value(new Measure.IntervalVariation(ALL, 3), chance(40, probability)),
                0.01);
    }

    /** The mean of n independent counts has a variance of 1/n of theirs. */
    @ParameterizedTest
    @ValueSource(ints = {4, 25, 100})
    void findsIndependentNeuronsAsSynchronousAsChanceMakesThem(int neurons) {
        double synchrony = value(new Measure.Synchrony(ALL, 10), chance(neurons, 0.02));

        assertEquals(1 / Math.sqrt(neurons), synchrony, 0.1 / Math.sqrt(neurons));
    }

    /** A bin of 10 ticks holds a binomial number of spikes, of n times 10 trials. */
    @ParameterizedTest
    @ValueSource(ints = {4, 25, 100})
    void theFanoFactorOfChanceIsThatOfItsTrials(int neurons) {
        assertEquals(1 - 0.02, value(new Measure.FanoFactor(ALL, 10), chance(neurons, 0.02)), 0.05);
    }

    /** All neurons fire once in every second bin: 0 or n spikes, mean n/2, variance n^2/4. */
    @Test
    void theFanoFactorOfNeuronsThatFireTogetherGrowsWithTheirNumber() {
        assertEquals(6, value(new Measure.FanoFactor(ALL, 25), clock(12, 50)), 0.05);
    }

    /** Half of the neurons as one clock, half as another in opposite phase: less than one, more than chance. */
    @Test
    void liesBetweenForTwoClusters() {
        SpikeRaster.Builder spikes = SpikeRaster.builder(10);
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; tick % 40 % 20 == 0 && neuron < 10; neuron++) {
                if (neuron % 2 == (tick % 40 == 0 ? 0 : 1)) {
                    spikes.add(tick, neuron);
                }
            }
        }

        double synchrony = value(new Measure.Synchrony(ALL, 5), spikes.build());

        assertTrue(synchrony > 1 / Math.sqrt(10) && synchrony < 0.75, "found " + synchrony);
    }
}
