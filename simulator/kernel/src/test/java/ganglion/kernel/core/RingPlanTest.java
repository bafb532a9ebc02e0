package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.groups;
import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static ganglion.kernel.core.TestNetworks.whole;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingPlanTest {

    private static final int TARGETS = 64;

    /** Enough sources for the ring's bytes; see the limit of one byte per synapse. */
    private static final int SOURCES = 200;

    /** Every source reaches every target, with {@code delays} delays from {@code firstDelay} on, {@code step} apart. */
    private static SparseSynapses rows(int sources, int delays, int firstDelay, int step, double weight) {
        SparseSynapses.Builder builder = SparseSynapses.builder(sources, TARGETS);
        for (int source = 0; source < sources; source++) {
            for (int target = 0; target < TARGETS; target++) {
                builder.add(source, target, weight, firstDelay + step * (target % delays));
            }
        }
        return builder.build();
    }

    /** The plan of a core for population {@code out}, and what it was made of. */
    private static RingPlan plan(NeuronModel model, Projection... projections) {
        List<Population> populations = new ArrayList<>();
        int sources = projections[0].synapses().sourceSize();
        populations.add(new Population("in", sources, new SpikeSource(SpikeRaster.empty(sources))));
        populations.add(new Population("out", TARGETS, model));
        Network network = network(populations, projections);
        HostedGroup[] hosts = groups(network, whole(network, 1));
        Inlet[] inlets = new Inlet[projections.length];
        for (int i = 0; i < inlets.length; i++) {
            Synapses synapses = projections[i].synapses();
            PlasticRows plastic = projections[i]
                    .plasticity()
                    .map(rule -> new PlasticRows(rule, synapses, 0, TARGETS))
                    .orElse(null);
            inlets[i] = new Inlet(i, synapses, 0, 0, TARGETS, model.inputChannels() > 1 ? TARGETS : 0, plastic);
        }
        RowGroups groups = new RowGroups();
        int[] firstGroup = new int[sources + 1];
        for (int source = 0; source < sources; source++) {
            for (int i = 0; i < inlets.length; i++) {
                int inlet = i;
                inlets[i]
                        .synapses()
                        .forEachPiece(
                                source,
                                0,
                                TARGETS,
                                (delay, position, count) -> groups.add(delay, position, count, inlet));
            }
            firstGroup[source + 1] = groups.count();
        }
        return new RingPlan(inlets, groups, firstGroup, hosts);
    }

    private static Projection projection(Synapses synapses) {
        return new Projection("in", "out", synapses);
    }

    @Test
    void takesRowsOfManyDelaysWhoseWeightsAddUpExactly() {
        RingPlan plan = plan(integrator(), projection(rows(SOURCES, 4, 3, 1, 0.25)));

        assertTrue(plan.takesAny());
        assertTrue(plan.takes(0));
        assertNotNull(plan.rings()[0]);
    }

    /** The slots must hold all ticks from the first weight of a spike to the last: a power of two above the span. */
    @ParameterizedTest
    @CsvSource({"3, 1, 4", "4, 1, 4", "5, 1, 8", "3, 2, 8", "5, 2, 16", "3, 4, 16", "4, 5, 16", "3, 7, 16"})
    void hasASlotForEachTickBetweenTheFirstAndTheLastDelay(int delays, int step, int slots) {
        RingPlan plan = plan(integrator(), projection(rows(SOURCES, delays, 100, step, 0.5)));

        assertTrue(plan.takesAny());
        assertEquals(slots, plan.slots());
        assertTrue(plan.slots() > (delays - 1) * step, plan.slots() + " slots");
        assertEquals(slots * TARGETS, plan.rings()[0].values().length);
    }

    @Test
    void leavesRowsOfTwoDelaysInTheQueue() {
        RingPlan plan = plan(integrator(), projection(rows(SOURCES, 2, 3, 1, 0.25)));

        assertFalse(plan.takesAny());
        assertEquals(1, plan.slots());
        assertArrayEquals(new InputRing[1], plan.rings());
    }

    @Test
    void leavesWeightsInTheQueueWhoseSumDependsOnTheOrder() {
        assertFalse(plan(integrator(), projection(rows(SOURCES, 4, 3, 1, 0.1))).takesAny());
    }

    /** One inexact projection makes the sums of the whole population inexact. */
    @Test
    void leavesExactRowsInTheQueueBesideInexactOnes() {
        RingPlan plan =
                plan(integrator(), projection(rows(SOURCES, 4, 3, 1, 0.25)), projection(rows(SOURCES, 1, 1, 1, 0.1)));

        assertFalse(plan.takesAny());
        assertNull(plan.rings()[0]);
    }

    @Test
    void takesExactRowsBesideExactRowsOfOneDelayWhichStayInTheQueue() {
        RingPlan plan =
                plan(integrator(), projection(rows(SOURCES, 4, 3, 1, 0.25)), projection(rows(SOURCES, 1, 1, 1, 0.5)));

        assertTrue(plan.takes(0));
        assertFalse(plan.takes(1));
        assertEquals(4, plan.slots());
    }

    @Test
    void leavesRowsInTheQueueBesidePlasticOnesWhoseWeightsChange() {
        PairStdp rule = new PairStdp(0.1, 1, 0, 0, 10, 20, 20);
        RingPlan plan = plan(
                integrator(),
                projection(rows(SOURCES, 4, 3, 1, 0.25)),
                new Projection("in", "out", rows(SOURCES, 1, 1, 1, 0.5), Optional.of(rule)));

        assertFalse(plan.takesAny());
    }

    @Test
    void leavesRowsInTheQueueForNeuronsWithTwoSumsOfInput() {
        SynapticLif twoChannels = new SynapticLif(
                LifParameters.of(0.5, 1),
                List.of(SynapticCurrent.of(0.5), SynapticCurrent.of(0.5)),
                SynapticOrder.CURRENT_FIRST);

        assertFalse(plan(twoChannels, projection(rows(SOURCES, 4, 3, 1, 0.25))).takesAny());
    }

    /** 4 slots of 64 neurons are 2,048 bytes: 32 rows of 64 synapses, one byte each. */
    @Test
    void spendsNoMoreBytesOnARingThanSynapsesUseIt() {
        assertTrue(plan(integrator(), projection(rows(32, 4, 3, 1, 0.25))).takesAny());
        assertFalse(plan(integrator(), projection(rows(31, 4, 3, 1, 0.25))).takesAny());
    }

    @Test
    void hasNoRoomForTheRingOfAFewRows() {
        assertFalse(plan(integrator(), projection(rows(4, 4, 3, 1, 0.25))).takesAny());
    }

    /** 16 delays of four targets each: too few synapses per delay to be held in groups. */
    @Test
    void leavesSynapsesWithDelaysOfTheirOwnInTheQueue() {
        assertFalse(
                plan(integrator(), projection(rows(SOURCES, 16, 3, 1, 0.25))).takesAny());
    }

    /** Each neuron adds up 200 weights, below 2^52; all neurons together receive 64 times as much. */
    @Test
    void judgesTheSumOfEachNeuronByItself() {
        assertTrue(plan(integrator(), projection(rows(SOURCES, 4, 3, 1, 0x1p44 + 1)))
                .takesAny());
    }

    @Test
    void givesARingToThePopulationThatNeedsOneAndNoneToAnother() {
        Network network = network(
                List.of(
                        new Population("in", SOURCES, new SpikeSource(SpikeRaster.empty(SOURCES))),
                        new Population("other", TARGETS, integrator()),
                        new Population("out", TARGETS, integrator())),
                new Projection("in", "other", rows(SOURCES, 1, 1, 1, 0.1)),
                new Projection("in", "out", rows(SOURCES, 4, 3, 1, 0.25)));
        List<HostedNeurons> hosted = whole(network, 1, 2);

        RingRows rows = IncomingRowsBuilder.build(network, hosted, groups(network, hosted))
                .ringRows();

        assertNull(rows.ring(0));
        assertNotNull(rows.ring(1));
    }

    @Test
    void leavesDelaysThatLieTooFarApartInTheQueue() {
        assertFalse(
                plan(integrator(), projection(rows(SOURCES, 4, 3, 1000, 0.25))).takesAny());
    }

    @Test
    void takesNothingWhereThereIsNothing() {
        RingPlan plan =
                plan(integrator(), projection(SparseSynapses.builder(3, TARGETS).build()));

        assertFalse(plan.takesAny());
        assertEquals(1, plan.slots());
    }

    /** A span of one delay that is large: what counts is the distance between delays, not the delay. */
    @Test
    void measuresDelaysFromTheSmallestOfEachSource() {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        for (int source = 0; source < SOURCES; source++) {
            for (int target = 0; target < TARGETS; target++) {
                builder.add(source, target, 1, 1 + source + target % 4);
            }
        }

        RingPlan plan = plan(integrator(), projection(builder.build()));

        assertTrue(plan.takesAny());
        assertEquals(4, plan.slots());
    }
}
