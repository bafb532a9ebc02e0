package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.feedForward;
import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IncomingRowsTest {

    private static final long SPIKE_TICK = 100;

    private final EventWheel wheel = new EventWheel(64, 100, 1 << 20);
    private HostedGroup[] hosts;

    private IncomingRows rows(Network network, List<HostedNeurons> hosted) {
        hosts = groups(network, hosted);
        return IncomingRowsBuilder.build(network, hosted, hosts);
    }

    private static SpikeSource silent(int size) {
        return new SpikeSource(SpikeRaster.empty(size));
    }

    /** All that is queued, as ids by tick. */
    private TreeMap<Long, List<Integer>> queued() {
        TreeMap<Long, List<Integer>> queued = new TreeMap<>();
        while (wheel.nextTick() < Long.MAX_VALUE) {
            long tick = wheel.nextTick();
            IntList ids = new IntList();
            wheel.takeNext(ids);
            queued.put(tick, new ArrayList<>());
            for (int i = 0; i < ids.size(); i++) {
                queued.get(tick).add(ids.get(i));
            }
        }
        return queued;
    }

    /** Rows of different delays. */
    private static SparseSynapses ownDelays() {
        return synapses(
                3,
                4,
                synapse(0, 0, 1, 7),
                synapse(0, 1, 2, 3),
                synapse(0, 3, 4, 3),
                synapse(2, 2, 8, 5),
                synapse(2, 2, 16, 5),
                synapse(2, 3, 32, 6));
    }

    /** Rows of 24 synapses, of which 12 share each of two delays. */
    private static SparseSynapses twoDelays(int sources) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, 24);
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < 24; target++) {
                builder.add(source, target, source + 1, target % 2 == 0 ? 2 : 9);
            }
        }
        return builder.build();
    }

    /** A network whose target has weights that change, and hence no ring: its rows are cut by delay. */
    private static Network withoutRing(int sources, Synapses synapses) {
        SparseSynapses plastic =
                synapses(sources, synapses.targetSize(), synapse(0, 0, 1, 50), synapse(sources - 1, 1, 2, 50));
        return network(
                List.of(
                        new Population("in", sources, silent(sources)),
                        new Population("out", synapses.targetSize(), integrator())),
                new Projection("in", "out", synapses),
                new Projection("in", "out", plastic, Optional.of(RULE)));
    }

    @Test
    void queuesARowOncePerDelayWhereThereIsNoRing() {
        Network network = withoutRing(3, twoDelays(3));
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 1, wheel);

        assertEquals(8, rows.count());
        TreeMap<Long, List<Integer>> queued = queued();
        assertEquals(List.of(102L, 109L), List.copyOf(queued.keySet()));
        assertEquals(List.of(3), queued.get(102L));
        assertEquals(List.of(4), queued.get(109L));
        assertEquals(12, rows.length(3));
        assertEquals(0, rows.host(3));
        assertFalse(rows.isAhead(3));
    }

    @Test
    void knowsNoRowOfASourceWithoutSynapses() {
        Network network = feedForward(3, integrator(), ownDelays());
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 1, wheel);
        rows.enqueue(SPIKE_TICK, 6, wheel);
        rows.replay(SPIKE_TICK, 1, 0, wheel);

        assertEquals(2, rows.sourceCount());
        assertEquals(0, rows.source(0));
        assertEquals(2, rows.source(1));
        assertEquals(Long.MAX_VALUE, wheel.nextTick());
    }

    /** One source among ten thousand: the table by number of neuron would hold nothing but minus ones. */
    @Test
    void findsTheOnlySourceOfALargePopulation() {
        Network network = feedForward(10_000, integrator(), synapses(10_000, 1, synapse(9_000, 0, 1, 4)));
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 8_999, wheel);
        rows.enqueue(SPIKE_TICK, 9_001, wheel);
        assertEquals(Long.MAX_VALUE, wheel.nextTick());

        rows.enqueue(SPIKE_TICK, 9_000, wheel);
        assertEquals(104, wheel.nextTick());
    }

    private static final PairStdp RULE = new PairStdp(0.1, 1, 0, 0, 10, 20, 20);

    private Network plastic() {
        return network(
                List.of(new Population("in", 3, silent(3)), new Population("out", 4, integrator())),
                new Projection("in", "out", synapses(3, 4, synapse(1, 1, 9, 1))),
                new Projection("in", "out", ownDelays0To10(), Optional.of(RULE)));
    }

    private static SparseSynapses ownDelays0To10() {
        return synapses(3, 4, synapse(0, 0, 1, 7), synapse(0, 1, 2, 3), synapse(0, 3, 4, 3), synapse(2, 2, 8, 5));
    }
}
