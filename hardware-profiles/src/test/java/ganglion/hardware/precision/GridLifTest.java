package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridLifTest {

    private static final int INPUTS = 6;
    private static final List<Reset> RESETS =
            List.of(Reset.TO_VALUE, Reset.TO_VALUE_LOSING_INPUT, Reset.BY_SUBTRACTION, Reset.NONE);
    private static final int NEURONS = 9;
    private static final int TICKS = 120;
    private static final double STEP = 0.25;

    /** Every kind of reset, threshold, bias, refractory period and limit, against a plain loop over all ticks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100})
    void agreesWithALoopOverAllTicks(int neuronsPerCore) {
        for (long seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            SpikeRaster input = input(random);
            SparseSynapses synapses = synapses(random);
            GridLif model = model(random);

            SimulationResult run = run(model, input, synapses, neuronsPerCore);

            double[][] potentials = new double[TICKS][NEURONS];
            assertEquals(
                    oracle(model, input, synapses, potentials), run.spikes().get(1), "seed " + seed);
            for (int tick = 0; tick < TICKS; tick++) {
                for (int i = 0; i < NEURONS; i++) {
                    assertEquals(potentials[tick][i], run.membranes().get(0).at(tick, i), "seed " + seed);
                }
            }
        }
    }

    @Test
    void isTheExactNeuronWhereNothingIsRounded() {
        Random random = new Random(3);
        SpikeRaster input = input(random);
        SparseSynapses synapses = synapses(random);
        LifParameters parameters = LifParameters.of(1, 2).withReset(Reset.BY_SUBTRACTION, false);

        SimulationResult exact = run(new Lif(parameters), input, synapses, 4);
        SimulationResult grid = run(new GridLif(parameters, STEP, Double.POSITIVE_INFINITY), input, synapses, 4);

        assertTrue(exact.spikes().get(1).size() > 20);
        assertEquals(exact.spikes().get(1), grid.spikes().get(1));
    }

    @Test
    void roundsTowardZeroAndSaturates() {
        SpikeRaster input = SpikeRaster.builder(1).add(0, 0).add(1, 0).build();
        Network network = new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(input)),
                        new Population("out", 2, new GridLif(LifParameters.of(0.9, 100), 1, 10))),
                List.of(new Projection(
                        "in",
                        "out",
                        SparseSynapses.builder(1, 2)
                                .add(0, 0, 7, 1)
                                .add(0, 1, -7, 1)
                                .build())));

        SimulationResult run = SequentialSimulation.run(network, Partition.ofCoreSize(network, 8), 6, List.of("out"));

        // 7; 0.9 x 7 = 6.3 is 6, + 7 = 13 is 10; then 9, 8.1 is 8, 7.2 is 7; and the same below zero.
        double[] expected = {0, 7, 10, 9, 8, 7};
        for (int tick = 0; tick < 6; tick++) {
            assertEquals(expected[tick], run.membranes().get(0).at(tick, 0));
            assertEquals(-expected[tick], run.membranes().get(0).at(tick, 1), 0.0);
        }
    }

    @Test
    void refusesAGridThatIsNone() {
        LifParameters parameters = LifParameters.of(0.9, 1);

        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, 1, 1, 8, Optional.empty()));
    }

    @Test
    void valuesForEachNeuronFitAPopulationOfTheirNumber() {
        GridLif two = new GridLif(LifParameters.of(NeuronValues.each(0.25, 0.5), NeuronValues.of(1)), 1, 8);

        assertDoesNotThrow(() -> two.checkSize(2));
        assertThrows(IllegalArgumentException.class, () -> two.checkSize(3));
        assertEquals("grid-lif", two.name());
    }

    @Test
    void aStepIsAPowerOfTwo() {
        LifParameters parameters = LifParameters.of(0.9, 1);

        assertDoesNotThrow(() -> new GridLif(parameters, 0x1p-6, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, 0.75, 1));
        assertThrows(IllegalArgumentException.class, () -> new GridLif(parameters, Double.POSITIVE_INFINITY, 1));
    }

    private static SimulationResult run(NeuronModel model, SpikeRaster input, SparseSynapses synapses, int perCore) {
        Network network = new Network(
                List.of(new Population("in", INPUTS, new SpikeSource(input)), new Population("out", NEURONS, model)),
                List.of(new Projection("in", "out", synapses)));
        return SequentialSimulation.run(network, Partition.ofCoreSize(network, perCore), TICKS, List.of("out"));
    }

    private static SpikeRaster input(Random random) {
        SpikeRaster.Builder builder = SpikeRaster.builder(INPUTS);
        double rate = random.nextDouble() * 0.3;
        for (int tick = 0; tick < TICKS; tick++) {
            for (int i = 0; i < INPUTS; i++) {
                if (random.nextDouble() < rate) {
                    builder.add(tick, i);
                }
            }
        }
        return builder.build();
    }

    private static SparseSynapses synapses(Random random) {
        SparseSynapses.Builder builder = SparseSynapses.builder(INPUTS, NEURONS);
        for (int i = 0; i < 30; i++) {
            builder.add(
                    random.nextInt(INPUTS),
                    random.nextInt(NEURONS),
                    STEP * (random.nextInt(9) - 3),
                    1 + random.nextInt(3));
        }
        return builder.build();
    }

    private static GridLif model(Random random) {
        boolean delayed = random.nextInt(3) == 0;
        LifParameters parameters = LifParameters.of(
                        random.nextBoolean() ? 0.5 + random.nextDouble() / 2 : 1, STEP * (1 + random.nextInt(8)))
                .withReset(RESETS.get(random.nextInt(RESETS.size())), delayed)
                .withBias(NeuronValues.of(random.nextInt(3) == 0 ? STEP : 0));
        if (!delayed && random.nextInt(3) == 0) {
            parameters = parameters.withRefractoryTicks(1 + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            parameters = parameters.withStrictThreshold();
        }
        if (random.nextInt(3) == 0) {
            parameters = parameters
                    .withRest(each(random, 3))
                    .withResetPotential(each(random, 0))
                    .withInitialPotential(each(random, 9));
        }
        Optional<NeuronValues> leak =
                random.nextInt(3) == 0 ? Optional.of(NeuronValues.of(STEP * random.nextInt(3))) : Optional.empty();
        double limit = random.nextBoolean() ? 1.5 : Double.POSITIVE_INFINITY;
        return new GridLif(parameters, STEP, random.nextInt(3) == 0 ? 0 : -limit, limit, leak);
    }

    /** Steps from -2 to some number, for each neuron. */
    private static NeuronValues each(Random random, int most) {
        return NeuronValues.each(random.doubles(NEURONS)
                .map(share -> STEP * (Math.floor(share * (most + 3)) - 2))
                .toArray());
    }

    /** The equations of the model as a loop over ticks and neurons. */
    private static SpikeRaster oracle(
            GridLif model, SpikeRaster input, SparseSynapses synapses, double[][] potentials) {
        double[][] arriving = new double[TICKS + 5][NEURONS];
        for (int s = 0; s < input.size(); s++) {
            int source = input.neuron(s);
            for (int i = 0; i < synapses.outDegree(source); i++) {
                int tick = (int) input.tick(s) + synapses.delayTicks(source, i);
                arriving[tick][synapses.target(source, i)] += synapses.weight(source, i);
            }
        }
        LifParameters p = model.parameters();
        double threshold = p.threshold().at(0);
        SpikeRaster.Builder spikes = SpikeRaster.builder(NEURONS);
        for (int i = 0; i < NEURONS; i++) {
            double v = Math.max(p.initialPotential().at(i), model.lowest());
            double beta = p.beta().at(i);
            double leak = model.linearLeak().map(each -> each.at(0)).orElse(-1.0);
            double drive = p.bias().at(i) + (leak < 0 ? (1 - beta) * p.rest().at(i) : 0);
            double reset = Math.max(p.resetPotential().at(i), model.lowest());
            int last = -1000;
            for (int tick = 0; tick < TICKS; tick++) {
                boolean refractory = p.refractoryTicks() > 0 && tick - last <= p.refractoryTicks();
                boolean resetNow = p.delayedReset() && last == tick - 1;
                if (!refractory) {
                    v = resetNow && p.reset() == Reset.TO_VALUE ? reset : v;
                    double left = leak < 0
                            ? (long) (beta * v / STEP) * STEP
                            : Math.signum(v) * Math.max(Math.abs(v) - leak, 0);
                    v = left + drive + arriving[tick][i];
                    v = resetNow && p.reset() == Reset.BY_SUBTRACTION ? v - threshold : v;
                    v = resetNow && p.reset() == Reset.TO_VALUE_LOSING_INPUT ? reset : v;
                    v = Math.min(Math.max(v, model.lowest()), model.limit());
                    if (p.strict() ? v > threshold : v >= threshold) {
                        spikes.add(tick, i);
                        last = tick;
                        if (!p.delayedReset() && p.reset() != Reset.NONE) {
                            v = p.reset() == Reset.BY_SUBTRACTION ? v - threshold : reset;
                        }
                    }
                }
                potentials[tick][i] = v;
            }
        }
        return spikes.build();
    }
}
