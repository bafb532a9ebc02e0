package ganglion.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.plasticity.PairStdp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChecksTest {

    private static final PairStdp RULE = new PairStdp(0.1, 1, 0, 0, 10, 20, 20);

    /** Two populations of two LIF neurons, each of two words of state; projection 1 is plastic. */
    private static final Network NETWORK = new Network(
            List.of(
                    new Population("a", 2, new Lif(LifParameters.of(0.5, 1))),
                    new Population("b", 2, new Lif(LifParameters.of(0.5, 1)))),
            List.of(
                    new Projection("a", "b", new DenseSynapses(2, 2, new double[4], 1)),
                    new Projection("b", "b", new DenseSynapses(2, 2, new double[4], 1), Optional.of(RULE))));

    /** A state of the network at tick 10, of which a test changes one part. */
    private static final class Parts {

        private long tick = 10;
        private List<long[]> neurons = List.of(new long[4], new long[4]);
        private int[] wishNeurons = {0, 3};
        private long[] wishTicks = {10, 99};
        private List<PlasticWeights> weights = List.of(new PlasticWeights(1, new double[4]));
        private List<SpikeRaster> spikes =
                List.of(SpikeRaster.builder(2).add(9, 1).build(), SpikeRaster.empty(2));
        private List<MembraneTrace> membranes = List.of(new MembraneTrace("b", 2, new double[20]));

        RunState state() {
            return new RunState(tick, neurons, wishNeurons, wishTicks, weights, spikes, membranes, 0, 0);
        }
    }

    private static void check(Parts parts, long ticks) {
        new StateChecks(NETWORK, List.of(1)).check(parts.state(), ticks);
    }

    private static void assertRefused(String problem, Parts parts) {
        String message = assertThrows(IllegalArgumentException.class, () -> check(parts, 100))
                .getMessage();
        assertEquals("the state does not fit: it " + problem, message);
    }

    @Test
    void acceptsAStateOfTheNetwork() {
        assertDoesNotThrow(() -> check(new Parts(), 100));
        assertDoesNotThrow(() -> check(new Parts(), 10));
    }

    @Test
    void refusesATickOutsideTheRun() {
        assertThrows(IllegalArgumentException.class, () -> check(new Parts(), 9));
        Parts negative = new Parts();
        negative.tick = -1;
        assertRefused("was taken at tick -1, outside a run of 100", negative);
    }

    @Test
    void acceptsAStateBeforeTheFirstTick() {
        Parts parts = new Parts();
        parts.tick = 0;
        parts.spikes = List.of(SpikeRaster.empty(2), SpikeRaster.empty(2));
        parts.membranes = List.of(new MembraneTrace("b", 2, new double[0]));
        assertDoesNotThrow(() -> check(parts, 100));
    }

    @Test
    void refusesAnotherNumberOfPopulations() {
        Parts neurons = new Parts();
        neurons.neurons = List.of(new long[4]);
        assertRefused("has 1 populations, expected 2", neurons);
        Parts spikes = new Parts();
        spikes.spikes = List.of(SpikeRaster.empty(2));
        assertRefused("has 2 populations, expected 2", spikes);
    }

    @Test
    void refusesAnotherAmountOfState() {
        Parts parts = new Parts();
        parts.neurons = List.of(new long[4], new long[3]);
        assertRefused("holds 3 numbers of population b, expected 4", parts);
    }

    @Test
    void refusesSpikesOfOtherNeuronsOrOfTheFuture() {
        Parts others = new Parts();
        others.spikes = List.of(SpikeRaster.empty(3), SpikeRaster.empty(2));
        assertRefused("has spikes of population a that cannot be", others);
        Parts future = new Parts();
        future.spikes =
                List.of(SpikeRaster.empty(2), SpikeRaster.builder(2).add(10, 0).build());
        assertRefused("has spikes of population b that cannot be", future);
    }

    @Test
    void refusesVisitsOfThePastAndOfNeuronsThatDoNotExist() {
        Parts past = new Parts();
        past.wishTicks = new long[] {9, 99};
        assertRefused("names a neuron to visit that cannot be", past);
        for (int neuron : new int[] {-1, 4}) {
            Parts parts = new Parts();
            parts.wishNeurons = new int[] {0, neuron};
            assertRefused("names a neuron to visit that cannot be", parts);
        }
        Parts uneven = new Parts();
        uneven.wishNeurons = new int[] {1};
        assertRefused("names neurons to visit without ticks", uneven);
    }

    @Test
    void refusesWeightsThatAreMissingOrTooMany() {
        Parts missing = new Parts();
        missing.weights = List.of();
        assertRefused("lacks the weights of projection 1", missing);
        Parts other = new Parts();
        other.weights = List.of(new PlasticWeights(0, new double[4]));
        assertRefused("lacks the weights of projection 1", other);
        Parts few = new Parts();
        few.weights = List.of(new PlasticWeights(1, new double[3]));
        assertRefused("lacks the weights of projection 1", few);
        Parts many = new Parts();
        many.weights = List.of(new PlasticWeights(1, new double[4]), new PlasticWeights(0, new double[4]));
        assertRefused("has weights of projections that are not plastic", many);
    }

    @Test
    void refusesTracesOfOtherPopulationsAndLengths() {
        Parts none = new Parts();
        none.membranes = List.of();
        assertRefused("has 0 membrane traces, expected 1", none);
        for (MembraneTrace trace : List.of(
                new MembraneTrace("a", 2, new double[20]),
                new MembraneTrace("b", 1, new double[20]),
                new MembraneTrace("b", 2, new double[19]))) {
            Parts parts = new Parts();
            parts.membranes = List.of(trace);
            assertRefused("lacks the membrane trace of population b", parts);
        }
    }
}
