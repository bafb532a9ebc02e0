package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class PartitionedNetworkTest {

    /** A source of two neurons onto a relay of three, with a delay of two ticks, onto an integrator of two. */
    private static Network network() {
        SpikeRaster input = SpikeRaster.builder(2)
                .add(1, 0)
                .add(1, 1)
                .add(2000, 1)
                .add(4000, 0)
                .build();
        return new Network(
                List.of(
                        new Population("in", 2, new SpikeSource(input)),
                        new Population("relay", 3, new Lif(LifParameters.of(0, 1))),
                        new Population(
                                "out",
                                2,
                                new SynapticLif(
                                        LifParameters.of(0.5, 1e9),
                                        List.of(SynapticCurrent.of(0.5)),
                                        SynapticOrder.CURRENT_FIRST))),
                List.of(
                        new Projection("in", "relay", new DenseSynapses(2, 3, new double[] {1, 0, 1, 0, 1, 1}, 2)),
                        new Projection("relay", "out", new DenseSynapses(3, 2, new double[] {1, 2, 3, 4, 5, 6}, 1))));
    }

    private static void run(PartitionedNetwork run) {
        SequentialSimulation.run(run);
    }

    private static PartitionedNetwork cut(long ticks, String... traced) {
        return new PartitionedNetwork(network(), Partition.ofCoreSize(network(), 1), ticks, List.of(traced));
    }

    private static SpikeRaster relaySpikes() {
        return SpikeRaster.builder(3)
                .add(3, 0)
                .add(3, 1)
                .add(3, 2)
                .add(2002, 1)
                .add(2002, 2)
                .add(4002, 0)
                .add(4002, 2)
                .build();
    }

    @Test
    void putsTheTracesOfCoresSideBySide() {
        PartitionedNetwork run = cut(6, "out", "relay", "out");
        run(run);
        List<MembraneTrace> traces = run.result().membranes();

        assertEquals(2, traces.size());
        assertEquals("out", traces.get(0).population());
        assertEquals(6, traces.get(0).ticks());
        assertEquals(0, traces.get(0).at(3, 0));
        assertEquals(9, traces.get(0).at(4, 0));
        assertEquals(12, traces.get(0).at(4, 1));
        assertEquals(0.5 * 9 + 4.5, traces.get(0).at(5, 0));
        assertEquals("relay", traces.get(1).population());
        assertEquals(3, traces.get(1).neuronCount());
    }

    @Test
    void looksAtARunAtRest() {
        PartitionedNetwork run = cut(5000);
        run.conductor().proceedTo(5);
        run(run);
        RunSample sample = run.sample();

        assertArrayEquals(new double[] {9, 12}, sample.potentials(2));
        assertArrayEquals(new double[] {9, 12}, sample.states(2, 0));
        assertThrows(UnsupportedOperationException.class, () -> sample.states(1, 0));
        run.conductor().proceed();
        run(run);
        assertEquals(relaySpikes(), run.result().spikesOf("relay"));
    }

    @Test
    void refusesToBeLookedAtWhileItRuns() {
        PartitionedNetwork run = cut(5000);
        run.conductor().next();

        assertThrows(IllegalStateException.class, run::sample);
        assertThrows(IllegalStateException.class, run::state);
        assertThrows(IllegalStateException.class, run::currentWeights);
    }

    @Test
    void handsOverEachSpikeOnceInOrder() {
        PartitionedNetwork run = cut(5000);
        List<String> taken = new ArrayList<>();
        SpikeConsumer consumer = (tick, population, neuron) -> taken.add(tick + " " + population + " " + neuron);
        run.conductor().proceedTo(1000);
        run(run);
        run.takeSpikes(2, consumer);

        assertEquals(List.of("1 0 0", "1 0 1", "3 1 0", "3 1 1", "3 1 2"), taken);
        assertEquals(5, run.currentActivity().spikes());
        run.takeSpikes(2, consumer);
        assertEquals(5, taken.size());

        run.conductor().proceed();
        run(run);
        run.takeSpikes(0, consumer);
        assertEquals(11, taken.size());
        assertEquals("4002 1 2", taken.get(10));
        assertEquals(11, run.currentActivity().spikes());
    }

    @Test
    void goesOnInTheSameRunAfterItsStateWasTaken() {
        Network network = RandomNetworks.create(4, 5_000);
        PartitionedNetwork run = new PartitionedNetwork(network, Partition.ofCoreSize(network, 9), 5_000, List.of());
        run.conductor().stop();
        run(run);
        RunState state = run.state();

        run.conductor().proceed();
        run(run);

        assertTrue(state.tick() > 0 && state.tick() < 5_000, "saved at " + state.tick());
        TestRuns.assertSame(TestRuns.whole(network, 5_000), run.result(), "saved at " + state.tick());
    }

    @Test
    void forgetsSpikesThatNoStateNeeds() {
        PartitionedNetwork run = cut(5000);
        run.conductor().proceedTo(1000);
        run(run);
        run.takeSpikes(2, (tick, population, neuron) -> {});

        assertEquals(0, run.state().spikes().get(0).size());
        assertTrue(run.conductor().emitted().stream().allMatch(List::isEmpty));
    }

    @Test
    void keepsAllSpikesWhereTracesNeedThem() {
        PartitionedNetwork run = cut(5000);
        run.conductor().proceedTo(1000);
        run(run);
        run.takeSpikes(Long.MAX_VALUE, (tick, population, neuron) -> {});

        assertEquals(2, run.state().spikes().get(0).size());
        assertEquals(3, run.state().spikes().get(1).size());
    }

    @Test
    void refusesRunsThatCannotBe() {
        Network network = network();
        Partition whole = Partition.whole(network);

        assertThrows(IllegalArgumentException.class, () -> new PartitionedNetwork(network, whole, -1, List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new PartitionedNetwork(network, whole, 1, List.of("absent")));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new PartitionedNetwork(network, whole, 1L << 30, List.of("out")))
                .getMessage();
        assertEquals(
                "the membrane trace of population out would hold 1073741824 ticks of 2 neurons, more than fits into"
                        + " memory",
                message);
    }

    @Test
    void buildsCoresThroughTheRunnerItIsGiven() {
        List<Integer> tasks = new ArrayList<>();
        TaskRunner backwards = new TaskRunner() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public void run(int count, IntConsumer task) {
                for (int i = count - 1; i >= 0; i--) {
                    tasks.add(i);
                    task.accept(i);
                }
            }
        };
        PartitionedNetwork run =
                new PartitionedNetwork(network(), Partition.ofCoreSize(network(), 3), 5000, List.of(), backwards);
        run(run);

        assertEquals(List.of(2, 1, 0), tasks);
        assertEquals(1, run.cores().get(1).id());
        assertEquals(relaySpikes(), run.result().spikesOf("relay"));
    }

    /** The batches of three cores: one of the first, none of the second, one of the third. */
    private static List<List<SpikeBatch>> lists(SpikeBatch first, SpikeBatch third) {
        return List.of(new ArrayList<>(List.of(first)), new ArrayList<>(), new ArrayList<>(List.of(third)));
    }

    /** Hosts report at different times: what comes after the completed ticks waits for the next time. */
    @Test
    void drainsOnlyWhatIsComplete() {
        SpikeBatch across = SpikeBatch.copyOf(new long[] {8, 9, 10, 11}, new int[] {0, 1, 0, 1}, 4);
        SpikeBatch after = SpikeBatch.copyOf(new long[] {10}, new int[] {2}, 1);
        List<List<SpikeBatch>> emitted = lists(across, after);
        List<String> spikes = new ArrayList<>();
        SpikeConsumer consumer = (tick, population, neuron) -> spikes.add(tick + " " + population + neuron);

        assertEquals(2, new CollectedSpikes.SpikeDrain(network(), emitted, 10).forEach(consumer));
        assertEquals(List.of("8 00", "9 01"), spikes);
        assertEquals(0, new CollectedSpikes.SpikeDrain(network(), emitted, 10).forEach(consumer));
        assertEquals(3, new CollectedSpikes.SpikeDrain(network(), emitted, 12).forEach(consumer));
        assertEquals(List.of("10 00", "10 10", "11 01"), spikes.subList(2, 5));
        assertTrue(emitted.stream().allMatch(List::isEmpty));
    }
}
