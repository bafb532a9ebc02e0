package ganglion.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.RandomNetworks;
import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are looked at, and whose spikes are taken, on the way. */
class WatchedRunTest {

    private static final int TICKS = 900;

    /** Looks at a run every so many ticks, takes all spikes, and can end it with a state. */
    private static final class Watching implements RunControl {

        private final long everyTicks;
        private final long stateTick;
        private final Map<Long, List<double[]>> potentials = new TreeMap<>();
        private final List<String> spikes = new ArrayList<>();
        private RunState state;

        Watching(long everyTicks, long stateTick) {
            this.everyTicks = everyTicks;
            this.stateTick = stateTick;
        }

        @Override
        public void advanced(long tick) {}

        @Override
        public long nextRest(long tick) {
            return tick - tick % everyTicks + everyTicks;
        }

        @Override
        public void resting(RunningNetwork run) {
            long tick = run.completedTicks();
            List<double[]> all = new ArrayList<>();
            for (int p = 0; p < populations; p++) {
                all.add(run.sample().potentials(p));
            }
            potentials.put(tick - 1, all);
            if (tick >= stateTick && state == null) {
                state = run.state();
            }
        }

        private int populations;
        private long memoryTicks;

        @Override
        public void completed(RunningNetwork run) {
            run.takeSpikes(
                    memoryTicks, (tick, population, neuron) -> spikes.add(tick + " " + population + " " + neuron));
        }

        @Override
        public boolean stopRequested() {
            return state != null;
        }
    }

    private static List<String> listed(SimulationResult result, long from, long until) {
        List<long[]> all = new ArrayList<>();
        for (int p = 0; p < result.spikes().size(); p++) {
            SpikeRaster raster = result.spikes().get(p);
            for (int i = 0; i < raster.size(); i++) {
                if (raster.tick(i) >= from && raster.tick(i) < until) {
                    all.add(new long[] {raster.tick(i), p, raster.neuron(i)});
                }
            }
        }
        return all.stream()
                .sorted((a, b) -> Arrays.compare(a, b))
                .map(spike -> spike[0] + " " + spike[1] + " " + spike[2])
                .toList();
    }

    /** The same run in one thread, with the potentials of every tick. */
    private static SimulationResult whole(Network network) {
        List<String> all = network.populations().stream().map(Population::name).toList();
        return SequentialSimulation.run(network, Partition.whole(network), TICKS, all);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 7, 2", "13, 2147483647, 2", "100, 5, 3", "450, 2147483647, 1"})
    void seesWhatATraceOfEveryTickSees(long everyTicks, int neuronsPerActor, int threads) {
        for (int seed = 0; seed < 3; seed++) {
            Network network = RandomNetworks.create(seed, TICKS);
            SimulationResult whole = whole(network);
            Watching watching = new Watching(everyTicks, Long.MAX_VALUE);
            watching.populations = network.populations().size();

            SimulationResult watched =
                    ActorSimulation.run(network, TICKS, new RunOptions(neuronsPerActor, threads, List.of()), watching);

            assertEquals(TICKS, watched.ticks());
            assertEquals(listed(whole, 0, TICKS), watching.spikes, "seed " + seed);
            assertEquals(whole.activity().synapticEvents(), watched.activity().synapticEvents(), "seed " + seed);
            assertTrue(watching.potentials.size() >= TICKS / everyTicks);
            watching.potentials.forEach((tick, values) -> {
                for (int p = 0; p < values.size(); p++) {
                    int size = values.get(p).length;
                    int from = Math.toIntExact(tick) * size;
                    assertArrayEquals(
                            Arrays.copyOfRange(whole.membranes().get(p).potentials(), from, from + size),
                            values.get(p),
                            "tick " + tick + ", population " + p);
                }
            });
        }
    }

    /** The state that is left after its spikes were taken still has those that are on their way. */
    @Test
    void goesOnFromAStateWhoseSpikesWereTaken() {
        for (int seed = 0; seed < 3; seed++) {
            Network network = RandomNetworks.create(seed, TICKS);
            SimulationResult whole = whole(network);
            Watching first = new Watching(200, 400);
            Watching second = new Watching(200, Long.MAX_VALUE);

            first.memoryTicks = network.memoryTicks();
            ActorSimulation.run(network, TICKS, new RunOptions(3, 2, List.of()), first);
            ActorSimulation.resume(network, TICKS, new RunOptions(5, 1, List.of()), second, first.state);

            assertEquals(400, first.state.tick());
            assertEquals(listed(whole, 0, 400), first.spikes, "seed " + seed);
            assertEquals(listed(whole, 400, TICKS), second.spikes, "seed " + seed);
        }
    }

    /** g <- 0.5 g + x: spikes at 3 and 5 over a delay of 1. */
    @Test
    void tellsSynapticCurrents() {
        SpikeRaster spikes = SpikeRaster.builder(1).add(3, 0).add(5, 0).build();
        SynapticLif model = new SynapticLif(
                LifParameters.of(0.9, 100), List.of(SynapticCurrent.of(0.5)), SynapticOrder.CURRENT_FIRST);
        Network network = new Network(
                List.of(new Population("in", 1, new SpikeSource(spikes)), new Population("out", 2, model)),
                List.of(new Projection("in", "out", new DenseSynapses(1, 2, new double[] {1, -4}, 1))));
        List<double[]> currents = new ArrayList<>();
        RunControl control = new RunControl() {

            @Override
            public void advanced(long tick) {}

            @Override
            public long nextRest(long tick) {
                return tick + 1;
            }

            @Override
            public void resting(RunningNetwork run) {
                currents.add(run.sample().states(1, 0));
            }
        };

        ActorSimulation.run(network, 9, new RunOptions(RunOptions.SPREAD, 2, List.of()), control);

        double[] expected = {0, 0, 0, 0, 1, 0.5, 1.25, 0.625, 0.3125};
        for (int tick = 0; tick < expected.length; tick++) {
            assertArrayEquals(
                    new double[] {expected[tick], 0 - 4 * expected[tick]}, currents.get(tick), "tick " + tick);
        }
    }
}
