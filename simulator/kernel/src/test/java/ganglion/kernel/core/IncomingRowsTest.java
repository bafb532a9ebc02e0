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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingRowsTest {

    private static final long SPIKE_TICK = 100;

    private final EventWheel wheel = new EventWheel(64);
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

    /** Few synapses of a delay in each row: delays are kept for each synapse. */
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

    /** Rows of 24 synapses, of which 12 share each of two delays: groups of one delay. */
    private static SparseSynapses groupedDelays(int sources) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, 24);
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < 24; target++) {
                builder.add(source, target, source + 1, target % 2 == 0 ? 2 : 9);
            }
        }
        return builder.build();
    }

    @Test
    void queuesASpikeOncePerRowAndDelay() {
        Network network = feedForward(3, integrator(), groupedDelays(3));
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 1, wheel);

        assertEquals(6, rows.idCount());
        TreeMap<Long, List<Integer>> queued = queued();
        assertEquals(List.of(102L, 109L), List.copyOf(queued.keySet()));
        assertEquals(List.of(2), queued.get(102L));
        assertEquals(List.of(3), queued.get(109L));
        assertEquals(12, rows.length(2, 2));
        assertEquals(0, rows.host(2));
    }

    @Test
    void queuesOnlyTheNextPartOfARowWhoseSynapsesHaveDelaysOfTheirOwn() {
        Network network = feedForward(3, integrator(), ownDelays());
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 0, wheel);

        assertEquals(6, rows.idCount());
        IntList due = new IntList();
        assertEquals(103, wheel.nextTick());
        wheel.takeNext(due);
        assertArrayEquals(new int[] {0}, due.toArray());
        assertEquals(2, rows.length(0, 0));
        assertEquals(Long.MAX_VALUE, wheel.nextTick());

        rows.deliver(0, 0, 103, hosts[0], wheel);

        assertArrayEquals(new double[] {0, 2, 0, 4}, hosts[0].input());
        assertEquals(107, wheel.nextTick());
        due.clear();
        wheel.takeNext(due);
        assertArrayEquals(new int[] {2}, due.toArray());
        assertEquals(1, rows.length(0, 2));

        rows.deliver(0, 2, 107, hosts[0], wheel);

        assertArrayEquals(new double[] {1, 2, 0, 4}, hosts[0].input());
        assertEquals(Long.MAX_VALUE, wheel.nextTick());
    }

    @Test
    void deliversTwinsOfOneDelayTogether() {
        Network network = feedForward(3, integrator(), ownDelays());
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 2, wheel);
        IntList due = new IntList();
        wheel.takeNext(due);
        int group = rows.groupOf(due.get(0), 0);
        rows.deliver(group, due.get(0), 105, hosts[0], wheel);

        assertEquals(1, group);
        assertEquals(3, due.get(0));
        assertArrayEquals(new double[] {0, 0, 24, 0}, hosts[0].input());
        assertEquals(106, wheel.nextTick());
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

    @Test
    void isEmptyWhereNothingEndsOnTheCore() {
        Network network =
                feedForward(3, integrator(), SparseSynapses.builder(3, 4).build());
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 0, wheel);

        assertEquals(0, rows.idCount());
        assertEquals(0, rows.sourceCount());
        assertEquals(Long.MAX_VALUE, wheel.nextTick());
        assertEquals(Long.MAX_VALUE, rows.ringRows().nextTick());
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
            Network network = feedForward(3, integrator(), whole);
            IncomingRows rows = rows(network, List.of(new HostedNeurons(1, 1, 1)));

            rows.enqueue(SPIKE_TICK, 0, wheel);
            IntList due = new IntList();
            assertEquals(103, wheel.nextTick());
            wheel.takeNext(due);
            rows.deliver(0, due.get(0), 103, hosts[0], wheel);

            assertEquals(1, rows.length(0, 0));
            assertEquals(1, rows.sourceCount());
            assertArrayEquals(new double[] {2}, hosts[0].input());
            assertEquals(Long.MAX_VALUE, wheel.nextTick());
        }
    }

    @Test
    void cutsAMatrixAtTheBoundsOfEachRunOfNeurons() {
        Network network =
                feedForward(2, integrator(), new DenseSynapses(2, 4, new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2));
        IncomingRows rows = rows(network, List.of(new HostedNeurons(1, 0, 1), new HostedNeurons(1, 2, 2)));

        rows.enqueue(SPIKE_TICK, 1, wheel);
        for (int id : queued().get(102L)) {
            rows.deliver(id, id, 102, hosts[rows.host(id)], wheel);
        }

        assertSame(hosts[0].input(), hosts[1].input());
        assertArrayEquals(new double[] {5, 7, 8}, hosts[0].input());
        assertEquals(4, rows.idCount());
        assertEquals(1, rows.host(3));
    }

    @Test
    void numbersRowsBySourceThenProjectionThenDelay() {
        Network network = network(
                List.of(
                        new Population("a", 2, silent(2)),
                        new Population("b", 1, silent(1)),
                        new Population("out", 2, integrator())),
                new Projection("b", "out", new DenseSynapses(1, 2, new double[] {1, 2}, 1)),
                new Projection("a", "out", new DenseSynapses(2, 2, new double[] {3, 4, 5, 6}, 9)),
                new Projection("a", "out", new DenseSynapses(2, 2, new double[] {7, 8, 9, 10}, 1)));
        IncomingRows rows = rows(network, whole(network, 2));

        List<Double> weights = new ArrayList<>();
        for (int id = 0; id < rows.idCount(); id++) {
            double before = hosts[0].input()[0];
            rows.deliver(id, id, SPIKE_TICK, hosts[0], wheel);
            weights.add(hosts[0].input()[0] - before);
        }

        assertEquals(List.of(3.0, 7.0, 5.0, 9.0, 1.0), weights);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 40})
    void findsTheGroupOfAnIdFromAnyGroupBeforeIt(int rowLength) {
        int sources = 30;
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, 40);
        for (int source = 0; source < sources; source++) {
            for (int i = 0; i < 1 + source % rowLength; i++) {
                builder.add(source, i, 1, 1 + (i * 7 + source) % 11);
            }
        }
        builder.add(0, 39, 1, 12);
        Network network = feedForward(sources, integrator(), builder.build());
        IncomingRows rows = rows(network, whole(network, 1));

        int id = 0;
        for (int group = 0; group < sources; group++) {
            int length = network.projections().get(0).synapses().outDegree(group);
            for (int i = 0; i < length; i++, id++) {
                for (int from = 0; from <= group; from += 1 + from / 3) {
                    assertEquals(group, rows.groupOf(id, from), "id " + id + " from group " + from);
                }
            }
        }
        assertEquals(id, rows.idCount());
    }

    @Test
    void listsTheNeuronsThatADeliveryReaches() {
        Network network = feedForward(3, integrator(), ownDelays());
        IncomingRows rows = rows(network, List.of(new HostedNeurons(1, 1, 3)));

        rows.deliverListing(0, 0, 103, hosts[0], wheel);

        assertArrayEquals(new double[] {2, 0, 4}, hosts[0].input());
        assertArrayEquals(new int[] {0, 2}, hosts[0].reached.toArray());
    }

    /** A neuron whose input is already other than zero has been listed: once is enough. */
    @Test
    void listsAReachedNeuronOfAPlainRowOnce() {
        Network network = feedForward(2, integrator(), groupedDelays(2));
        IncomingRows rows = rows(network, List.of(new HostedNeurons(1, 4, 6)));

        rows.deliverListing(0, 0, 102, hosts[0], wheel);
        rows.deliverListing(2, 2, 102, hosts[0], wheel);

        assertArrayEquals(new double[] {3, 0, 3, 0, 3, 0}, hosts[0].input());
        List<Integer> reached = new ArrayList<>();
        for (int i = 0; i < hosts[0].reached.size(); i++) {
            reached.add(hosts[0].reached.get(i));
        }
        assertTrue(reached.containsAll(List.of(0, 2, 4)), reached.toString());
        assertFalse(reached.contains(1) || reached.contains(3) || reached.contains(5), reached.toString());
    }

    @Test
    void replaysOnlyWhatIsStillDue() {
        Network network = feedForward(3, integrator(), ownDelays());
        IncomingRows rows = rows(network, whole(network, 1));
        wheel.advanceTo(104);

        // Delays 3 and 7: the first part is over, the second is not.
        rows.replay(SPIKE_TICK, 0, 104, wheel);
        // Delays 5 and 6, all of it over.
        rows.replay(98, 2, 105, wheel);

        TreeMap<Long, List<Integer>> queued = queued();
        assertEquals(List.of(107L), List.copyOf(queued.keySet()));
        assertEquals(List.of(2), queued.get(107L));
    }

    @Test
    void replaysWhatIsDueExactlyAtTheTickThatTheRunGoesOnFrom() {
        Network network = feedForward(3, integrator(), groupedDelays(3));
        IncomingRows rows = rows(network, whole(network, 1));
        wheel.advanceTo(109);

        rows.replay(SPIKE_TICK, 0, 109, wheel);

        assertEquals(List.of(109L), List.copyOf(queued().keySet()));
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
    void cutsPlasticRowsByDelayBecauseTheirSynapsesShareATrace() {
        Network network = plastic();
        IncomingRows rows = rows(network, whole(network, 1));

        rows.enqueue(SPIKE_TICK, 0, wheel);

        TreeMap<Long, List<Integer>> queued = queued();
        assertEquals(List.of(103L, 107L), List.copyOf(queued.keySet()));
        assertEquals(4, rows.idCount());
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

    @Test
    void potentiatesTheSynapsesOfAHostedNeuronThatFires() {
        IncomingRows rows = rows(plastic(), whole(plastic(), 1));
        rows.deliver(rows.groupOf(0, 0), 0, 103, hosts[0], wheel);
        rows.targetFired(0, 1, 103);
        rows.targetFired(0, 0, 103);
        rows.catchUp(1000);

        double[] weights = new double[4];
        rows.copyWeights(1, weights);

        // The source fired at 100, the target's spike reached the synapse at 103 + 3: 10 * 0.1 exp(-6/20).
        assertEquals(2 + StrictMath.exp(-6 / 20.0), weights[0], 1e-12);
        assertEquals(4, weights[1]);
        assertEquals(1, weights[2]);
        assertEquals(8, weights[3]);
    }

    @Test
    void remembersReplayedSpikesInTheTracesOfPlasticSynapses() {
        IncomingRows rows = rows(plastic(), whole(plastic(), 1));
        wheel.advanceTo(104);

        rows.replay(SPIKE_TICK, 0, 104, wheel);
        rows.replayTarget(0, 1, 102, 104);
        rows.restoreWeights(1, new double[] {2, 4, 1, 8}, 104);
        rows.catchUp(1000);

        double[] weights = new double[4];
        rows.copyWeights(1, weights);
        assertEquals(2 + StrictMath.exp(-5 / 20.0), weights[0], 1e-12);
        assertEquals(4, weights[1]);
        assertEquals(107, wheel.nextTick());
    }

    @Test
    void readsAheadOfTheRowsOfAGroup() {
        SparseSynapses synapses = groupedDelays(3);
        Network network = feedForward(3, integrator(), synapses);
        IncomingRows rows = rows(network, whole(network, 1));

        assertEquals(synapses.readAhead(12, 12), rows.readAhead(1, 1));
    }
}
