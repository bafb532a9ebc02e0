package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.feedForward;
import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.network.Network;
import ganglion.kernel.network.SparseSynapses;
import java.util.ArrayList;
import java.util.List;
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
}
