package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.placement.LimitChecks.EdgeChecks;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Twenty inputs reach three neurons, which reach four others and, back from these, themselves. */
class EdgeChecksTest {

    private static final Optional<Figure> NONE = Optional.empty();

    private final Network network = new Network(
            List.of(
                    new Population("in", 20, new SpikeSource(SpikeRaster.empty(20))),
                    new Population("hidden", 3, new Lif(LifParameters.of(0.9, 1))),
                    new Population("out", 4, new Lif(LifParameters.of(0.9, 1)))),
            List.of(
                    dense("in", "hidden", 20, 3),
                    dense("hidden", "hidden", 3, 3),
                    dense("hidden", "out", 3, 4),
                    dense("out", "out", 4, 4)));

    private static Projection dense(String from, String to, int sources, int targets) {
        return new Projection(from, to, new DenseSynapses(sources, targets, new double[sources * targets], 1));
    }

    private List<String> problems(Optional<Figure> inputs, Optional<Figure> outputs, Optional<Figure> fanOut) {
        ChipLimits limits = new ChipLimits(
                NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, inputs, outputs, fanOut);
        return new EdgeChecks(network, limits).problems();
    }

    @Test
    void whatIsUnknownRefusesNothing() {
        assertEquals(List.of(), problems(NONE, NONE, NONE));
    }

    @Test
    void countsTheInputsOfTheNetwork() {
        assertEquals(List.of(), problems(ToyProfiles.count(20), NONE, NONE));
        assertEquals(
                List.of("the network has 20 input neurons, the chip takes 16"),
                problems(ToyProfiles.count(16), NONE, NONE));
    }

    @Test
    void aPopulationThatFeedsItselfAloneIsAnOutput() {
        assertEquals(List.of(), problems(NONE, ToyProfiles.count(4), NONE));
        assertEquals(
                List.of("the network has 4 output neurons, which feed no other population, the chip takes 3"),
                problems(NONE, ToyProfiles.count(3), NONE));
    }

    @Test
    void addsTheSynapsesOfAllProjectionsOfANeuron() {
        assertEquals(List.of(), problems(NONE, NONE, ToyProfiles.count(7)));
        assertEquals(
                List.of("neuron 0 of hidden reaches 7 synapses, a neuron reaches 6"),
                problems(NONE, NONE, ToyProfiles.count(6)));
    }
}
