package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.OpenSource;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs without an end, whose spikes come tick by tick. */
class OpenRunTest {

    private static final int SOURCES = 3;

    private static Network network(Population input) {
        double[] weights = {0.6, 0.3, 0.2, 0.5, 0.4, 0.9};
        return new Network(
                List.of(input, new Population("neurons", 2, new Lif(LifParameters.of(0.8, 1)))),
                List.of(
                        new Projection("input", "neurons", new DenseSynapses(SOURCES, 2, weights, 2)),
                        new Projection(
                                "neurons", "neurons", new DenseSynapses(2, 2, new double[] {0, -0.4, 0.3, 0}, 1))));
    }

    private static boolean fires(long tick, int neuron) {
        return (tick * 7 + neuron * 13) % 11 < 2;
    }

    /** Feeds a run and takes its spikes. */
    private static final class Feed implements RunControl {

        private final OpenSource source;
        private final long ticks;
        private final SpikeRaster.Builder neurons = SpikeRaster.builder(2);
        private final boolean keeps;
        private long spikes;
        private boolean ended;

        Feed(OpenSource source, long ticks, boolean keeps) {
            this.source = source;
            this.ticks = ticks;
            this.keeps = keeps;
            put(0);
        }

        private void put(long tick) {
            int[] fired = new int[SOURCES];
            int count = 0;
            for (int neuron = 0; neuron < SOURCES; neuron++) {
                if (fires(tick, neuron)) {
                    fired[count++] = neuron;
                }
            }
            source.put(tick, fired, count);
        }

        @Override
        public void advanced(long tick) {}

        @Override
        public long nextRest(long tick) {
            return tick + 1;
        }

        @Override
        public void resting(RunningNetwork run) {
            run.takeSpikes(0, (tick, population, neuron) -> {
                assertEquals(run.completedTicks() - 1, tick);
                spikes++;
                if (keeps && population == 1) {
                    neurons.add(tick, neuron);
                }
            });
            ended = run.completedTicks() == ticks;
            if (!ended) {
                put(run.completedTicks());
            }
        }

        @Override
        public boolean stopRequested() {
            return ended;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void spikesThatComeTickByTickActLikeThoseThatAreKnown(int threads) {
        long ticks = 400;
        OpenSource source = new OpenSource(SOURCES);
        Feed feed = new Feed(source, ticks, true);
        RunOptions options = new RunOptions(1, threads, List.of());
        ActorSimulation.run(network(new Population("input", SOURCES, source)), Long.MAX_VALUE, options, feed);

        SpikeRaster.Builder known = SpikeRaster.builder(SOURCES);
        for (long tick = 0; tick < ticks; tick++) {
            for (int neuron = 0; neuron < SOURCES; neuron++) {
                if (fires(tick, neuron)) {
                    known.add(tick, neuron);
                }
            }
        }
        SimulationResult expected = ActorSimulation.run(
                network(new Population("input", SOURCES, new SpikeSource(known.build()))),
                ticks,
                options,
                RunControl.NONE);
        assertTrue(expected.spikesOf("neurons").size() > 50);
        assertEquals(expected.spikesOf("neurons"), feed.neurons.build());
    }

    /** What many ticks have fired is handed over and forgotten. */
    @Test
    void nothingIsKeptOfALongRun() {
        long ticks = 300_000;
        OpenSource source = new OpenSource(SOURCES);
        Feed feed = new Feed(source, ticks, false);
        SimulationResult result = ActorSimulation.run(
                network(new Population("input", SOURCES, source)),
                Long.MAX_VALUE,
                new RunOptions(RunOptions.SPREAD, 1, List.of()),
                feed);

        assertEquals(ticks, result.ticks());
        assertTrue(feed.spikes > ticks / 2);
        assertEquals(
                0, result.spikesOf("input").size() + result.spikesOf("neurons").size());
    }
}
