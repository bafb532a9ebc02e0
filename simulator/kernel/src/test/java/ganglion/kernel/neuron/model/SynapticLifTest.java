package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynapticLifTest {

    private static final double NO_THRESHOLD = 1e300;

    @Test
    void followsTheExactSolutionOfACurrentThatDecays() {
        double tau = 20;
        double tauSynapse = 5;
        double capacitance = 200;
        double tick = 0.1;
        SynapticLif lif = new SynapticLif(
                LifParameters.of(Math.exp(-tick / tau), NO_THRESHOLD),
                List.of(SynapticCurrent.exact(tauSynapse, tau, capacitance, tick)),
                SynapticOrder.POTENTIAL_FIRST);
        Driver driver = new Driver(lif, 1);

        driver.whole(0, 100);

        for (int k = 0; k < 2_000; k += 13) {
            double t = k * tick;
            double expected = 100
                    / capacitance
                    * tauSynapse
                    * tau
                    / (tau - tauSynapse)
                    * (Math.exp(-t / tau) - Math.exp(-t / tauSynapse));
            assertEquals(expected, driver.potential(k, 0), 1e-13);
        }
    }

    @Test
    void followsTheExactSolutionForEqualTimeConstants() {
        SynapticLif lif = new SynapticLif(
                LifParameters.of(Math.exp(-0.01), NO_THRESHOLD),
                List.of(SynapticCurrent.exact(10, 10, 2, 0.1)),
                SynapticOrder.POTENTIAL_FIRST);
        Driver driver = new Driver(lif, 1);

        driver.whole(0, 3);

        for (int k = 0; k < 300; k++) {
            assertEquals(3 / 2.0 * k * 0.1 * Math.exp(-k * 0.01), driver.potential(k, 0), 1e-13);
        }
    }

    @Test
    void sleepsWhereABiasCannotLiftItToTheThreshold() {
        SynapticCurrent low = new SynapticCurrent(NeuronValues.of(0.5), NeuronValues.of(1), NeuronValues.of(0.2));
        SynapticCurrent falling = new SynapticCurrent(NeuronValues.of(1), NeuronValues.of(1), NeuronValues.of(-0.2));

        for (SynapticCurrent current : List.of(low, falling)) {
            LifParameters membrane = LifParameters.of(0.5, 1);
            Driver driver = new Driver(new SynapticLif(membrane, List.of(current), SynapticOrder.CURRENT_FIRST), 1);

            assertTrue(driver.isIdle());
        }
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        LifParameters membrane = LifParameters.of(0.5, 1);
        SynapticCurrent current = SynapticCurrent.of(0.5);

        assertThrows(
                IllegalArgumentException.class,
                () -> new SynapticLif(membrane, List.of(), SynapticOrder.CURRENT_FIRST));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SynapticLif(membrane, List.of(current, current, current), SynapticOrder.CURRENT_FIRST));
    }
}
