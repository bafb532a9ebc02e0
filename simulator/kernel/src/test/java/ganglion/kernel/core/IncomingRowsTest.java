package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.feedForward;
import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What is due at one tick is delivered in the order in which it was fired, and then by source. */
    @Test
    void handsOutRowsByTheTickAtWhichTheyWereFired() {
        Network network = withoutRing(3, twoDelays(3));
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(107, 0, wheel);
        rows.enqueue(107, 1, wheel);
        rows.enqueue(100, 2, wheel);
        rows.enqueue(100, 1, wheel);

        // Source 1 has the rows 3 and 4, source 2 the rows 5 and 6, with delays 2 and 9.
        assertEquals(List.of(4, 6, 0, 3), queued().get(109L));
    }

    /** Uniform rows are handed out weight after weight, in order of the first projection that has one. */
    @Test
    void handsOutUniformRowsByWeight() {
        Network network = network(
                List.of(new Population("in", 2, silent(2)), new Population("out", 1, integrator())),
                new Projection("in", "out", SparseSynapses.builder(2, 1).build()),
                new Projection("in", "out", synapses(2, 1, synapse(0, 0, 2, 3), synapse(1, 0, 2, 3))),
                new Projection("in", "out", synapses(2, 1, synapse(0, 0, 1, 3), synapse(1, 0, 1, 3))),
                new Projection("in", "out", synapses(2, 1, synapse(0, 0, 2, 4), synapse(1, 0, 2, 4))));
        IncomingRows rows = rows(network, whole(network, 0, 1));

        rows.enqueue(100, 1, wheel);
        rows.enqueue(101, 0, wheel);
        rows.enqueue(101, 1, wheel);

        // Rows 0 to 2 are those of source 0, rows 3 to 5 those of source 1.
        assertEquals(List.of(0, 3, 5, 1, 4), queued().get(104L));
    }

    private static double[] input(HostedGroup host) {
        return Arrays.copyOfRange(host.input(), host.inputStart(), host.inputStart() + host.size);
    }

    /** All rows to a ring are taken up after the smallest delay of all, or their order would not be that of firing. */
    @Test
    void takesUpAllRowsOfARingAfterTheSameTime() {
        Network network = network(
                List.of(new Population("in", 3, silent(3)), new Population("out", 4, integrator())),
                new Projection("in", "out", ownDelays()),
                new Projection(
                        "in", "out", new DenseSynapses(3, 4, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3}, 8)));
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 0, wheel);
        rows.enqueue(SPIKE_TICK, 2, wheel);

        assertEquals(List.of(0, 1, 3, 4), queued().get(103L));
        rows.addAhead(1, 103);
        hosts[0].takeInputFrom(rows.ringRows(0).ring(), 108);
        assertArrayEquals(new double[] {1, 2, 3, 4}, input(hosts[0]));
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

    @Test
    void restrictsRowsToTheHostedNeurons() {
        for (SparseSynapses whole : List.of(ownDelays(), synapses(3, 4, synapse(0, 1, 2, 3), synapse(0, 2, 4, 3)))) {
            Network network = withoutRing(3, whole);
            IncomingRows rows = rows(network, List.of(new HostedNeurons(1, 1, 1)));

            rows.enqueue(SPIKE_TICK, 0, wheel);
            IntList due = new IntList();
            assertEquals(103, wheel.nextTick());
            wheel.takeNext(due);
            rows.deliver(due.get(0), 103, hosts[0]);

            assertEquals(1, rows.length(0));
            assertEquals(2, rows.sourceCount());
            assertArrayEquals(new double[] {2}, hosts[0].input());
            assertEquals(Long.MAX_VALUE, wheel.nextTick());
        }
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

    @Test
    void copiesAndRestoresTheWeightsOfOnePlasticProjection() {
        IncomingRows rows = rows(plastic(), whole(plastic(), 1));
        double[] weights = new double[4];
        rows.copyWeights(0, weights);
        assertArrayEquals(new double[4], weights);

        rows.copyWeights(1, weights);
        assertArrayEquals(new double[] {2, 4, 1, 8}, weights);

        rows.restoreWeights(0, new double[] {5, 5, 5, 5}, 10);
        rows.copyWeights(1, weights);
        assertArrayEquals(new double[] {2, 4, 1, 8}, weights);

        rows.restoreWeights(1, new double[] {3, 5, 7, 9}, 10);
        rows.copyWeights(1, weights);
        assertArrayEquals(new double[] {3, 5, 7, 9}, weights);
    }
}
