package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.batch;
import static ganglion.kernel.core.TestNetworks.feedForward;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.relay;
import static ganglion.kernel.core.TestNetworks.spikes;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuroCoreTest {

    /** The core that hosts population 1 of a network, traced. */
    private static NeuroCore core(Network network) {
        return new NeuroCore(0, network, whole(network, 1), List.of(1));
    }

    @Test
    void countsASynapseOfWeightZeroAsAnEvent() {
        NeuroCore core = core(feedForward(1, relay(), synapses(1, 1, synapse(0, 0, 0, 1))));

        core.advance(5, List.of(batch(0, 0, 2, 0)));

        assertEquals(2, core.synapticEvents());
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
