package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.Driver;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronValues;
import org.junit.jupiter.api.Test;

class AdaptiveLifTest {

    private static AdaptiveLif adaptive(LifParameters membrane, double decay, double increment) {
        return new AdaptiveLif(membrane, NeuronValues.of(decay), NeuronValues.of(increment));
    }

    @Test
    void leavesNeuronsAloneThatStayBelowTheThresholdAtRest() {
        Driver driver = new Driver(adaptive(LifParameters.of(0.9, 1), 0.999, 0.5), 3);

        driver.sparse(0, 0.9, 0, 2);
        driver.sparse(1);

        assertTrue(driver.isIdle());
        assertEquals(2, driver.visits());
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        LifParameters membrane = LifParameters.of(0.5, 1);

        assertThrows(IllegalArgumentException.class, () -> adaptive(membrane, 1.1, 1));
        assertThrows(IllegalArgumentException.class, () -> adaptive(membrane, 0.5, -1));
        AdaptiveLif two = new AdaptiveLif(membrane, NeuronValues.each(0.1, 0.2), NeuronValues.of(1));
        assertThrows(IllegalArgumentException.class, () -> two.checkSize(3));
    }
}
