package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.current.AlphaCurrent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaLifTest {

    private static final double NO_THRESHOLD = 1e300;

    private static AlphaLif exact(double tauSynapse, double tau, double capacitance, double tick, double threshold) {
        return new AlphaLif(
                LifParameters.of(StrictMath.exp(-tick / tau), threshold),
                List.of(AlphaCurrent.exact(tauSynapse, tau, capacitance, tick)));
    }

    @ParameterizedTest
    @CsvSource({"2, 10, 250, 0.1", "10, 2, 1, 0.1", "0.5, 20, 100, 1", "10, 10.1, 1, 0.1"})
    void followsTheExactSolution(double tauSynapse, double tau, double capacitance, double tick) {
        Driver driver = new Driver(exact(tauSynapse, tau, capacitance, tick, NO_THRESHOLD), 1);
        double rate = 1 / tauSynapse - 1 / tau;

        driver.whole(0, 7);

        for (int k = 0; k < 500; k += 7) {
            double t = k * tick;
            double risen = (1 - Math.exp(-rate * t) * (1 + rate * t)) / (rate * rate);
            double expected = 7 * Math.E / (tauSynapse * capacitance) * Math.exp(-t / tau) * risen;
            assertEquals(expected, driver.potential(k, 0), 1e-9 * (1 + Math.abs(expected)));
        }
    }

    @Test
    void followsTheExactSolutionForEqualTimeConstants() {
        Driver driver = new Driver(exact(4, 4, 2, 0.1, NO_THRESHOLD), 1);

        driver.whole(0, 1);

        for (int k = 0; k < 300; k++) {
            double t = k * 0.1;
            assertEquals(Math.E / 8 * t * t / 2 * Math.exp(-t / 4), driver.potential(k, 0), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5})
    void isSmoothWhereTheTimeConstantsMeet(double difference) {
        double equal = AlphaCurrent.exact(5, 5, 1, 0.1).riseGain().at(0);
        double close = AlphaCurrent.exact(5, 5 + difference, 1, 0.1).riseGain().at(0);

        assertEquals(equal, close, equal * difference);
    }

    @Test
    void asksForNoVisitAfterInhibition() {
        AlphaCurrent current = AlphaCurrent.exact(2, 10, 1, 0.001);
        Driver driver = new Driver(new AlphaLif(LifParameters.of(0.9999, 1), List.of(current, current)), 1);

        driver.sparse(0, 0, -100);

        assertTrue(driver.isIdle());
    }
}
