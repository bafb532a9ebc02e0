package ganglion.kernel.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.BalancedResonator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SeAdLif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two spikes with 10^12 silent ticks between them. Code that takes a step for each tick does not end. */
class LongSilenceTest {

    private static final long SILENCE = 1_000_000_000_000L;
    private static final double WEIGHT = 2;
    private static final double ROUNDING = 1e-12;

    private static NeuronValues of(double value) {
        return NeuronValues.of(value);
    }

    /** Models with the response to an input at the tick at which it comes. */
    static Stream<Object[]> models() {
        LifParameters membrane = LifParameters.of(0.9, 1);
        return Stream.of(
                new Object[] {new Lif(membrane.withRefractoryTicks(3)), 1},
                new Object[] {new Lif(membrane.withReset(membrane.reset(), true)), 1},
                new Object[] {new AdaptiveLif(membrane, of(0.999), of(0.5)), 1},
                new Object[] {new BalancedResonator(of(0.3), of(0.05), of(0.1), of(0.9), of(0.2)), 0.1},
                new Object[] {new SeAdLif(of(0.9), of(0.95), of(0.5), of(0.1), of(0.1), of(0)), 0.1},
                new Object[] {new ResonateAndFire(of(0.9), of(0.5), of(1), of(0)), 0});
    }

    @ParameterizedTest
    @MethodSource("models")
    void costsNoStepForEachTick(NeuronModel model, double response) {
        SpikeRaster input = SpikeRaster.builder(1).add(5, 0).add(SILENCE, 0).build();
        SpikeRaster own = SpikeRaster.builder(1).add(6, 0).build();
        Network network = new Network(
                List.of(new Population("in", 1, new SpikeSource(input)), new Population("out", 1, model)),
                List.of(new Projection("in", "out", new DenseSynapses(1, 1, new double[] {WEIGHT}, 1))));

        PotentialParts parts = new CausesOfRun(network, List.of(input, own))
                .at(1, 0, SILENCE + 1)
                .orElseThrow();

        assertEquals(WEIGHT * response, parts.potential(), ROUNDING);
        assertEquals(parts.potential(), parts.sum(), ROUNDING);
        double atRest = new CausesOfRun(network, List.of(input, own))
                .at(1, 0, 3)
                .orElseThrow()
                .level();
        assertEquals(atRest, parts.level(), "its threshold is again as before its spike");
    }
}
