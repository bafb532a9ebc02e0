package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.batch;
import static ganglion.kernel.core.TestNetworks.feedForward;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.relay;
import static ganglion.kernel.core.TestNetworks.spikes;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeuroCoreTest {

    /** The core that hosts population 1 of a network, traced. */
    private static NeuroCore core(Network network) {
        return new NeuroCore(0, network, whole(network, 1), List.of(1));
    }

    private static double potentialAfter(NeuroCore core, long tick, int neurons, int neuron) {
        core.finish(tick + 1);
        return core.trace(0)[(int) tick * neurons + neuron];
    }

    @Test
    void keepsASpikeThatIsDueExactlyAtTheEndOfTheWindowForTheNextWindow() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 1, 4))));

        WindowResult first = core.advance(10, List.of(batch(6, 0)));
        WindowResult second = core.advance(11, List.of());

        assertEquals(0, first.emitted().size());
        assertEquals(10, first.nextTick());
        assertEquals(List.of("10:1"), spikes(second.emitted()));
        assertEquals(Long.MAX_VALUE, second.nextTick());
    }

    @Test
    void deliversASpikeThatIsDueAtTheLastTickOfTheWindow() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 1, 4))));

        WindowResult result = core.advance(10, List.of(batch(5, 0)));

        assertEquals(List.of("9:1"), spikes(result.emitted()));
    }

    @Test
    void reportsSpikesInOrderOfTickAndNeuronWhateverTheOrderOfTheirCauses() {
        NeuroCore core = core(
                feedForward(3, relay(), synapses(3, 3, synapse(0, 2, 1, 5), synapse(1, 1, 1, 3), synapse(2, 0, 1, 5))));

        WindowResult result = core.advance(20, List.of(batch(4, 2), batch(4, 0, 4, 1)));

        assertEquals(List.of("7:4", "9:3", "9:5"), spikes(result.emitted()));
    }

    /** 1e16 + 1 is 1e16, so that each order of these weights has another sum. */
    @Test
    void sumsTheInputOfATickByPopulationThenNeuronThenSynapse() {
        Network network = network(
                List.of(
                        new Population("early", 2, new SpikeSource(SpikeRaster.empty(2))),
                        new Population("late", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("out", 1, integrator())),
                new Projection("late", "out", synapses(1, 1, synapse(0, 0, -1e16, 1))),
                new Projection(
                        "early",
                        "out",
                        synapses(2, 1, synapse(1, 0, 1e16, 1), synapse(0, 0, 1, 1), synapse(0, 0, 2, 1))));
        NeuroCore core = new NeuroCore(0, network, whole(network, 2), List.of(2));

        core.advance(2, List.of(batch(0, 2), batch(0, 1), batch(0, 0)));

        double canonical = ((1.0 + 2.0) + 1e16) + -1e16;
        assertEquals(canonical, potentialAfter(core, 1, 1, 0));
        assertTrue(canonical != ((1e16 + -1e16) + 1) + 2, "the order of the weights does not matter here");
    }

    @Test
    void countsASynapseOfWeightZeroAsAnEvent() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 0, 1))));

        core.advance(5, List.of(batch(0, 0, 2, 0)));

        assertEquals(2, core.synapticEvents());
    }

    @Test
    void countsOnlyEventsThatAreDueInTheWindow() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 1, 1), synapse(0, 0, 1, 9))));

        core.advance(5, List.of(batch(0, 0)));

        assertEquals(1, core.synapticEvents());
    }

    @Test
    void ignoresSpikesOfNeuronsWithoutSynapsesOnItsNeurons() {
        Network network = feedForward(5, relay(), synapses(5, 2, synapse(3, 0, 1, 1)));
        NeuroCore core = core(network);

        WindowResult result = core.advance(9, List.of(batch(0, 0, 0, 4, 1, 6)));

        assertEquals(0, result.emitted().size());
        assertEquals(0, core.synapticEvents());
        assertEquals(1, core.sourceCount());
        assertEquals(3, core.source(0));
    }

    @Test
    void namesItsSourcesInAscendingOrderWithoutRepeats() {
        Network network = network(
                List.of(
                        new Population("in", 4, new SpikeSource(SpikeRaster.empty(4))),
                        new Population("out", 2, relay())),
                new Projection("out", "out", synapses(2, 2, synapse(1, 0, 1, 1))),
                new Projection("in", "out", synapses(4, 2, synapse(3, 0, 1, 1), synapse(1, 1, 1, 2))),
                new Projection("in", "out", synapses(4, 2, synapse(1, 1, 1, 1))));
        NeuroCore core = core(network);

        assertEquals(3, core.sourceCount());
        assertArrayEquals(new int[] {1, 3, 5}, new int[] {core.source(0), core.source(1), core.source(2)});
    }

    @Test
    void hasNothingToDoWithoutSpikes() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 1, 1))));

        assertEquals(Long.MAX_VALUE, core.nextTick());
        WindowResult result = core.advance(1_000_000_000_000L, List.of());

        assertEquals(SpikeBatch.EMPTY, result.emitted());
        assertEquals(Long.MAX_VALUE, result.nextTick());
        assertEquals(0, core.neuronUpdates());
    }

    @Test
    void startsWithTheFirstSpikeOfASourceItHosts() {
        SpikeRaster raster =
                SpikeRaster.builder(2).add(7, 1).add(7, 0).add(30, 1).build();
        Network network = network(List.of(new Population("in", 2, new SpikeSource(raster))));
        NeuroCore core = new NeuroCore(3, network, whole(network, 0), List.of());

        assertEquals(3, core.id());
        assertEquals(7, core.nextTick());
        WindowResult first = core.advance(30, List.of());
        WindowResult second = core.advance(31, List.of());

        assertEquals(List.of("7:0", "7:1"), spikes(first.emitted()));
        assertEquals(30, first.nextTick());
        assertEquals(List.of("30:1"), spikes(second.emitted()));
        assertEquals(0, core.neuronUpdates());
        assertNull(core.trace(0));
    }

    @Test
    void countsUpdatesOfReachedNeuronsOnlyWhileFewAreReached() {
        SparseSynapses.Builder rows = SparseSynapses.builder(2, 100);
        rows.add(0, 50, 1, 1);
        for (int target = 0; target < 100; target++) {
            rows.add(1, target, 1, 1);
        }
        NeuroCore core = core(feedForward(2, relay(), rows.build()));

        core.advance(2, List.of(batch(0, 0)));
        assertEquals(1, core.neuronUpdates());
        core.advance(4, List.of(batch(2, 1)));

        assertEquals(101, core.neuronUpdates());
        assertEquals(101, core.synapticEvents());
    }

    /** A few ticks before the largest number: sums of ticks and delays that overflow would lie in the past. */
    @Test
    void runsUpToTheLastTickOfALong() {
        long start = Long.MAX_VALUE - 40;
        Network network = feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 1, 5), synapse(0, 0, 1, 20)));
        NeuroCore core = new NeuroCore(0, network, whole(network, 1), List.of());
        core.transfer().resumeAt(start);

        WindowResult first = core.advance(start + 10, List.of(batch(start, 0)));
        WindowResult last = core.advance(Long.MAX_VALUE, List.of());

        assertEquals(List.of(start + 5 + ":1"), spikes(first.emitted()));
        assertEquals(start + 20, first.nextTick());
        assertEquals(List.of(start + 20 + ":1"), spikes(last.emitted()));
        assertEquals(Long.MAX_VALUE, last.nextTick());
    }

    /** Recurrent, with short and long delays, excitation and inhibition that sum to different bits in different orders. */
    private static Network recurrent(Random random) {
        SparseSynapses.Builder in = SparseSynapses.builder(10, 30);
        SparseSynapses.Builder loop = SparseSynapses.builder(30, 30);
        for (int i = 0; i < 90; i++) {
            in.add(random.nextInt(10), random.nextInt(30), random.nextDouble(), 1 + random.nextInt(30));
        }
        for (int i = 0; i < 150; i++) {
            loop.add(random.nextInt(30), random.nextInt(30), random.nextDouble() - 0.4, 2 + random.nextInt(9));
        }
        return network(
                List.of(
                        new Population("in", 10, new SpikeSource(SpikeRaster.empty(10))),
                        new Population("out", 30, new Lif(LifParameters.of(0.9, 0.8)))),
                new Projection("in", "out", in.build()),
                new Projection("out", "out", loop.build()));
    }

    private static SpikeBatch randomInput(Random random, long from, long until) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(10);
        for (long tick = from; tick < until; tick++) {
            if (random.nextBoolean()) {
                spikes.add(tick, random.nextInt(10));
            }
        }
        SpikeRaster raster = spikes.build();
        long[] pairs = new long[2 * raster.size()];
        for (int i = 0; i < raster.size(); i++) {
            pairs[2 * i] = raster.tick(i);
            pairs[2 * i + 1] = raster.neuron(i);
        }
        return batch(pairs);
    }

    @Test
    void emitsTheSameSpikesInWhateverOrderBatchesArrive() {
        Network network = recurrent(new Random(11));
        List<SpikeBatch> batches = new ArrayList<>();
        for (int part = 0; part < 8; part++) {
            batches.add(randomInput(new Random(part), part, 60 + part));
        }
        NeuroCore ordered = core(network);
        List<String> expected = spikes(ordered.advance(100, batches).emitted());
        ordered.finish(100);

        for (int round = 0; round < 5; round++) {
            List<SpikeBatch> shuffled = new ArrayList<>(batches);
            Collections.shuffle(shuffled, new Random(round));
            NeuroCore core = core(network);

            assertEquals(expected, spikes(core.advance(100, shuffled).emitted()));
            core.finish(100);
            assertArrayEquals(ordered.trace(0), core.trace(0));
        }
    }

    @Test
    void countsVisitsThatNeuronsAskedFor() {
        // It swings for a while: at radius 2 * 0.9^k it may fire until k = 7, and is visited.
        ResonateAndFire swing = ResonateAndFire.of(0.9, -Math.PI / 8, 1);
        NeuroCore core = core(feedForward(1, swing, synapses(1, 100, synapse(0, 50, 2, 1))));

        core.advance(30, List.of(batch(0, 0)));

        assertEquals(1 + 7, core.neuronUpdates());
        assertEquals(Long.MAX_VALUE, core.nextTick());
    }
}
