package ganglion.benchmarks;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import java.util.ArrayList;
import java.util.List;

/**
 * W3: layers of 64, 512, 512 and 10 neurons, all to all, as in a network that classifies sound; sparse random input, ticks
 * of 1 ms, membrane time constant 20 ms, threshold 1, refractory for 2 ms.
 *
 * @param ticks length of the run
 */
record LayeredNetwork(long ticks) implements BenchmarkNetwork {

    private static final int[] SIZES = {64, 512, 512, 10};
    private static final int[] LEAST_WEIGHT = {-400, -165, -150};
    private static final int[] LARGEST_WEIGHT = {600, 188, 175};
    private static final String[] NAMES = {"input", "first", "second", "out"};

    /** The run that others have counted. */
    static LayeredNetwork w3() {
        return new LayeredNetwork(10_000);
    }

    @Override
    public double tickSeconds() {
        return 1e-3;
    }

    @Override
    public long expectedSpikes() {
        return ticks == 10_000 ? 137_881 + 17_695 : -1;
    }

    @Override
    public String expectedHash() {
        return ticks == 10_000 ? "2d644df1ea375a6ccbb21cc146ffa5403fcbe29ff5dbcaef3a3833560e6d2146" : "";
    }

    @Override
    public Network network(TaskRunner runner) {
        List<Population> populations = new ArrayList<>();
        populations.add(new Population(NAMES[0], SIZES[0], new SpikeSource(input())));
        Lif neuron = new Lif(LifParameters.of(Math.exp(-1.0 / 20), 1).withRefractoryTicks(2));
        List<Projection> projections = new ArrayList<>();
        long firstSynapse = 0;
        for (int layer = 1; layer < SIZES.length; layer++) {
            populations.add(new Population(NAMES[layer], SIZES[layer], neuron));
            double[] weights = weights(layer - 1, firstSynapse);
            firstSynapse += weights.length;
            projections.add(new Projection(
                    NAMES[layer - 1], NAMES[layer], new DenseSynapses(SIZES[layer - 1], SIZES[layer], weights, 1)));
        }
        return new Network(populations, projections);
    }

    private SpikeRaster input() {
        SpikeRaster.Builder spikes = SpikeRaster.builder(SIZES[0]);
        for (long tick = 0; tick < ticks; tick++) {
            for (int channel = 0; channel < SIZES[0]; channel++) {
                double rateHertz = 5 + 45.0 * channel / 63;
                if (Netgen.INPUT.uniform(tick * 64 + channel) < rateHertz * 1e-3) {
                    spikes.add(tick, channel);
                }
            }
        }
        return spikes.build();
    }

    private static double[] weights(int layer, long firstSynapse) {
        double[] weights = new double[SIZES[layer] * SIZES[layer + 1]];
        int range = LARGEST_WEIGHT[layer] - LEAST_WEIGHT[layer] + 1;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (LEAST_WEIGHT[layer] + Netgen.WEIGHT.below(firstSynapse + i, range)) / 4096.0;
        }
        return weights;
    }
}
