package ganglion.kernel.core;

import static ganglion.kernel.core.TestNetworks.integrator;
import static ganglion.kernel.core.TestNetworks.network;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RingPlanTest {

    private static final int TARGETS = 64;
    private static final int SOURCES = 20;
    private static final PairStdp RULE = new PairStdp(0.1, 1, 0, 0, 10, 20, 20);

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

    private static Network onto(NeuronModel model, Projection... projections) {
        int sources = projections[0].synapses().sourceSize();
        return network(
                List.of(
                        new Population("in", sources, new SpikeSource(SpikeRaster.empty(sources))),
                        new Population("out", TARGETS, model)),
                projections);
    }

    private static RingPlan.Shape plan(NeuronModel model, Projection... projections) {
        return RingPlan.of(onto(model, projections), new HostedNeurons(1, 0, TARGETS));
    }

    private static Projection projection(Synapses synapses) {
        return new Projection("in", "out", synapses);
    }

    private static DenseSynapses matrix(int delay) {
        double[] weights = new double[SOURCES * TARGETS];
        Arrays.setAll(weights, i -> i);
        return new DenseSynapses(SOURCES, TARGETS, weights, delay);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.1, -1e-300, 0x1p44 + 1})
    void givesARingToRowsOfManyDelaysWhateverTheirWeights(double weight) {
        assertEquals(new RingPlan.Shape(4, 6, 3, 6), plan(integrator(), projection(rows(SOURCES, 4, 3, 1, weight))));
    }

    /** The slots must hold all ticks from the first weight of a spike to the last: a power of two above the span. */
    @ParameterizedTest
    @CsvSource({"2, 1, 2", "3, 1, 4", "4, 1, 4", "5, 1, 8", "3, 2, 8", "5, 2, 16", "3, 4, 16", "4, 5, 16", "3, 7, 16"})
    void hasASlotForEachTickBetweenTheFirstAndTheLastDelay(int delays, int step, int slots) {
        RingPlan.Shape shape = plan(integrator(), projection(rows(SOURCES, delays, 100, step, 0.5)));

        assertEquals(slots, shape.slots());
        assertEquals(100, shape.smallestDelayTicks());
        assertEquals(100 + (delays - 1) * step, shape.largestDelayTicks());
    }

    @Test
    void hasRoomForAllVariedProjections() {
        RingPlan.Shape shape = plan(
                integrator(),
                projection(rows(SOURCES, 4, 8, 1, 0.25)),
                projection(matrix(5)),
                projection(rows(SOURCES, 2, 12, 1, 0.25)));

        assertEquals(new RingPlan.Shape(16, 6, 5, 13), shape);
    }

    /** What is uniform is added when it is due. */
    @Test
    void leavesOutUniformProjections() {
        RingPlan.Shape shape =
                plan(integrator(), projection(rows(SOURCES, 4, 8, 1, 0.25)), projection(rows(SOURCES, 1, 900, 1, 0.5)));

        assertEquals(new RingPlan.Shape(4, 6, 8, 11), shape);
    }

    @Test
    void givesNoRingWhereEachRowHasOneDelay() {
        assertNull(plan(integrator(), projection(matrix(3)), projection(matrix(7))));
    }

    @Test
    void givesNoRingBesideWeightsThatChange() {
        assertNull(plan(
                integrator(),
                projection(rows(SOURCES, 4, 3, 1, 0.25)),
                new Projection("in", "out", rows(SOURCES, 1, 1, 1, 0.5), Optional.of(RULE))));
    }

    @Test
    void hasRoomForTwoSumsOfInput() {
        SynapticLif twoChannels = new SynapticLif(
                LifParameters.of(0.5, 1),
                List.of(SynapticCurrent.of(0.5), SynapticCurrent.of(0.5)),
                SynapticOrder.CURRENT_FIRST);

        assertEquals(new RingPlan.Shape(4, 7, 3, 6), plan(twoChannels, projection(rows(SOURCES, 4, 3, 1, 0.25))));
    }

    /** 1,024 slots of 64 neurons are 512 KiB: 512 rows of 64 synapses, 16 bytes each. */
    @Test
    void spendsNoMoreBytesOnARingThanSynapsesUseIt() {
        RingPlan.Shape whole = plan(integrator(), projection(rows(512, 2, 1, 1000, 0.25)));
        RingPlan.Shape part = plan(integrator(), projection(rows(511, 2, 1, 1000, 0.25)));

        assertEquals(1024, whole.slots());
        assertTrue(whole.takesWholeRows());
        assertEquals(512, part.slots());
        assertFalse(part.takesWholeRows());
    }

    /** A few rows are shared out among so few slots that parts of them have a synapse or none. */
    @Test
    void givesNoRingWherePartsOfRowsWouldBeShort() {
        assertEquals(
                32, plan(integrator(), projection(rows(20, 2, 1, 1000, 0.25))).slots());
        assertNull(plan(integrator(), projection(rows(15, 2, 1, 1000, 0.25))));
    }

    /** A part of the neurons is reached by a part of the synapses, and needs a part of the slot. */
    @Test
    void judgesAPartOfAPopulationByItsShare() {
        Network network = onto(integrator(), projection(rows(512, 2, 1, 1000, 0.25)));

        assertEquals(new RingPlan.Shape(1024, 3, 1, 1001), RingPlan.of(network, new HostedNeurons(1, 40, 8)));
        assertEquals(new RingPlan.Shape(512, 4, 1, 1001), RingPlan.of(network, new HostedNeurons(1, 40, 9)));
    }

    /** Rows of synapses with delays from 1 on, and one of the span, which is the largest. */
    private static RingPlan.Shape spread(int rows, int degree, int targets, int span) {
        SparseSynapses.Builder builder = SparseSynapses.builder(rows, targets);
        for (int i = 0; i < rows * degree; i++) {
            int inRow = i % degree;
            builder.add(i / degree, inRow % targets, i, inRow == 0 ? span : 1 + (inRow - 1) % span);
        }
        Network network = network(
                List.of(
                        new Population("in", rows, new SpikeSource(SpikeRaster.empty(rows))),
                        new Population("out", targets, integrator())),
                projection(builder.build()));
        return RingPlan.of(network, new HostedNeurons(1, 0, targets));
    }

    /**
     * Where input up to the largest delay takes more than 2 MiB, a ring holds the ticks in which 64 synapses of a row are due,
     * up to a power of two: of 1000 in 500 ticks, 32 ticks hold 64, and of 1000 in 501 ticks a few less.
     */
    @ParameterizedTest
    @CsvSource({"1000, 500, 32", "1000, 501, 64", "2000, 501, 32", "500, 500, 64"})
    void hasSlotsFor64SynapsesOfARowWhereInputIsLarge(int degree, int span, int slots) {
        assertEquals(new RingPlan.Shape(slots, 10, 1, span), spread(40_000 / degree, degree, 1024, span));
    }

    /** 256 ticks of 1024 sums of 8 bytes are 2 MiB. */
    @Test
    void holdsInputUpToTheLargestDelayIfACacheDoes() {
        assertEquals(new RingPlan.Shape(256, 10, 1, 256), spread(66, 2000, 1024, 256));
        assertEquals(new RingPlan.Shape(16, 10, 1, 257), spread(66, 2000, 1024, 257));
    }

    /** 8 rows of 64 synapses leave room for 16 slots; of 64 synapses in 512 ticks, 16 ticks have two. */
    @Test
    void breaksRowsIntoPartsOfTwoSynapsesAtLeast() {
        assertEquals(new RingPlan.Shape(16, 6, 1, 512), spread(8, 64, TARGETS, 512));
        assertNull(spread(8, 64, TARGETS, 513));
    }

    @Test
    void givesNoRingWhereNothingArrives() {
        assertNull(
                plan(integrator(), projection(SparseSynapses.builder(3, TARGETS).build())));
        Network network = onto(integrator(), projection(rows(SOURCES, 4, 3, 1, 0.25)));
        assertNull(RingPlan.of(network, new HostedNeurons(0, 0, SOURCES)));
    }

    @Test
    void givesNoRingWhereDelaysDifferByMoreThanAnArrayHolds() {
        assertNull(plan(integrator(), projection(rows(SOURCES, 2, 1, Integer.MAX_VALUE - 1, 0.25))));
    }
}
