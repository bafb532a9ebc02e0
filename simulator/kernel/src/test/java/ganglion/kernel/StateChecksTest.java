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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static Arguments part(String problem, Consumer<Parts> change) {
        return Arguments.of(problem, change);
    }

    /** What does not fit, and the one part of a state that is changed for it. */
    static Stream<Arguments> refusals() {
        String spikes = "has spikes of population %s that cannot be";
        String visit = "names a neuron to visit that cannot be";
        String weights = "lacks the weights of projection 1";
        String trace = "lacks the membrane trace of population b";
        return Stream.of(
                part("was taken at tick -1, outside a run of 100", it -> it.tick = -1),
                part("has 1 populations, expected 2", it -> it.neurons = List.of(new long[4])),
                part("has 2 populations, expected 2", it -> it.spikes = List.of(SpikeRaster.empty(2))),
                part(
                        "holds 3 numbers of population b, expected 4",
                        it -> it.neurons = List.of(new long[4], new long[3])),
                part(spikes.formatted("a"), it -> it.spikes = List.of(SpikeRaster.empty(3), SpikeRaster.empty(2))),
                part(
                        spikes.formatted("b"),
                        it -> it.spikes = List.of(
                                SpikeRaster.empty(2),
                                SpikeRaster.builder(2).add(10, 0).build())),
                part(visit, it -> it.wishTicks = new long[] {9, 99}),
                part(visit, it -> it.wishNeurons = new int[] {0, -1}),
                part(visit, it -> it.wishNeurons = new int[] {0, 4}),
                part("names neurons to visit without ticks", it -> it.wishNeurons = new int[] {1}),
                part(weights, it -> it.weights = List.of()),
                part(weights, it -> it.weights = List.of(new PlasticWeights(0, new double[4]))),
                part(weights, it -> it.weights = List.of(new PlasticWeights(1, new double[3]))),
                part(
                        "has weights of projections that are not plastic",
                        it -> it.weights =
                                List.of(new PlasticWeights(1, new double[4]), new PlasticWeights(0, new double[4]))),
                part("has 0 membrane traces, expected 1", it -> it.membranes = List.of()),
                part(trace, it -> it.membranes = List.of(new MembraneTrace("a", 2, new double[20]))),
                part(trace, it -> it.membranes = List.of(new MembraneTrace("b", 1, new double[20]))),
                part(trace, it -> it.membranes = List.of(new MembraneTrace("b", 2, new double[19]))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAStateThatDoesNotFitWithTheReason(String problem, Consumer<Parts> change) {
        Parts parts = new Parts();
        change.accept(parts);

        String message = assertThrows(IllegalArgumentException.class, () -> check(parts, 100))
                .getMessage();

        assertEquals("the state does not fit: it " + problem, message);
    }

    @Test
    void acceptsAStateOfTheNetwork() {
        assertDoesNotThrow(() -> check(new Parts(), 100));
        assertDoesNotThrow(() -> check(new Parts(), 10));
        assertThrows(IllegalArgumentException.class, () -> check(new Parts(), 9));
    }

    @Test
    void acceptsAStateBeforeTheFirstTick() {
        Parts parts = new Parts();
        parts.tick = 0;
        parts.spikes = List.of(SpikeRaster.empty(2), SpikeRaster.empty(2));
        parts.membranes = List.of(new MembraneTrace("b", 2, new double[0]));
        assertDoesNotThrow(() -> check(parts, 100));
    }
}
