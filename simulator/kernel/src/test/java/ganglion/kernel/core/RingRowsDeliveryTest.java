package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.synapse;
import static ganglion.kernel.core.TestNetworks.synapses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are added to a ring ahead of their ticks, tick by tick. */
class RingRowsDeliveryTest {

    private static final int TARGETS = 64;
    private static final int SOURCES = 100;

    /** Delays 5, 6, 7 and 9, each of a quarter of the targets; source {@code i} has the weight {@code i + 1}. */
    private static final int[] DELAYS = {5, 6, 7, 9};

    private HostedGroup[] hosts;
    private RingRows rows;

    @BeforeEach
    void layOut() {
        layOut(new HostedNeurons(1, 0, TARGETS));
    }

    private void layOut(HostedNeurons out) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES + 1, TARGETS);
        for (int source = 0; source < SOURCES; source++) {
            for (int target = 0; target < TARGETS; target++) {
                builder.add(source, target, source + 1, DELAYS[target % 4]);
            }
        }
        Network network = network(
                List.of(
                        new Population("in", SOURCES + 1, new SpikeSource(SpikeRaster.empty(SOURCES + 1))),
                        new Population("out", TARGETS, integrator())),
                new Projection("in", "out", builder.build()),
                new Projection("in", "out", synapses(SOURCES + 1, TARGETS, synapse(SOURCES, 0, 1, 1))));
        hosts = groups(network, List.of(out));
        rows = IncomingRowsBuilder.build(network, List.of(out), hosts).ringRows();
        assertNotNull(rows.ring(0), "these rows are made for a ring");
    }

    /** The input of a tick by neuron, taken away as a visit would. */
    private double[] inputOf(long tick) {
        assertEquals(tick, rows.nextTick());
        rows.begin(tick, hosts);
        double[] input = Arrays.copyOfRange(hosts[0].input(), hosts[0].inputStart(), hosts[0].inputStart() + TARGETS);
        Arrays.fill(hosts[0].input(), hosts[0].inputStart(), hosts[0].inputStart() + TARGETS, 0);
        rows.end(tick);
        return input;
    }

    private static double[] expected(double first, double second, double third, double fourth) {
        double[] values = new double[TARGETS];
        double[] pattern = {first, second, third, fourth};
        Arrays.setAll(values, i -> pattern[i % 4]);
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 1_000_000_000_003L, Long.MAX_VALUE - 20})
    void addsEveryWeightToTheTickAtWhichItIsDue(long tick) {
        rows.advanceTo(tick);
        rows.enqueue(tick, 0);

        assertArrayEquals(expected(1, 0, 0, 0), inputOf(tick + 5));
        assertArrayEquals(expected(0, 1, 0, 0), inputOf(tick + 6));
        assertArrayEquals(expected(0, 0, 1, 0), inputOf(tick + 7));
        assertArrayEquals(expected(0, 0, 0, 1), inputOf(tick + 9));
        assertEquals(Long.MAX_VALUE, rows.nextTick());
    }

    @Test
    void addsUpSpikesThatMeet() {
        rows.enqueue(10, 2);
        rows.enqueue(12, 0);
        rows.enqueue(12, 1);

        assertArrayEquals(expected(3, 0, 0, 0), inputOf(15));
        assertArrayEquals(expected(0, 3, 0, 0), inputOf(16));
        assertArrayEquals(expected(3, 0, 3, 0), inputOf(17));
        assertArrayEquals(expected(0, 3, 0, 0), inputOf(18));
        assertArrayEquals(expected(0, 0, 3, 3), inputOf(19));
        assertArrayEquals(expected(0, 0, 0, 3), inputOf(21));
        assertEquals(Long.MAX_VALUE, rows.nextTick());
    }

    @Test
    void countsTheSynapsesThatReachATick() {
        rows.enqueue(0, 0);
        rows.enqueue(0, 1);
        rows.begin(5, hosts);

        assertEquals(32, hosts[0].reach);
        rows.end(5);
        rows.begin(6, hosts);
        assertEquals(32, hosts[0].reach);
    }

    @Test
    void listsTheReachedNeuronsWhileTheyAreFew() {
        rows.enqueue(0, 0);
        rows.begin(5, hosts);
        hosts[0].reach = 1;
        rows.listNeurons(5, hosts);

        int[] expected = new int[16];
        Arrays.setAll(expected, i -> 4 * i);
        int[] reached = hosts[0].reached.toArray();
        Arrays.sort(reached);
        assertArrayEquals(expected, reached);
    }

    @Test
    void listsNobodyWhereAllAreVisited() {
        rows.enqueue(0, 0);
        rows.begin(5, hosts);
        hosts[0].reach = TARGETS;
        rows.listNeurons(5, hosts);

        assertEquals(0, hosts[0].reached.size());
    }

    @Test
    void ignoresASourceWhoseOnlyRowIsQueued() {
        rows.enqueue(10, SOURCES);
        rows.replay(10, SOURCES, 5);
        rows.replay(10, SOURCES, 50);

        assertEquals(Long.MAX_VALUE, rows.nextTick());
    }

    @Test
    void replaysWhatIsDueFromTheTickOnThatARunGoesOnFrom() {
        rows.advanceTo(107);

        rows.replay(100, 0, 107);

        assertArrayEquals(expected(0, 0, 1, 0), inputOf(107));
        assertArrayEquals(expected(0, 0, 0, 1), inputOf(109));
        assertEquals(Long.MAX_VALUE, rows.nextTick());
    }

    @Test
    void queuesAReplayedSpikeOfWhichNothingIsDueYet() {
        rows.advanceTo(105);

        rows.replay(100, 3, 105);
        rows.replay(90, 3, 105);

        assertArrayEquals(expected(4, 0, 0, 0), inputOf(105));
        assertArrayEquals(expected(0, 4, 0, 0), inputOf(106));
    }

    /** A ring of eight slots cannot hold the last weight, nine ticks after the spike, before the first is due. */
    @Test
    void queuesAReplayedSpikeWhoseLastWeightLiesBeyondTheRing() {
        rows.advanceTo(105);

        rows.replay(104, 0, 105);

        assertArrayEquals(expected(1, 0, 0, 0), inputOf(109));
        assertArrayEquals(expected(0, 1, 0, 0), inputOf(110));
        assertArrayEquals(expected(0, 0, 1, 0), inputOf(111));
        assertArrayEquals(expected(0, 0, 0, 1), inputOf(113));
        assertEquals(Long.MAX_VALUE, rows.nextTick());
    }

    /** Between the weights of one delay and those of the next lie weights of neurons on another core. */
    @Test
    void addsOnlyTheWeightsOfTheHostedNeurons() {
        layOut(new HostedNeurons(1, TARGETS / 4, 3 * TARGETS / 4));
        rows.enqueue(0, 2);
        rows.begin(5, hosts);
        rows.end(5);

        double sum = Arrays.stream(rows.ring(0).values()).sum();

        assertEquals(3 * (3 * TARGETS / 4), sum);
    }

    /** The ring has eight slots for delays that lie four ticks apart: it must turn many times without a trace. */
    @Test
    void leavesNothingBehindInItsSlots() {
        for (long tick = 0; tick < 200; tick += 13) {
            rows.advanceTo(tick);
            rows.enqueue(tick, 0);
            for (int delay : DELAYS) {
                double sum = Arrays.stream(inputOf(tick + delay)).sum();
                assertEquals(TARGETS / 4, sum);
                assertEquals(TARGETS / 4, hosts[0].reach);
            }
        }
    }
}
