package ganglion.hardware.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks of a spike source {@code in}, and of populations {@code a} to {@code d}, all of two neurons. */
class ArtificialCounterpartTest {

    private static final String NOT_ONCE = "no artificial network that runs once stands in for it: ";

    private static Projection projection(String source, String target, int delay) {
        return new Projection(source, target, new DenseSynapses(2, 2, new double[] {1, 0, 1, 1}, delay));
    }

    private static Network network(Projection... projections) {
        return new Network(
                List.of(
                        new Population(
                                "in", 2, new SpikeSource(SpikeRaster.builder(2).build())),
                        new Population("a", 2, new LeakyIntegrator(0)),
                        new Population("b", 2, new LeakyIntegrator(0)),
                        new Population("c", 2, new LeakyIntegrator(0)),
                        new Population("d", 2, new LeakyIntegrator(0))),
                Arrays.asList(projections));
    }

    private static Optional<String> reason(Projection... projections) {
        return ArtificialCounterpart.reasonAgainst(network(projections), true);
    }

    @Test
    void layersInARowHaveOneWhateverTheDelaysBetweenThem() {
        assertEquals(Optional.empty(), reason(projection("in", "a", 1), projection("a", "b", 7)));
    }

    @Test
    void twoWaysToOneLayerAreNoLoop() {
        assertEquals(
                Optional.empty(),
                reason(
                        projection("in", "a", 1),
                        projection("a", "b", 1),
                        projection("in", "b", 1),
                        projection("b", "c", 2)));
    }

    @Test
    void withoutADecisionThereIsNothingToRunOneFor() {
        assertEquals(
                Optional.of(
                        "no artificial network stands in for it: nothing is decided, so there is no decision to run one for"),
                ArtificialCounterpart.reasonAgainst(network(projection("in", "a", 1)), false));
    }

    @Test
    void aPopulationThatProjectsToItselfIsRecurrent() {
        assertEquals(
                Optional.of(NOT_ONCE + "the network is recurrent, population b reaches itself"),
                reason(projection("in", "a", 1), projection("a", "b", 1), projection("b", "b", 1)));
    }

    /** Population d lies behind the loop, and is not named. */
    @Test
    void aLoopOfSeveralPopulationsIsNamedByOneOnIt() {
        assertEquals(
                Optional.of(NOT_ONCE + "the network is recurrent, population b reaches itself"),
                reason(
                        projection("b", "a", 1),
                        projection("in", "c", 1),
                        projection("b", "c", 1),
                        projection("c", "b", 1),
                        projection("a", "d", 1)));
    }

    @Test
    void delaysThatDifferIntoOnePopulationAreWhatAnArtificialNetworkLacks() {
        assertEquals(
                Optional.of(NOT_ONCE + "the synapses of population c have different delays"),
                reason(projection("in", "a", 1), projection("a", "c", 1), projection("in", "c", 3)));
    }

    @Test
    void weightsThatChangeAreNoOthersWeights() {
        Projection fixed = projection("in", "a", 1);
        PairStdp rule = new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20);

        assertEquals(
                Optional.of(NOT_ONCE + "the weights from in to a change during the run"),
                reason(new Projection("in", "a", fixed.synapses(), Optional.of(rule))));
    }
}
