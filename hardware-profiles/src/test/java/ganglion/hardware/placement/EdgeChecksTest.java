package ganglion.hardware.placement;

import static ganglion.hardware.cost.TestNetworks.dense;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.placement.LimitChecks.EdgeChecks;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twenty inputs reach three neurons, which reach four others and, back from these, themselves. */
class EdgeChecksTest {

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

    private List<String> problems(Map<Limit, Integer> limits) {
        return new EdgeChecks(network, ToyProfiles.limits(limits)).problems();
    }

    @Test
    void whatIsUnknownRefusesNothing() {
        assertEquals(List.of(), problems(Map.of()));
    }

    @Test
    void countsTheInputsOfTheNetwork() {
        assertEquals(List.of(), problems(Map.of(Limit.INPUTS, 20)));
        assertEquals(
                List.of("the network has 20 input neurons, the chip takes 16"), problems(Map.of(Limit.INPUTS, 16)));
    }

    @Test
    void aPopulationThatFeedsItselfAloneIsAnOutput() {
        assertEquals(List.of(), problems(Map.of(Limit.OUTPUTS, 4)));
        assertEquals(
                List.of("the network has 4 output neurons, which feed no other population, the chip takes 3"),
                problems(Map.of(Limit.OUTPUTS, 3)));
    }

    @Test
    void addsTheSynapsesOfAllProjectionsOfANeuron() {
        assertEquals(List.of(), problems(Map.of(Limit.FAN_OUT, 7)));
        assertEquals(
                List.of("neuron 0 of hidden reaches 7 synapses, a neuron reaches 6"),
                problems(Map.of(Limit.FAN_OUT, 6)));
    }
}
