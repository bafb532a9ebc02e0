package ganglion.hardware.precision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightStepTest {

    private static WeightStep step(long levels, double... weights) {
        Network network = new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("out", weights.length, new LeakyIntegrator(0.9))),
                List.of(new Projection("in", "out", new DenseSynapses(1, weights.length, weights, 1))));
        return WeightStep.into(network, "out", levels);
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
}
