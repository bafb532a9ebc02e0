package ganglion.benchmarks;

import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.Sampling;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Integration;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;

/**
 * Many neurons that hardly anything ever reaches: one spike a second, to 100 of them. What it costs must not depend on their
 * number, nor on the tick.
 *
 * @param neurons how many
 * @param ticksPerMillisecond 10 for a tick of 0.1 ms
 * @param seconds length of the run
 * @param integration of the neurons
 */
record IdleNetwork(int neurons, int ticksPerMillisecond, int seconds, Integration integration)
        implements BenchmarkNetwork {

    private static final int OUT_DEGREE = 100;

    @Override
    public long ticks() {
        return seconds * 1_000L * ticksPerMillisecond;
    }

    @Override
    public double tickSeconds() {
        return 1e-3 / ticksPerMillisecond;
    }

    @Override
    public long expectedSpikes() {
        return seconds;
    }

    @Override
    public Network network(TaskRunner runner) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(1);
        for (int second = 0; second < seconds; second++) {
            spikes.add((second * 1_000L + 500) * ticksPerMillisecond, 0);
        }
        double beta = Math.exp(-1.0 / (20 * ticksPerMillisecond));
        Connection connection = new Connection(
                new FixedOutDegree(OUT_DEGREE, new Sampling(true, false, Netgen.GRAPH)),
                SynapseParameter.constant(0.5),
                SynapseParameter.constant(ticksPerMillisecond));
        return new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(spikes.build())),
                        new Population("idle", neurons, new Lif(LifParameters.of(beta, 1), integration))),
                List.of(new Projection("input", "idle", connection.connect(Ends.of(1, neurons), runner))));
    }
}
