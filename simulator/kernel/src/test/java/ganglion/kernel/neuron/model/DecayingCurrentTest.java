package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecayingCurrentTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "0.9, 0.2",
        "0.2, 0.9",
        "0.999, 0.9990001",
        "0.9999, 0.99",
        "1, 0.9",
        "0.9, 1",
        "0, 0.5",
        "0.5, 0"
    })
    void boundsTheResponseToACurrentClosely(double beta, double decay) {
        double potential = 0;
        double current = 1;
        double highest = 0;
        for (int tick = 0; tick < 200_000; tick++) {
            potential = beta * potential + current;
            current *= decay;
            highest = Math.max(highest, potential);
        }

        double bound = DecayingCurrent.peakResponse(beta, decay);

        assertTrue(bound >= highest, bound + " < " + highest);
        assertTrue(bound <= 1.6 * highest, bound + " is far above " + highest);
    }
}
