package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynapticLifTest {

    private static final double NO_THRESHOLD = 1e300;

    private static SynapticLif trained(LifParameters membrane, double alpha) {
        return new SynapticLif(membrane, List.of(SynapticCurrent.of(alpha)), SynapticOrder.CURRENT_FIRST);
    }

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
    void actsAtOnceInTheTrainersOrderAndATickLaterOnTheGrid() {
        LifParameters membrane = LifParameters.of(0.5, NO_THRESHOLD);
        Driver trained = new Driver(trained(membrane, 0.25), 1);
        Driver grid = new Driver(
                new SynapticLif(membrane, List.of(SynapticCurrent.of(0.25)), SynapticOrder.POTENTIAL_FIRST), 1);

        trained.whole(0, 1);
        grid.whole(0, 1);

        assertEquals(1, trained.potential(0, 0));
        assertEquals(0.75, trained.potential(1, 0));
        assertEquals(0.4375, trained.potential(2, 0));
        assertEquals(0, grid.potential(0, 0));
        assertEquals(1, grid.potential(1, 0));
        assertEquals(0.75, grid.potential(2, 0));
    }

    /** snnTorch's Synaptic with a reset to zero: the reset potential stands, the current of the step is not seen. */
    @Test
    void dropsTheCurrentOfTheTickOfAResetThatLosesInput() {
        LifParameters membrane = LifParameters.of(0.5, 1);
        Driver losing = new Driver(trained(membrane.withReset(Reset.TO_VALUE_LOSING_INPUT, true), 0.5), 1);
        Driver keeping = new Driver(trained(membrane.withReset(Reset.TO_VALUE, true), 0.5), 1);

        assertEquals(List.of(0), losing.whole(0, 2));
        assertEquals(List.of(0), keeping.whole(0, 2));

        assertEquals(List.of(), losing.whole(1));
        assertEquals(0, losing.potential(1, 0));
        assertEquals(List.of(), losing.whole(2));
        assertEquals(0.5, losing.potential(2, 0));
        assertEquals(List.of(0), keeping.whole(1));
        assertEquals(1, keeping.potential(1, 0));
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
    void firesOnWhatIsLeftOfACurrentThoughNoInputArrives() {
        LifParameters membrane = LifParameters.of(0.99, 1);
        SynapticLif lif = trained(membrane, 0.95);
        Driver skipping = new Driver(lif, 1);
        Driver stepping = new Driver(lif, 1);
        int spikes = 0;

        for (long tick = 0; tick < 400; tick++) {
            double input = tick == 10 ? 0.1 : 0;
            List<Integer> fired = stepping.whole(tick, input);
            assertEquals(fired, skipping.sparse(tick, input), "tick " + tick);
            spikes += fired.size();
        }

        assertEquals(1, spikes);
        assertTrue(skipping.visits() < 60, "visits: " + skipping.visits());
        assertTrue(skipping.isIdle());
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
