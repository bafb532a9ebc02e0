package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightStepTest {

    private static WeightStep step(long levels, double... weights) {
        return WeightStep.into(network(new LeakyIntegrator(0.9), weights), "out", levels, Long.MAX_VALUE);
    }

    private static Network network(NeuronModel model, double... weights) {
        return new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("out", weights.length, model)),
                List.of(new Projection("in", "out", new DenseSynapses(1, weights.length, weights, 1))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127 | 3 -2 1 0     | 0.0238095238095238  | true
            3   | 3 -2 1       | 1                   | true
            2   | 3 -2 1       | 1.5                 | false
            8   | 0.25 -0.125  | 0.03125             | true
            1   | 0.4 -0.4 0   | 0.4                 | true
            1   | 0.4 0.2      | 0.4                 | false
            127 | 0.6 0.31 0.5 | 0.005               | true
            50  | 0.6 0.31 0.5 | 0.012               | false
            127 | 1 0.7071     | 0.00787401574803150 | false
            7   | 0 0          | 0                   | true
            """)
    void theStepHoldsAllWeightsIfOneDoes(long levels, String weights, double size, boolean exact) {
        WeightStep step = step(
                levels,
                Arrays.stream(weights.strip().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray());

        assertEquals(size, step.size(), 1e-12);
        assertEquals(exact, step.exact());
    }

    @Test
    void numbersOf32BitsAreMultiplesOfOneStep() {
        WeightStep step = step(127, 0.1f, 0.3f, -0.7f);

        assertEquals(0.7 / 126, step.size(), 1e-8);
        assertEquals(true, step.exact());
    }

    /** A threshold of 1 in 3 steps at most allows weights of 1 and 0.5 a step of 0.5, not the finest; in one step only, not even that. */
    @Test
    void noStepIsTooFineForTheThreshold() {
        Network network = network(new Lif(LifParameters.of(1, 1)), 1, 0.5);

        assertEquals(new WeightStep(1.0 / 6, true), WeightStep.into(network, "out", 7, Long.MAX_VALUE));
        assertEquals(new WeightStep(0.5, true), WeightStep.into(network, "out", 7, 3));
        assertEquals(new WeightStep(1, false), WeightStep.into(network, "out", 7, 1));
    }
}
