package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Population INPUT = new Population("input", 2, new SpikeSource(SpikeRaster.empty(2)));
    private static final Population OUT = new Population("out", 3, new Lif(LifParameters.of(0.9, 1)));

    @Test
    void findsProjectionsByTheirEnds() {
        Population other = new Population("other", 1, OUT.model());
        Network network = new Network(
                List.of(INPUT, OUT, other),
                List.of(
                        projection("out", "other", 3, 1),
                        projection("input", "out", 2, 3),
                        projection("other", "out", 1, 3)));

        assertArrayEquals(new int[0], network.projectionsTo(0));
        assertArrayEquals(new int[] {1, 2}, network.projectionsTo(1));
        assertArrayEquals(new int[] {0}, network.projectionsTo(2));
        assertEquals(9, network.synapsesTo(1));
        assertEquals(1, network.sourceOf(0));
        assertEquals(2, network.targetOf(0));
        assertEquals(0, network.sourceOf(1));
    }

    @Test
    void refusesNetworksThatDoNotFitTogether() {
        assertRefused("two populations are named out", List.of(OUT, OUT));
        assertRefused("no population named nowhere", List.of(INPUT, OUT), projection("input", "nowhere", 2, 3));
        assertRefused("has 2", List.of(INPUT, OUT), projection("input", "out", 7, 3));
        assertRefused("has 3", List.of(INPUT, OUT), projection("input", "out", 2, 4));
        assertRefused("takes no input", List.of(INPUT, OUT), projection("out", "input", 3, 2));
    }

    @Test
    void refusesStartsThatAPopulationCannotHave() {
        IllegalArgumentException early =
                assertThrows(IllegalArgumentException.class, () -> new Population("out", 3, OUT.model(), -1));
        IllegalArgumentException source =
                assertThrows(IllegalArgumentException.class, () -> new Population("input", 2, INPUT.model(), 1));

        assertEquals("population out cannot start at tick -1, expected 0 or more", early.getMessage());
        assertEquals("population input cannot start at tick 1, expected 0, as it takes no input", source.getMessage());
    }

    @Test
    void remembersSpikesForTheLargestDelayOrForEverWhereWeightsChange() {
        Synapses synapses = SparseSynapses.builder(INPUT.size(), OUT.size())
                .add(0, 0, 0.5, 3)
                .add(1, 0, 0.5, 12)
                .build();
        Projection constant = new Projection(INPUT.name(), OUT.name(), synapses);
        Projection plastic =
                new Projection(INPUT.name(), OUT.name(), synapses, Optional.of(new PairStdp(0.01, 1, 1, 1, 1, 20, 20)));

        assertEquals(0, new Network(List.of(INPUT, OUT), List.of()).memoryTicks());
        assertEquals(12, new Network(List.of(INPUT, OUT), List.of(constant)).memoryTicks());
        assertEquals(Long.MAX_VALUE, new Network(List.of(INPUT, OUT), List.of(constant, plastic)).memoryTicks());
    }

    /** A rule of plasticity keeps weights between 0 and its largest: both bounds are weights to start from. */
    @Test
    void startsPlasticWeightsWithinTheBoundsOfTheirRule() {
        assertEquals(2, plastic(0, 2).synapses().count());
        for (double outside : new double[] {Math.nextDown(0.0), Math.nextUp(2.0)}) {
            String refusal = assertThrows(IllegalArgumentException.class, () -> plastic(1, outside))
                    .getMessage();
            assertEquals(
                    "the projection from input to out has the weight " + outside
                            + ", but its plasticity bounds weights by 0.0 and 2.0",
                    refusal);
        }
    }

    private static Projection plastic(double first, double last) {
        SparseSynapses synapses = SparseSynapses.builder(INPUT.size(), OUT.size())
                .add(0, 0, first, 1)
                .add(1, 2, last, 1)
                .build();
        return new Projection(INPUT.name(), OUT.name(), synapses, Optional.of(new PairStdp(0.01, 1, 1, 1, 2, 20, 20)));
    }

    private static void assertRefused(String reason, List<Population> populations, Projection... projections) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new Network(populations, List.of(projections)));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void refusesPopulationsThatCannotBe() {
        Lif lif = new Lif(LifParameters.of(0.9, 1));

        assertThrows(IllegalArgumentException.class, () -> new Population(" ", 1, lif));
        assertThrows(IllegalArgumentException.class, () -> new Population("none", 0, lif));
        assertThrows(
                IllegalArgumentException.class, () -> new Population("odd", 3, new SpikeSource(SpikeRaster.empty(2))));
    }

    private static Projection projection(String source, String target, int sources, int targets) {
        return new Projection(source, target, new DenseSynapses(sources, targets, new double[sources * targets], 1));
    }
}
