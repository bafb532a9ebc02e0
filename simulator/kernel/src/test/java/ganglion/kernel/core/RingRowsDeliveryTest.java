package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are added to a ring ahead of their ticks, tick by tick. */
class RingRowsDeliveryTest {

    private static final int TARGETS = 64;
    private static final int SOURCES = 100;

    /** Each of a quarter of the targets; source {@code i} has the weight {@code i + 1}. */
    private static final int[] DELAYS = {5, 6, 7, 9};

    private HostedGroup[] hosts;
    private RingRows rows;

    private void layOut(NeuronModel model, HostedNeurons out, Projection... more) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        for (int source = 0; source < SOURCES; source++) {
            for (int target = 0; target < TARGETS; target++) {
                builder.add(source, target, source + 1, DELAYS[target % 4]);
            }
        }
        Projection[] projections = Arrays.copyOf(more, more.length + 1);
        projections[more.length] = new Projection("in", "out", builder.build());
        Network network = network(
                List.of(
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("out", TARGETS, model)),
                projections);
        hosts = groups(network, List.of(out));
        rows = IncomingRowsBuilder.build(network, List.of(out), hosts).ringRows(0);
    }

    private void layOut() {
        layOut(integrator(), new HostedNeurons(1, 0, TARGETS));
    }

    /** The input of a tick by neuron, taken away as a visit would. */
    private double[] inputOf(long tick) {
        hosts[0].takeInputFrom(rows.ring(), tick);
        int start = hosts[0].inputStart();
        double[] input = Arrays.copyOfRange(hosts[0].input(), start, start + hosts[0].inputs);
        Arrays.fill(hosts[0].input(), start, start + hosts[0].inputs, 0);
        rows.ring().forget(tick);
        hosts[0].forgetReach();
        return input;
    }

    @Test
    void countsSynapticEventsWhenTheyAreDue() {
        layOut();
        rows.add(0, 0);
        rows.add(1, 1);

        assertEquals(0, rows.eventsBefore(5));
        assertEquals(16, rows.eventsBefore(6));
        assertEquals(16 + 16 + 16, rows.eventsBefore(7));
        assertEquals(3 * 32, rows.eventsBefore(9));
        rows.add(2, 4);
        assertEquals(3 * 32, rows.eventsBefore(9));
        assertEquals(3 * 32 + 32, rows.eventsBefore(10));
        assertEquals(2 * 64 + 32, rows.eventsBefore(11));
        assertEquals(3 * 64, rows.eventsBefore(100));
        rows.add(3, 1000);
        assertEquals(3 * 64, rows.eventsBefore(1005));
        assertEquals(4 * 64, rows.eventsBefore(1010));
    }

    @Test
    void listsTheReachedNeuronsWhileTheyAreFew() {
        layOut(integrator(), new HostedNeurons(1, 0, TARGETS), oneToOne(3));
        // Each source has two rows, the first of one synapse.
        rows.add(2 * 7, 0);
        rows.add(2 * 9, 0);
        hosts[0].takeInputFrom(rows.ring(), 3);

        assertTrue(hosts[0].isSparse());
        assertEquals(2, hosts[0].listedVisits());
        assertArrayEquals(new int[] {7, 9}, hosts[0].reached.toArray());
        assertEquals(3, rows.ring().nextTick(3));
        rows.ring().forget(3);
        assertEquals(Long.MAX_VALUE, rows.ring().nextTick(4));
    }

    private static Projection oneToOne(int delay) {
        TestNetworks.Synapse[] list = new TestNetworks.Synapse[TARGETS];
        Arrays.setAll(list, i -> synapse(i, i, i - 20, delay));
        return new Projection("in", "out", synapses(SOURCES, TARGETS, list));
    }

    /** A quarter of the neurons at each tick on average: from there on nobody counts. */
    @Test
    void countsNoLongerOnceManyAreReached() {
        layOut();
        rows.add(0, 0);
        assertFalse(rows.ring().isUncounted(5));
        rows.add(1, 0);

        assertTrue(rows.ring().isUncounted(5));
        assertTrue(rows.ring().isUncounted(9));
        assertFalse(rows.ring().isUncounted(10));
        hosts[0].takeInputFrom(rows.ring(), 9);
        assertFalse(hosts[0].isSparse());
        assertFalse(hosts[0].isUntouched());
        assertEquals(0, hosts[0].reached.size());
    }

    /** Synapses of a row in a short ring, four ticks apart from a delay of three on. */
    private static final int SHORT_RING_ROW = 25;

    /** A few synapses with delays of up to a hundred ticks: the ring has 16 slots, and a row is added in several parts. */
    private void layOutAShortRing() {
        SparseSynapses.Builder builder = SparseSynapses.builder(2, 4);
        for (int i = 0; i < SHORT_RING_ROW; i++) {
            builder.add(0, i % 4, 1, 3 + 4 * i).add(1, i % 4, 2, 3 + 4 * i);
        }
        Network network = network(
                List.of(
                        new Population("in", 2, new SpikeSource(SpikeRaster.empty(2))),
                        new Population("out", 4, integrator())),
                new Projection("in", "out", builder.build()));
        List<HostedNeurons> all = List.of(new HostedNeurons(1, 0, 4));
        hosts = groups(network, all);
        rows = IncomingRowsBuilder.build(network, all, hosts).ringRows(0);
        assertEquals(16 * 4, rows.ring().values().length);
    }

    /** Synapses of a row in a short ring that are due at a tick. */
    private static int due(long firedTick, long tick) {
        long delay = tick - firedTick;
        return delay >= 3 && delay < 3 + 4 * SHORT_RING_ROW && (delay - 3) % 4 == 0 ? 1 : 0;
    }

    /** What is still to be added is due at some tick of a block to come: the tick at which that starts must be run. */
    @Test
    void wantsTheFirstTickOfEachBlockWhileARowIsUnfinished() {
        layOutAShortRing();
        rows.begin(53);
        rows.add(0, 50);
        for (long tick : new long[] {53, 57, 61}) {
            assertEquals(tick, rows.nextTick(tick));
            inputOf(tick);
        }

        assertEquals(64, rows.nextTick(62), "nothing is due before");
        assertEquals(64, rows.nextTick(64));
        rows.begin(64);
        assertEquals(65, rows.nextTick(65));
    }
}
