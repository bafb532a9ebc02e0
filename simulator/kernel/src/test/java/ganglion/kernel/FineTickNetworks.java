package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.Random;

/**
 * Neurons integrated in closed form, in networks with ticks much finer than the time between spikes: groups large enough for
 * tables, neurons that fire on their own between inputs, several synapses between two neurons, sums of zero, and inputs of
 * one tick that arrive in several rows.
 */
final class FineTickNetworks {

    static final int TICKS = 800;

    private FineTickNetworks() {}

    static Network create(int seed) {
        Random random = new Random(seed);
        int size = 40 + random.nextInt(60);
        double beta = Math.exp(-1.0 / (100 + random.nextInt(2_000)));
        boolean driven = seed % 3 != 0;
        double steady = driven ? 1.02 + 0.3 * random.nextDouble() : 0.7;
        LifParameters alike = LifParameters.of(NeuronValues.of(beta), NeuronValues.of(1))
                .withReset(random.nextBoolean() ? Reset.TO_VALUE : Reset.BY_SUBTRACTION, false)
                .withResetPotential(NeuronValues.of(seed % 2 == 0 ? 0 : -0.2))
                .withBias(NeuronValues.of((1 - beta) * steady))
                .withInitialPotential(
                        NeuronValues.each(random.doubles(size, 0, 1.05).toArray()))
                .withRefractoryTicks(random.nextInt(3) * random.nextInt(80));
        LifParameters unlike = LifParameters.of(
                        NeuronValues.of(beta),
                        NeuronValues.each(random.doubles(size, 0.9, 1.1).toArray()))
                .withBias(NeuronValues.of((1 - beta) * steady));
        int inputs = 20;
        return new Network(
                List.of(
                        new Population("inputs", inputs, new SpikeSource(spikes(random, inputs))),
                        new Population("alike", size, new Lif(alike, Integration.CLOSED_FORM), 7 * (seed % 2)),
                        new Population("unlike", size, new Lif(unlike, Integration.CLOSED_FORM))),
                List.of(
                        new Projection("inputs", "alike", synapses(random, inputs, size, 1)),
                        new Projection("inputs", "unlike", synapses(random, inputs, size, 1)),
                        new Projection("alike", "alike", synapses(random, size, size, 10)),
                        new Projection("alike", "unlike", synapses(random, size, size, 10)),
                        new Projection("unlike", "alike", synapses(random, size, size, 13))));
    }

    /** Most ticks without a spike, and many in some. */
    private static SpikeRaster spikes(Random random, int size) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int tick = 0; tick < TICKS; tick += 1 + random.nextInt(20)) {
            double share = Math.pow(random.nextDouble(), 3);
            for (int neuron = 0; neuron < size; neuron++) {
                if (random.nextDouble() < share) {
                    spikes.add(tick, neuron);
                }
            }
        }
        return spikes.build();
    }

    /** A fifth of the pairs, some twice; weights are multiples of a power of two, so that sums are often exactly zero. */
    private static Synapses synapses(Random random, int sources, int targets, int delayTicks) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, targets);
        boolean shared = random.nextInt(3) == 0;
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < targets; target++) {
                for (int twin = 0; twin < 2 && random.nextInt(5) == 0; twin++) {
                    double weight = shared ? 1 / 64.0 : (random.nextInt(7) - 3) / 64.0;
                    builder.add(source, target, weight, delayTicks);
                }
            }
        }
        return builder.build();
    }
}
